import type { Message } from '../../prisma/client/client.ts';
import { living } from '../account/living.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../log/write.ts';
import { keepHandles } from '../mention/handles.ts';

/** How many earlier versions of a message are kept: the first, and the newest. */
export const editsKept = 100;
/** How many rows a transaction takes away. */
const atOnce = 1000;

/** Keeps what a message says before it is edited. The thread's lock is held by the caller's `write`. */
export async function keepEdit(tx: Tx, message: Message, authorId: string, editedAt: Date): Promise<void> {
  const { id: messageId, body, mentionCount } = message;
  // Whoever deletes their account meanwhile leaves nothing behind.
  const [author] = await living(tx, [authorId]);
  if (!author) return;
  const { id: editId } = await tx.messageEdit.create({ data: { messageId, authorId, body, editedAt } });
  if (mentionCount > 0) await keepHandles(tx, messageId, [{ messageId, editId }]);
  const [second, first] = await tx.messageEdit.findMany({
    where: { messageId },
    orderBy: { editedAt: 'desc' },
    skip: editsKept - 1,
    take: 2,
  });
  if (second && first) await tx.messageEdit.delete({ where: { id: second.id } });
}

/** What a message said goes when it is deleted. */
export async function dropEdits(tx: Tx, { id, editedAt }: Message): Promise<void> {
  if (editedAt) await tx.messageEdit.deleteMany({ where: { messageId: id } });
}

/** What somebody has taken back by editing it is nowhere any more. In pieces, so that none holds up the log. */
export async function forgetEdits({ prisma }: Context, authorId: string): Promise<void> {
  for (;;) {
    const rows = await prisma.messageEdit.findMany({
      where: { authorId },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    const last = rows.at(-1);
    if (!last) return;
    await prisma.messageEdit.deleteMany({ where: { authorId, id: { lte: last.id } } });
  }
}
