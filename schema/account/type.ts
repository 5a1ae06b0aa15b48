import { builder } from '../builder.ts';

export const User = builder.prismaObject('User', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'Somebody with an account: a person or a bot.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`usr_` and a UUIDv7.' }),
    handle: t.string({
      description: 'Unique, lower case: 2–32 of a–z, 0–9, `_` and `-`; "" once the account is deleted.',
      resolve: ({ handle, deletedAt }) => (deletedAt === null ? handle : ''),
    }),
    displayName: t.exposeString('displayName', { description: 'The name to show, in any script.' }),
    avatarUrl: t.string({
      nullable: true,
      description:
        'Where their picture is, for everybody who is signed in: WebP of 256 × 256 pixels; null where there is none. Another ' +
        'picture has another address, so this one may be kept.',
      resolve: ({ pictureId }, _args, ctx) => pictureId && ctx.files.urlOf(pictureId),
    }),
    deleted: t.boolean({
      description:
        'The account is gone: nobody reads what is sent to it, and its handle may be somebody else’s.',
      resolve: ({ deletedAt }) => deletedAt !== null,
    }),
    bot: t.exposeBoolean('bot', {
      description: 'Whether a program writes here, not a person; false for all so far.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the account was made.' }),
  }),
});

export const UserConnection = builder.connectionObject(
  { type: User, name: 'UserConnection', description: 'A page of people.' },
  { name: 'UserEdge', description: 'One of a page of people.' },
);
