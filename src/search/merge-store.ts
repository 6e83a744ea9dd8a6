import { queryRows } from '../core/database/rows.ts';
import type { Client, Database } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';

/** So many pages of the index are written in one transaction. */
const STEP_PAGES = 64;
/** FTS5: a merge that found nothing left to do has changed fewer rows than this. */
const CHANGED_MIN = 2;

/**
 * Puts the pieces together of which SQLite's index consists: each publication adds one, and a
 * word is looked up in each. Others may write between the steps. PostgreSQL does so itself.
 */
export async function mergeIndex(db: Database): Promise<void> {
  if (db.engine !== 'sqlite') return;
  // FTS5: a negative number of pages begins with all pieces, the next ones go on.
  for (let pages = -STEP_PAGES; ; pages = STEP_PAGES) {
    const changed = await db.write((client) => mergeSome(client, pages));
    if (changed < CHANGED_MIN) return;
  }
}

async function mergeSome(client: Client, pages: number): Promise<number> {
  const before = await countChanges(client);
  await queryRows(
    client,
    Prisma.sql`INSERT INTO "SearchIndex" ("SearchIndex", "rank") VALUES ('merge', ${pages})`,
  );
  return (await countChanges(client)) - before;
}

async function countChanges(client: Client): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    client,
    Prisma.sql`SELECT total_changes() AS "count"`,
  );
  return row?.count ?? 0;
}
