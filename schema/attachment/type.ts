import { atMost, builder } from '../builder.ts';
import { Message } from '../message/type.ts';
import { attachmentsOf } from './load.ts';
import { attachmentLimit } from './rules.ts';

const AttachmentKind = builder.enumType('AttachmentKind', {
  description:
    'How a file can be shown. Decided by what it holds, not by its name or by what its sender says of it.',
  values: {
    IMAGE: { description: 'A picture, encoded anew: without place, camera and whatever else stood in it.' },
    VIDEO: { description: 'A film that browsers can play.' },
    AUDIO: { description: 'A recording that browsers can play.' },
    FILE: { description: 'Anything else: to be downloaded, never shown.' },
  },
});

export const AttachmentType = builder.prismaObject('Attachment', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'A file that a message carries.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`att_` and a UUIDv7.' }),
    name: t.exposeString('name', {
      description: 'What its sender calls it. Not where it lies, and no promise of what it is.',
    }),
    contentType: t.exposeString('contentType', {
      description: 'Its media type, by its content; of what cannot be told apart, what its sender says.',
    }),
    kind: t.expose('kind', { type: AttachmentKind, description: 'How it can be shown.' }),
    size: t.exposeInt('size', { description: 'In bytes.' }),
    width: t.exposeInt('width', {
      nullable: true,
      description: 'Of a picture, in pixels; null for anything else.',
    }),
    height: t.exposeInt('height', {
      nullable: true,
      description: 'Of a picture, in pixels; null for anything else.',
    }),
    url: t.string({
      description:
        'Where it is, for who is signed in and in the thread; everybody else gets 404. Takes byte ranges. Anything but ' +
        'pictures, films and recordings is sent to be saved.',
      resolve: ({ id }, _args, ctx) => ctx.files.urlOf(id),
    }),
    thumbnailUrl: t.string({
      nullable: true,
      description: 'A picture as WebP of at most 640 × 640 pixels; null for anything else.',
      resolve: ({ id, kind }, _args, ctx) => (kind === 'IMAGE' ? `${ctx.files.urlOf(id)}/thumbnail` : null),
    }),
  }),
});

builder.prismaObjectFields(Message, (t) => ({
  attachments: t.field({
    type: [AttachmentType],
    ...atMost(attachmentLimit),
    description: 'The files that it carries, in order: at most 10. None once it is deleted.',
    resolve: (row, _args, ctx) => attachmentsOf(row, ctx),
  }),
}));
