import { Prisma } from '../../generated/sqlite/client.ts';
import { fixedStatement, queryRows } from './rows.ts';
import type { Client } from './types.ts';

const NEWEST = fixedStatement(
  () => Prisma.sql`SELECT "at" FROM "Change" ORDER BY "seq" DESC LIMIT 1`,
);

/** When the public last saw anything change. A list may have changed as late as this. */
export async function lastChangeAt(client: Client): Promise<Date> {
  const [change] = await queryRows<{ at: Date }>(client, NEWEST(client));
  return change?.at ?? new Date(0);
}
