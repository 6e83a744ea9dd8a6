import { Prisma } from '../../generated/sqlite/client.ts';
import { fixedStatement, queryRows } from './rows.ts';
import type { Client } from './types.ts';

const NEWEST = fixedStatement(
  () => Prisma.sql`SELECT "at" FROM "Change" ORDER BY "seq" DESC LIMIT 1`,
);

/** When the public last saw anything change. A list may have changed as late as this. */
export type LastChangeAt = () => Promise<Date>;

/**
 * Asks the database again as soon as anything was dropped from the cache of answers: what is
 * not dropped yet is not older than what was answered.
 *
 * @param mark tells how often something was dropped
 */
export function createLastChangeAt(client: Client, mark: () => number): LastChangeAt {
  let known = { mark: -1, at: new Date(0) };
  return async () => {
    const now = mark();
    if (known.mark === now) return known.at;
    const [change] = await queryRows<{ at: Date }>(client, NEWEST(client));
    known = { mark: now, at: change?.at ?? new Date(0) };
    return known.at;
  };
}
