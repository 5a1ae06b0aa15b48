import { UploadPurpose } from '../../prisma/client/enums.ts';
import { atMost, builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { parse } from '../parse.ts';
import { createUpload } from './commands.ts';
import { isGone } from './load.ts';
import { createUploadRule } from './rules.ts';
import './type.ts';

builder.queryFields((t) => ({
  fileLimit: t.int({
    description: 'How many bytes a file has at most here: `createUpload` refuses a larger one.',
    resolve: (_root, _args, ctx) => {
      assertSignedIn(ctx);
      return ctx.files.limits.file;
    },
  }),
}));

const UploadHeader = builder.objectRef<{ name: string; value: string }>('UploadHeader').implement({
  description: 'A header that the request with the bytes carries.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
});

const UploadPurposeType = builder.enumType('UploadPurpose', {
  description: 'What a file is sent for.',
  values: {
    MESSAGE: { value: UploadPurpose.MESSAGE, description: 'To be attached to a message.' },
    PICTURE: {
      value: UploadPurpose.PICTURE,
      description:
        'To be a person’s or a group’s picture: JPEG, PNG, WebP, GIF or AVIF of at most 10 MB. Its middle is kept, as WebP of ' +
        '256 × 256 pixels that stands still.',
    },
  },
});

builder.relayMutationField(
  'createUpload',
  {
    description: 'Which file is to come.',
    inputFields: (t) => ({
      name: t.string({
        required: true,
        description: 'What it is called: 1–255 characters on one line, without slashes.',
      }),
      contentType: t.string({
        required: true,
        description: 'Its media type, such as `image/png`. What it holds decides in the end.',
      }),
      size: t.int({ required: true, description: 'In bytes: exactly as many as will come.' }),
      sha256: t.string({
        description:
          'Its SHA-256 as hexadecimal digits: other bytes are then refused, and can be sent again.',
      }),
      purpose: t.field({
        type: UploadPurposeType,
        description: 'What it is for: MESSAGE where nothing is said.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Asks for a place for a file. Send its bytes there, then name it in sendMessage, or in updateProfile or ' +
      'updateGroupSettings as a picture. What is of no use after a day is forgotten.',
    errors: failsWith('Where to send it, or why not.', InputError, NotFoundError, ConflictError, LimitError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return createUpload(ctx, parse(createUploadRule, input));
    },
  },
  {
    description: 'The bytes can be sent.',
    outputFields: (t) => ({
      attachmentId: t.id({
        description: 'What the file will be named by in sendMessage.',
        resolve: ({ attachmentId }) => attachmentId,
      }),
      deleted: t.boolean({
        description:
          'Whether the file is gone: it was of no use for a day, or what carried it was deleted. Told to a retry that comes so ' +
          'late; ask under another key for another place.',
        resolve: ({ attachmentId }, _args, ctx) => isGone(ctx, attachmentId),
      }),
      uploadUrl: t.string({
        description:
          'Where to send the bytes, in the session that asked. Cut off, ask with HEAD: `Upload-Offset` says how many are ' +
          'there, and a request that carries it goes on from them.',
        resolve: ({ attachmentId }, _args, ctx) => ctx.files.urlOf(attachmentId),
      }),
      method: t.string({ description: 'How: `PUT`.', resolve: () => 'PUT' }),
      headers: t.field({
        type: [UploadHeader],
        ...atMost(1),
        description: 'What the request carries beside the session’s cookie.',
        resolve: (_payload, _args, ctx) => ctx.files.headers,
      }),
    }),
  },
);
