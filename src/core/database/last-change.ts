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
  let known = { mark: -1, at: Promise.resolve(new Date(0)) };
  const ask = async (now: number): Promise<Date> => {
    const [change] = await queryRows<{ at: Date }>(client, NEWEST(client));
    const at = change?.at ?? new Date(0);
    known = { mark: now, at: Promise.resolve(at) };
    return at;
  };
  return () => {
    const now = mark();
    return known.mark === now ? known.at : ask(now);
  };
}
