/**
 * Of a message `m`, in the words of the database: that it calls somebody by `@all` who does not also stand in it by name. Behind the
 * `joinedSeq` of their place in its thread it is one that mentions them.
 */
export const callsAlone = (userId: string): string =>
  `m."mentionsAll" and m."authorId" <> ${userId} and not exists (
    select from "Mention" also where also."messageId" = m.id and also."userId" = ${userId})`;
