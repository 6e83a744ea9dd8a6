import { deleteRows, fixedStatement, insertRows, queryRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import {
  createReferenceStore,
  type ReferenceRow,
  type ReferenceStore,
} from '../core/references/store.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { foldForSearch, wordsOf } from '../text/words.ts';

export type SourceRow = ReferenceRow<'source'>;

const stored = createReferenceStore('source');

/** Sources, with the names that they are known by. */
export const sourceStore: ReferenceStore<'source'> = {
  ...stored,
  async insert(client, row) {
    await stored.insert(client, row);
    await indexNames(client, row);
  },
  async update(client, row) {
    await stored.update(client, row);
    await deleteRows(client, 'SourceName', { sourceId: row.id });
    await indexNames(client, row);
  },
};

/** What is read of a source that an article names. */
export const NAMED_COLUMNS = ['id', 'slug', 'reason'] as const;
export type NamedSource = Pick<SourceRow, (typeof NAMED_COLUMNS)[number]>;

const NAMED = fixedStatement(
  () => Prisma.sql`SELECT s."id", s."slug", s."reason" FROM "SourceName" n
    JOIN "Source" s ON s."id" = n."sourceId"
    WHERE n."folded" = ${''} AND s."kind" = ${''} AND s."mergedIntoId" IS NULL`,
);

/**
 * The source of this kind that has this name or alias, whatever its case and accents; of
 * several the oldest.
 */
export async function findSourceByName(
  client: Client,
  kind: string,
  name: string,
): Promise<NamedSource | null> {
  const statement = NAMED(client, foldForSearch(name), kind);
  const matches = await queryRows<NamedSource>(client, statement);
  // Hardly ever more than one: SQLite would set up a table to sort them.
  const [oldest] = matches.sort((one, other) => (one.id < other.id ? -1 : 1));
  return oldest ?? null;
}

async function indexNames(client: Client, row: SourceRow): Promise<void> {
  const names = [row.name, ...(JSON.parse(row.aliases) as string[])];
  const folded = [...new Set(names.map(foldForSearch))];
  await insertRows(
    client,
    'SourceName',
    folded.map((name) => ({ sourceId: row.id, folded: name })),
  );
}

const SOURCES_AT_ONCE = 200;

/** Writes again what all sources are found by, which depends on how names are folded. */
export async function indexAllNames(client: Client): Promise<void> {
  await client.sourceName.deleteMany();
  for (let after = ''; ; ) {
    const rows = await client.source.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: SOURCES_AT_ONCE,
    });
    for (const row of rows) await indexNames(client, row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < SOURCES_AT_ONCE) return;
    after = last.id;
  }
}

export interface SourceFilter {
  kind?: string | undefined;
  /** Words that all stand in its names and aliases. */
  q?: string | undefined;
}

/** Sources in the order of their creation, after a position. */
export function listSources(
  client: Client,
  filter: SourceFilter,
  after: string | null,
  take: number,
): Promise<SourceRow[]> {
  const { kind, q } = filter;
  const words = q === undefined ? null : wordsOf(q);
  return client.source.findMany({
    where: {
      mergedIntoId: null,
      ...(kind === undefined ? {} : { kind }),
      // Signs alone stand for no word: nothing has them.
      ...(words?.length === 0 ? { id: { in: [] } } : {}),
      AND: [
        after === null ? {} : { id: { gt: after } },
        ...(words ?? []).map((word) => ({ names: { some: { folded: { contains: word } } } })),
      ],
    },
    orderBy: { id: 'asc' },
    take,
  });
}
