/**
 * A send as a good hand writes it: who may post, the next seq and the message in one statement and one round trip. It
 * keeps no log, no key for retries and no receipts, which we do.
 */
export const sendCte = `
  with own as (
    select from "Participant" where "threadId" = $1 and "userId" = $2
  ), next as (
    update "Thread" set "lastSeq" = "lastSeq" + 1, "lastMessageId" = $3, "lastActivityAt" = now()
    where id = $1 and exists (select from own)
    returning "lastSeq" as seq
  )
  insert into "Message" (id, "threadId", seq, "authorId", body) select $3, $1, seq, $2, $4 from next
  returning seq, "createdAt"`;

/** The same with something else in the places of its parameters. */
export function sendCteWith(values: readonly string[]): string {
  return sendCte.replaceAll(/\$(\d)/g, (_whole, place: string) => values[Number(place) - 1] ?? 'null');
}
