import { queryRows } from '../core/database/rows.ts';
import type { Client, Database } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import type { ShownChange } from './entry.ts';

/** A page of the log holds so many bytes of documents, or one: an article may have megabytes. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

export interface LogPage {
  changes: ShownChange[];
  /** Whether it holds all that it may, so that nothing will come to it. */
  isFull: boolean;
}

/** The changes after a place in the log, in their order: `take` of them, or fewer large ones. */
export async function listChanges(client: Client, after: number, take: number): Promise<LogPage> {
  const sizes = await queryRows<{ bytes: number | null }>(
    client,
    Prisma.sql`SELECT octet_length("data") AS "bytes" FROM "Change"
      WHERE "seq" > ${after} ORDER BY "seq" LIMIT ${take}`,
  );
  let bytes = 0;
  const fitting = sizes.findIndex((row, index) => {
    bytes += row.bytes ?? 0;
    return index > 0 && bytes > PAGE_BYTES_MAX;
  });
  const count = fitting < 0 ? sizes.length : fitting;
  const changes = await client.change.findMany({
    where: { seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: count,
    omit: { tags: true },
  });
  return { changes, isFull: count === take || count < sizes.length };
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
 * the place is ahead of the log, as it is after an older backup was restored. One that only the
 * replica lacks yet was told by another server, which was ahead of it.
 *
 * @throws Problem changes-expired, which names where to start again
 */
export async function requirePlace(
  { read, current }: Pick<Database, 'read' | 'current'>,
  after: number,
): Promise<void> {
  const oldest = await oldestSeq(read);
  const newest = await newestSeq(read);
  if (after >= Math.max(0, oldest - 1) && after <= newest) return;
  if (after > newest && current !== read && after <= (await newestSeq(current))) return;
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
 * and never the newest one, which says where the log stands. Nobody waits for one that is
 * disabled: what it was not told in time has failed when it is wanted again.
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
    where: { state: 'pending', subscription: { state: 'active' } },
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
