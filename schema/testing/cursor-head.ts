import type { SignedIn } from '../context.ts';

/** Reads the head before anything else, as the server does for a query that asks for `cursor`. */
export async function cursorHead(ctx: SignedIn): Promise<SignedIn> {
  const head = await ctx.log.head();
  return { ...ctx, headBefore: async () => head };
}
