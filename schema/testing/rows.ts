import type { World } from './world.ts';

/** How many rows each table holds, and how far the log has got: what must not change when something is refused. */
export async function footprint({ prisma }: World): Promise<string> {
  const [row] = await prisma.$queryRaw<[{ print: string }]>`
    select (
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "User" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Thread" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Participant" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Message" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Invite" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Ban" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Attachment" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "Reaction" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from "MessageEdit" t) || ' ' ||
      (select coalesce(md5(string_agg(t::text, '|' order by t."messageId", t."userId")), '') from "RepliesFollow" t) || ' ' ||
      (select count(*) from "Session") || ' ' || (select count(*) from "Event") || ' ' ||
      (select count(*) from "MutationResult")
    ) as print`;
  return row.print;
}
