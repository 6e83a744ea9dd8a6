import { queryRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { ShownChange } from './entry.ts';

/** The changes after a place in the log, in their order. */
export function listChanges(client: Client, after: number, take: number): Promise<ShownChange[]> {
  return client.change.findMany({
    where: { seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take,
    omit: { tags: true },
  });
}

/** The place of the newest change; 0 before the first. */
export async function newestSeq(client: Client): Promise<number> {
  const [row] = await queryRows<{ seq: number | null }>(
    client,
    Prisma.sql`SELECT max("seq") AS "seq" FROM "Change"`,
  );
  return row?.seq ?? 0;
}

/** The place of the oldest change that is kept; 0 before the first. */
async function oldestSeq(client: Client): Promise<number> {
  const [row] = await queryRows<{ seq: number | null }>(
    client,
    Prisma.sql`SELECT min("seq") AS "seq" FROM "Change"`,
  );
  return row?.seq ?? 0;
}

/**
 * Fails where following on from a place would leave a gap: what came next was pruned, or
 * the place is ahead of the log, as it is after an older backup was restored.
 *
 * @throws Problem changes-expired, which names where to start again
 */
export async function requirePlace(client: Client, after: number): Promise<void> {
  const oldest = await oldestSeq(client);
  const newest = await newestSeq(client);
  if (after >= Math.max(0, oldest - 1) && after <= newest) return;
  const reason =
    after > newest
      ? `The log ends at ${newest}: ${after} is not in it.`
      : `Changes before ${oldest} are no longer kept.`;
  throw new Problem(
    'changes-expired',
    `${reason} Read the lists anew (/v1/articles, /v1/sources, /v1/figures), then go on with after=${newest}.`,
    { members: { oldest, newest, startAgain: `/v1/changes?after=${newest}` } },
  );
}

/**
 * Deletes the changes before a time, as far as every active subscription has been served
 * and never the newest one, which says where the log stands.
 *
 * @returns how many were deleted
 */
export async function deleteChangesBefore(client: Client, before: Date): Promise<number> {
  const newest = await newestSeq(client);
  const behind = await client.subscription.findFirst({
    where: { state: 'active' },
    orderBy: { cursor: 'asc' },
    select: { cursor: true },
  });
  const waiting = await client.delivery.findFirst({
    where: { state: 'pending' },
    orderBy: { seq: 'asc' },
    select: { seq: true },
  });
  const keepFrom = Math.min(newest, (behind?.cursor ?? newest) + 1, waiting?.seq ?? newest);
  // Pruned in their order: a clock that went back must not tear a hole into the log.
  const kept = await client.change.findFirst({
    where: { at: { gte: before } },
    orderBy: { seq: 'asc' },
    select: { seq: true },
  });
  const { count } = await client.change.deleteMany({
    where: { seq: { lt: Math.min(keepFrom, kept?.seq ?? newest) } },
  });
  return count;
}
