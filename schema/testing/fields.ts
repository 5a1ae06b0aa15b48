import { isObjectType } from 'graphql';
import type { Context } from '../context.ts';
import { schema } from '../index.ts';

/** What a connection's field gives for a row that somebody holds already, whatever they may see by now: the nodes' ids. */
export async function idsOf(
  type: 'Thread' | 'Message',
  field: string,
  ctx: Context,
  { id }: { id: string },
): Promise<string[]> {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no object.`);
  const row =
    type === 'Thread'
      ? await ctx.prisma.thread.findUniqueOrThrow({ where: { id } })
      : await ctx.prisma.message.findUniqueOrThrow({ where: { id } });
  const connection = (await object.getFields()[field]?.resolve?.(row, {}, ctx, undefined as never)) as {
    edges: { node: { id: string } }[];
  };
  return connection.edges.map((edge) => edge.node.id);
}
