import { newId } from '../id.ts';
import type { MessageView } from './mutations.ts';
import type { Person } from './world.ts';

/** A direct thread of two people. @returns its id */
export async function direct(one: Person, other: Person): Promise<string> {
  return (await one.must('startDirectThread', { userId: other.id })).thread.id;
}

/** A group with roles. @returns its id */
export async function group(
  owner: Person,
  { admins = [], members = [], name = 'Group' }: { admins?: Person[]; members?: Person[]; name?: string },
): Promise<string> {
  const participantIds = [...admins, ...members].map((person) => person.id);
  const { thread } = await owner.must('createGroup', { name, participantIds });
  for (const admin of admins) {
    await owner.must('setParticipantRole', { threadId: thread.id, userId: admin.id, role: 'ADMIN' });
  }
  return thread.id;
}

/** Sends a message that must be taken. */
export async function say(
  person: Person,
  threadId: string,
  body = 'Hello',
  more: {
    id?: string;
    replyToId?: string;
    onlyInReplies?: boolean;
    attachmentIds?: string[];
    clientMutationId?: string;
  } = {},
): Promise<MessageView> {
  return (await person.must('sendMessage', { id: newId('msg'), threadId, body, ...more })).message;
}
