/**
 * The last transaction of the log that a statement sees, kept or forgotten, as SQL; 0 where nothing was written yet.
 *
 * No place that is handed out lies further on than right behind it. Transactions may have come further, but when
 * PostgreSQL crashes, it gives the id of one that was rolled back again, unless something behind it had been committed.
 * What was committed is on the disk, so its id and those before it are never given again.
 */
export const newest = `greatest(0, (select max(transaction) from "Event"),
  (select "prunedThrough" from "LogEpoch" order by "startedAt" desc, id desc limit 1))`;
