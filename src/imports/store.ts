import {
  type Finished,
  findRows,
  findWholeRows,
  insertRows,
  putRows,
} from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { Article, ImportedItem, ImportJob } from '../generated/sqlite/client.ts';
import type { Story } from './batch.ts';
import type { StoryKey } from './reading.ts';

export type ImportJobRow = ImportJob;
/** An article that a story is already. */
export type KnownArticle = Pick<Article, 'id' | 'headline'>;
/** A job without what became of each story, which may be megabytes. */
export type ImportSummaryRow = Omit<ImportJobRow, 'items'>;

const SUMMARY = [
  'id',
  'state',
  'format',
  'name',
  'hash',
  'report',
  'createdAt',
  'createdBy',
  'updatedAt',
] as const satisfies (keyof ImportSummaryRow)[];

/** A job to be shown: its items are read as they are written. */
export async function findImportJob(
  client: Client,
  id: string,
): Promise<(ImportSummaryRow & { items: Finished }) | null> {
  const [row] = await findRows(client, 'ImportJob', { id }, SUMMARY, ['items']);
  return row ?? null;
}

/** A job to be changed: nobody else changes it until the transaction ends. */
export async function lockImportJob(client: Client, id: string): Promise<ImportJobRow | null> {
  await client.importJob.updateMany({ where: { id }, data: { id } });
  const [row] = await findWholeRows(client, 'ImportJob', { id });
  return row ?? null;
}

export async function insertImportJob(client: Client, row: ImportJobRow): Promise<void> {
  await insertRows(client, 'ImportJob', [row]);
}

export async function updateImportJob(client: Client, row: ImportJobRow): Promise<void> {
  await putRows(client, 'ImportJob', ['id'], [row]);
}

/** Jobs, the newest first, before a position. */
export function listImportJobs(
  client: Client,
  before: string | null,
  take: number,
): Promise<ImportSummaryRow[]> {
  return client.importJob.findMany({
    omit: { items: true },
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take,
  });
}

/**
 * The articles that stories are here already, by the keys of the stories: because they were
 * imported before, or because an export of this newsroom comes back. What was deleted since is
 * not here.
 */
export async function findKnown(
  client: Client,
  stories: readonly StoryKey[],
): Promise<Map<string, KnownArticle>> {
  const where = { key: stories.map(({ key }) => key) };
  const imported = await findRows(client, 'ImportedItem', where, ['key', 'articleId']);
  const ids = new Map([
    ...stories.flatMap(({ key, id }): [string, string][] => (id === null ? [] : [[key, id]])),
    ...imported.map(({ key, articleId }): [string, string] => [key, articleId]),
  ]);
  const articles = await findRows(client, 'Article', { id: [...ids.values()] }, ['id', 'headline']);
  const byId = new Map(articles.map((article) => [article.id, article]));
  return new Map(
    [...ids].flatMap(([key, id]) => {
      const article = byId.get(id);
      return article === undefined ? [] : [[key, article]];
    }),
  );
}

/** Of the ids that stories bring along, those of parts that are or were public here. */
export async function findTakenIds(
  client: Client,
  stories: readonly Pick<Story, 'ids'>[],
): Promise<Set<string>> {
  const parts = stories.flatMap(({ ids }) => ids?.parts ?? []);
  const rows = await findRows(client, 'PartEdition', { partId: parts }, ['partId']);
  return new Set(rows.map(({ partId }) => partId));
}

/** Notes as what stories are here; in the place of what was deleted. */
export async function putImported(client: Client, rows: readonly ImportedItem[]): Promise<void> {
  await putRows(client, 'ImportedItem', ['key'], rows);
}
