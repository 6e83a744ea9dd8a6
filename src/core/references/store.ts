/**
 * Reference data in its tables: sources, figures, sections and tags are found, merged and
 * removed alike. What each of them has of its own is in its own store.
 */
import { Prisma } from '../../generated/sqlite/client.ts';
import { quoteName } from '../database/connection.ts';
import {
  deleteRows,
  findRows,
  findWholeRows,
  insertRows,
  putRows,
  queryRows,
  type Tables,
} from '../database/rows.ts';
import type { Client } from '../database/types.ts';
import { isId } from '../ids.ts';

const TABLES = { source: 'Source', figure: 'Figure', section: 'Section', tag: 'Tag' } as const;

export type ReferenceKind = keyof typeof TABLES;
export type ReferenceRow<K extends ReferenceKind> = Tables[(typeof TABLES)[K]];

/** One kind of reference data in the database. */
export interface ReferenceStore<K extends ReferenceKind> {
  /**
   * By id, slug or former slug; what was merged leads to what it became.
   *
   * @param columns what is read of it; everything if not given, which takes twice as long
   */
  find<C extends keyof ReferenceRow<K> = keyof ReferenceRow<K>>(
    client: Client,
    idOrSlug: string,
    columns?: readonly C[],
  ): Promise<Pick<ReferenceRow<K>, C> | null>;
  /** As `find`, but what was merged is given as it is. */
  findAsIs(client: Client, idOrSlug: string): Promise<ReferenceRow<K> | null>;
  /** Those with these ids or slugs as they are, in no order. */
  findMany(
    client: Client,
    by: 'id' | 'slug',
    values: readonly string[],
  ): Promise<ReferenceRow<K>[]>;
  /** By the ids that they are referred to by; what was merged stands as what it became. */
  follow(client: Client, ids: readonly string[]): Promise<Map<string, ReferenceRow<K>>>;
  /** In the order of their ids, which is that of their creation, after a position. */
  list(client: Client, after: string | null, take: number): Promise<ReferenceRow<K>[]>;
  insert(client: Client, row: ReferenceRow<K>): Promise<void>;
  update(client: Client, row: ReferenceRow<K>): Promise<void>;
  remove(client: Client, id: string): Promise<void>;
  /** Points one, and all that it took in before, at the one that it became. */
  markMerged(client: Client, id: string, intoId: string, updatedAt: Date): Promise<void>;
  /**
   * Whether the newest revision of an article names it, or it took in another one, which
   * older revisions may still name.
   *
   * @param name what articles call it: its id, or the slug of sections and tags
   */
  isUsed(client: Client, id: string, name: string): Promise<boolean>;
}

export function createReferenceStore<K extends ReferenceKind>(kind: K): ReferenceStore<K> {
  // Only what the kinds have in common is used here; sections have nothing else.
  type Row = ReferenceRow<'section'>;
  const table = TABLES[kind] as 'Section';
  const name = Prisma.raw(quoteName(table));

  type Columns = readonly (keyof Row)[];

  function findPresent(client: Client, idOrSlug: string, columns?: Columns): Promise<Row[]> {
    const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
    if (columns === undefined) return findWholeRows(client, table, where);
    return findRows(client, table, where, [...columns, 'mergedIntoId']) as Promise<Row[]>;
  }

  async function find(client: Client, idOrSlug: string, columns?: Columns): Promise<Row | null> {
    const [row] = await findPresent(client, idOrSlug, columns);
    if (row !== undefined)
      return row.mergedIntoId === null ? row : find(client, row.mergedIntoId, columns);
    if (isId(idOrSlug)) return null;
    const named = { kind, slug: idOrSlug };
    const [former] = await findRows(client, 'FormerSlug', named, ['targetId']);
    return former === undefined ? null : find(client, former.targetId, columns);
  }

  const findMany = (client: Client, by: 'id' | 'slug', values: readonly string[]): Promise<Row[]> =>
    findWholeRows(client, table, by === 'id' ? { id: values } : { slug: values });

  const store: ReferenceStore<'section'> = {
    find,
    findAsIs: async (client, idOrSlug) =>
      (await findPresent(client, idOrSlug))[0] ?? find(client, idOrSlug),
    findMany,
    async follow(client, ids) {
      const rows = new Map<string, Row>();
      let wanted = [...ids];
      while (wanted.length > 0) {
        for (const row of await findMany(client, 'id', wanted)) rows.set(row.id, row);
        wanted = [...rows.values()]
          .map((row) => row.mergedIntoId)
          .filter((id): id is string => id !== null && !rows.has(id));
      }
      const resolve = (id: string): Row | undefined => {
        const row = rows.get(id);
        return row?.mergedIntoId != null ? resolve(row.mergedIntoId) : row;
      };
      return new Map(
        ids.flatMap((id) => {
          const row = resolve(id);
          return row === undefined ? [] : [[id, row] as const];
        }),
      );
    },
    list: (client, after, take) =>
      queryRows(
        client,
        Prisma.sql`SELECT * FROM ${name} WHERE "mergedIntoId" IS NULL AND "id" > ${after ?? ''}
          ORDER BY "id" LIMIT ${take}`,
      ),
    insert: (client, row) => insertRows(client, table, [row]),
    update: (client, row) => putRows(client, table, ['id'], [row]),
    remove: (client, id) => deleteRows(client, table, { id }),
    async markMerged(client, id, intoId, updatedAt) {
      await queryRows(
        client,
        Prisma.sql`UPDATE ${name}
          SET "mergedIntoId" = ${intoId}, "version" = "version" + 1, "updatedAt" = ${updatedAt}
          WHERE "id" = ${id} OR "mergedIntoId" = ${id}`,
      );
    },
    async isUsed(client, id, named) {
      const used = await queryRows(
        client,
        Prisma.sql`SELECT 1 AS "used" WHERE EXISTS (
            SELECT 1 FROM "ArticleReference" WHERE "kind" = ${kind} AND "targetId" = ${named}
          ) OR EXISTS (SELECT 1 FROM ${name} WHERE "mergedIntoId" = ${id})`,
      );
      return used.length > 0;
    },
  };
  return store as unknown as ReferenceStore<K>;
}
