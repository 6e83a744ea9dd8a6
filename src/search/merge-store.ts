import { queryRows } from '../core/database/rows.ts';
import type { Client, Database } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';

/** FTS5: a merge that found nothing left to do has changed fewer rows than this. */
const CHANGED_MIN = 2;
/** Two pieces that were made of about as many publications are enough to make one of them. */
const ALIKE_MIN = 2;

export interface Merging {
  /** Which pieces become one: all, or each few that are alike, which rewrites less. */
  pieces: 'all' | 'alike';
  /** So many pages of the index are written in one transaction. */
  pages: number;
}

/**
 * Puts the pieces together of which SQLite's index consists: each publication adds one, and a
 * word is looked up in each. PostgreSQL does so itself.
 *
 * @returns does a step of it; others may write between the steps. It gives false when nothing is left
 */
export function mergeIndex(db: Database, { pieces, pages }: Merging): () => Promise<boolean> {
  let isFirst = true;
  return () => {
    if (db.engine !== 'sqlite') return Promise.resolve(false);
    return db.write(async (client) => {
      if (isFirst && pieces === 'alike') await tellIndex(client, 'usermerge', ALIKE_MIN);
      const before = await countChanges(client);
      // FTS5: a negative number of pages begins with all pieces, the next ones go on.
      await tellIndex(client, 'merge', isFirst && pieces === 'all' ? -pages : pages);
      isFirst = false;
      return (await countChanges(client)) - before >= CHANGED_MIN;
    });
  };
}

/** An order for FTS5, which takes those as rows, and numbers only as integers. */
async function tellIndex(client: Client, order: string, value: number): Promise<void> {
  await queryRows(
    client,
    Prisma.sql`INSERT INTO "SearchIndex" ("SearchIndex", "rank")
      VALUES (${order}, CAST(${value} AS INTEGER))`,
  );
}

async function countChanges(client: Client): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    client,
    Prisma.sql`SELECT total_changes() AS "count"`,
  );
  return row?.count ?? 0;
}
