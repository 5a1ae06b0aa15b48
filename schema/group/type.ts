import { WhoMay } from '../../prisma/client/enums.ts';
import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { builder, ofViewer } from '../builder.ts';
import { present } from '../loader.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { Thread } from '../thread/type.ts';
import { bansOf } from './lists.ts';
import { viewerMay, viewerPlace } from './load.ts';
import { isAllowed, type Place } from './roles.ts';

export const WhoMayType = builder.enumType('WhoMay', {
  description: 'Of a group’s people, those to whom something is open.',
  values: {
    EVERYBODY: { value: WhoMay.EVERYBODY, description: 'All of them.' },
    ADMINS: { value: WhoMay.ADMINS, description: 'The owner and admins.' },
  },
});

export const Ban = builder.prismaObject('Ban', {
  interfaces: [builder.nodeInterfaceRef()],
  description:
    'Somebody who does not come into a group: they can neither be added nor come by an invite link.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`ban_` and a UUIDv7. Who is banned again has another one.' }),
    user: t.field({
      type: User,
      description: 'Who is banned.',
      resolve: (row, _args, ctx) => present(userById(ctx).load(row.userId)),
    }),
    bannedBy: t.field({
      type: User,
      description: 'Who banned them.',
      resolve: (row, _args, ctx) => present(userById(ctx).load(row.bannedById)),
    }),
    bannedAt: t.expose('createdAt', { type: 'DateTime', description: 'When that was.' }),
  }),
});

const BanConnection = builder.connectionObject(
  { type: Ban, name: 'BanConnection', description: 'A page of a group’s bans.' },
  { name: 'BanEdge', description: 'One of a page of a group’s bans.' },
);

/** What each says is the table's; see roles.ts. */
const ViewerCan = builder.objectRef<Place>('ViewerCan').implement({
  description:
    'What the viewer may do in a thread by now, whatever it follows from: their role, the group’s settings, and whether it ' +
    'is archived. What is not allowed is a FORBIDDEN.',
  fields: (t) => ({
    post: t.boolean({
      description: 'Write messages, and edit their own.',
      resolve: (place) => isAllowed('post', place),
    }),
    callAll: t.boolean({
      description:
        'Call everybody by `@all` in what they write. Where not, that is no FORBIDDEN: the message mentions nobody by it.',
      resolve: (place) => isAllowed('callAll', place),
    }),
    react: t.boolean({
      description: 'Set emoji at messages. Everybody takes back their own.',
      resolve: (place) => isAllowed('react', place),
    }),
    pin: t.boolean({
      description: 'Pin messages, and take them down.',
      resolve: (place) => isAllowed('pin', place),
    }),
    deleteAnyMessage: t.boolean({
      description: 'Delete what others wrote. Everybody deletes their own.',
      resolve: (place) => isAllowed('deleteAnyMessage', place),
    }),
    rename: t.boolean({ description: 'Rename the group.', resolve: (place) => isAllowed('rename', place) }),
    setTopic: t.boolean({
      description: 'Set its topic and its picture.',
      resolve: (place) => isAllowed('setTopic', place),
    }),
    setRules: t.boolean({
      description:
        'Say who may write, add people and call everybody, whether newcomers see what was before, and for how long messages can be ' +
        'changed.',
      resolve: (place) => isAllowed('setRules', place),
    }),
    add: t.boolean({ description: 'Add people.', resolve: (place) => isAllowed('add', place) }),
    invite: t.boolean({
      description: 'Make invite links.',
      resolve: (place) => isAllowed('invite', place),
    }),
    removeMembers: t.boolean({
      description: 'Remove members.',
      resolve: (place) => isAllowed('removeMember', place),
    }),
    removeAdmins: t.boolean({
      description: 'Remove admins, and ban them.',
      resolve: (place) => isAllowed('removeAdmin', place),
    }),
    ban: t.boolean({
      description: 'Ban members and whoever is not in it, see who is banned, and lift bans.',
      resolve: (place) => isAllowed('ban', place),
    }),
    setRoles: t.boolean({
      description: 'Give roles, and hand the group over.',
      resolve: (place) => isAllowed('setRole', place),
    }),
    archive: t.boolean({
      description: 'Archive the group for everybody, and open it again.',
      resolve: (place) => isAllowed('archive', place),
    }),
    delete: t.boolean({
      description: 'Delete the group for everybody.',
      resolve: (place) => isAllowed('delete', place),
    }),
    leave: t.boolean({ description: 'Leave it.', resolve: (place) => isAllowed('leave', place) }),
  }),
});

builder.prismaObjectFields(Thread, (t) => ({
  topic: t.exposeString('topic', {
    nullable: true,
    description:
      'What the group is about, in up to 250 characters; null where nobody has said, and for a direct thread.',
  }),
  pictureUrl: t.string({
    nullable: true,
    description:
      'Where the group’s picture is, for its people: WebP of 256 × 256 pixels; null where there is none, and for a direct ' +
      'thread. Another picture has another address, so this one may be kept.',
    resolve: ({ pictureId }, _args, ctx) => pictureId && ctx.files.urlOf(pictureId),
  }),
  whoMayPost: t.expose('whoMayPost', { type: WhoMayType, description: 'Who writes here.' }),
  whoMayAdd: t.expose('whoMayAdd', {
    type: WhoMayType,
    description: 'Who adds people to the group. Invite links are always the owner’s and admins’ to make.',
  }),
  whoMayCallAll: t.expose('whoMayCallAll', {
    type: WhoMayType,
    description: 'Who calls everybody in the group by `@all`. Of others it mentions nobody.',
  }),
  historyVisible: t.exposeBoolean('historyVisible', {
    description:
      'Whether who comes in from now on sees what was said before. Where not, the line that says that they came is the first ' +
      'that is theirs to see, for as long as they stay.',
  }),
  editWindowSeconds: t.exposeInt('editWindowSeconds', {
    nullable: true,
    description:
      'For how many seconds after it was sent a message can be edited by its author, and deleted by an author who may not ' +
      'delete every message anyway; null for as long as they like. The server’s clock decides.',
  }),
  groupArchivedAt: t.expose('groupArchivedAt', {
    type: 'DateTime',
    nullable: true,
    description:
      'Since when the group is archived for everybody: nobody writes in it, nobody comes in, and it is read as before. Null ' +
      'while it is not. Not the viewer’s own archive, which `preferences` tells of.',
  }),
  viewerCan: t.field({
    type: ViewerCan,
    ...ofViewer,
    nullable: true,
    description: 'What the viewer may do here; null once they have left.',
    resolve: (row, _args, ctx) => viewerPlace(ctx, row.id),
  }),
  bans: t.field({
    type: BanConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'Who is banned from the group, the last one first. The owner and admins see them; for everybody else it is empty.',
    resolve: async (row, args, ctx) =>
      (await viewerMay(ctx, 'ban', row.id)) ? page(args, bansOf(ctx.prisma, row.id)) : emptyPage,
  }),
}));
