import type { User } from '../../prisma/client/client.ts';
import { builder } from '../builder.ts';

export const Privacy = builder.objectRef<User>('Privacy').implement({
  description:
    'What the viewer lets others see. Who lets others see nothing of a kind sees nothing of theirs.',
  fields: (t) => ({
    readReceipts: t.exposeBoolean('readReceipts', {
      description:
        'Whether others see what the viewer has read, and the viewer what they have. At first they do.',
    }),
    presence: t.exposeBoolean('showsPresence', {
      description:
        'Whether others see when the viewer is there and that messages have come to their devices, and the viewer the same of ' +
        'them. At first they do.',
    }),
  }),
});
