import { deleteRows, insertRows, queryRows } from '../core/database/rows.ts';
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

/** The source of this kind that has this name or alias, whatever its case and accents. */
export async function findSourceByName(
  client: Client,
  kind: string,
  name: string,
): Promise<SourceRow | null> {
  const [match] = await queryRows<SourceRow>(
    client,
    Prisma.sql`SELECT s.* FROM "SourceName" n JOIN "Source" s ON s."id" = n."sourceId"
      WHERE n."folded" = ${foldForSearch(name)} AND s."kind" = ${kind} AND s."mergedIntoId" IS NULL
      ORDER BY n."sourceId" LIMIT 1`,
  );
  return match ?? null;
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

export interface SourceFilter {
  kind?: string | undefined;
  /** Part of a name or alias. */
  q?: string | undefined;
}

/** Sources in the order of their creation, after a position. */
export function listSources(
  client: Client,
  filter: SourceFilter,
  after: string | null,
  take: number,
): Promise<SourceRow[]> {
  return client.source.findMany({
    where: {
      mergedIntoId: null,
      ...(filter.kind === undefined ? {} : { kind: filter.kind }),
      ...(filter.q === undefined
        ? {}
        : {
            AND: wordsOf(filter.q).map((word) => ({
              names: { some: { folded: { contains: word } } },
            })),
          }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
  });
}
