import { Prisma } from '../../generated/sqlite/client.ts';
import { queryRows } from './rows.ts';
import type { Client } from './types.ts';

/** Runs a part of a transaction. When it throws, what it wrote is undone and nothing else. */
export async function inSavepoint<T>(client: Client, part: () => Promise<T>): Promise<T> {
  await queryRows(client, Prisma.sql`SAVEPOINT part`);
  try {
    const result = await part();
    await queryRows(client, Prisma.sql`RELEASE SAVEPOINT part`);
    return result;
  } catch (error) {
    await queryRows(client, Prisma.sql`ROLLBACK TO SAVEPOINT part`);
    await queryRows(client, Prisma.sql`RELEASE SAVEPOINT part`);
    throw error;
  }
}
