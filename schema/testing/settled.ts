import type { World } from './world.ts';

/**
 * Resolves once everything that is committed by now lies below the log's horizon. Whatever runs in the cluster holds that
 * back, other tests' transactions too; the server's tail looks again, and so does this.
 */
export async function settled({ prisma }: Pick<World, 'prisma'>): Promise<void> {
  const [{ next }] = await prisma.$queryRaw<[{ next: bigint }]>`
    select txid_snapshot_xmax(txid_current_snapshot()) as next`;
  for (;;) {
    const [{ horizon }] = await prisma.$queryRaw<[{ horizon: bigint }]>`
      select txid_snapshot_xmin(txid_current_snapshot()) as horizon`;
    if (horizon >= next) return;
  }
}
