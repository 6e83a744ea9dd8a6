import { Prisma } from '../../generated/sqlite/client.ts';
import { findRows, fixedStatement, queryRows } from './rows.ts';
import type { Client } from './types.ts';

const NEXT = fixedStatement(
  () => Prisma.sql`INSERT INTO "Counter" ("name", "value") VALUES (${''}, ${1})
    ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" + excluded."value"
    RETURNING "value"`,
);

/**
 * The next number of a named counter, starting at 1. Its row stays locked until the
 * transaction ends, so that numbers are given in the order of commits, without gaps.
 */
export async function nextCount(client: Client, name: string, step = 1): Promise<number> {
  const [row] = await queryRows<{ value: number }>(client, NEXT(client, name, step));
  return (row as { value: number }).value;
}

/** The number that was given last; 0 before the first. */
export async function readCount(client: Client, name: string): Promise<number> {
  const [row] = await findRows(client, 'Counter', { name }, ['value']);
  return row?.value ?? 0;
}
