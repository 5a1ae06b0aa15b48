/** What is looked for, as a form with these fields would send it. */
export interface Sought {
  userId: string;
  /** Texts that a message holds, and texts that it does not. */
  words?: string[];
  without?: string[];
  /** A handle. */
  from?: string;
  /** A part of a group's name. */
  in?: string;
  hasLink?: boolean;
  /** Days: from the beginning of the one, up to that of the other. */
  after?: string;
  before?: string;
  /** Not the newest of all, but the most fitting of the thousand newest. */
  best?: boolean;
}

/** Twenty messages of those that somebody may see, with as many conditions as are asked. */
export function searchSql({ userId, words = [], without = [], ...asked }: Sought) {
  const values: string[] = [];
  const value = (given: string) => `$${values.push(given)}`;
  const folded = (text: string) => `search_text(${value(text)})`;
  const holds = (text: string) => `search_text(m.body || m."fileNames") like '%' || ${folded(text)} || '%'`;
  const found = `
    select m.id, m."threadId", m.seq, m.body, m."fileNames", m."createdAt", u.id as "authorId", u."displayName"
    from "Message" m
      join "Participant" p on p."threadId" = m."threadId" and p."userId" = ${value(userId)} and p."visibleFromSeq" <= m.seq
      join "User" u on u.id = m."authorId"
      ${asked.in ? `join "Thread" t on t.id = m."threadId" and search_text(t.name) like '%' || ${folded(asked.in)} || '%'` : ''}
    where ${[
      'm."deletedAt" is null',
      ...words.map(holds),
      ...without.map((text) => `not ${holds(text)}`),
      ...(asked.from ? [`u.handle = ${value(asked.from)}`] : []),
      // The index knows the one, and the other is what is meant.
      ...(asked.hasLink
        ? [`search_text(m.body || m."fileNames") like '%http%' and m.body ~* '\\mhttps?://\\S'`]
        : []),
      ...(asked.after ? [`m."createdAt" >= ${value(asked.after)}::timestamp at time zone 'UTC'`] : []),
      ...(asked.before ? [`m."createdAt" < ${value(asked.before)}::timestamp at time zone 'UTC'`] : []),
    ].join(' and ')}
    order by m."createdAt" desc, m.id desc limit ${asked.best ? 1000 : 20}`;
  if (!asked.best) return { text: found, values };
  const sought = words.map((text) => `phraseto_tsquery('simple', ${folded(text)})`).join(' || ');
  const rank = `round(ts_rank_cd(to_tsvector('simple', search_text(body || "fileNames" || translate("fileNames", '._-', '   '))), ${sought}, 1)::numeric, 6)`;
  return {
    text: `select * from (${found}) as found order by ${rank} desc, "createdAt" desc, id desc limit 20`,
    values,
  };
}
