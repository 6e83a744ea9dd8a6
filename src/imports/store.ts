import { findRows, findWholeRows, insertRows, putRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { ImportedItem, ImportJob } from '../generated/sqlite/client.ts';
import type { Story } from './batch.ts';

export type ImportJobRow = ImportJob;
/** A job without what became of each story, which may be megabytes. */
export type JobSummaryRow = Omit<ImportJobRow, 'items'>;

export async function findJob(client: Client, id: string): Promise<ImportJobRow | null> {
  const [row] = await findWholeRows(client, 'ImportJob', { id });
  return row ?? null;
}

/** As `findJob`, for a change: nobody else changes the job until the transaction ends. */
export async function lockJob(client: Client, id: string): Promise<ImportJobRow | null> {
  await client.importJob.updateMany({ where: { id }, data: { id } });
  return findJob(client, id);
}

export async function insertJob(client: Client, row: ImportJobRow): Promise<void> {
  await insertRows(client, 'ImportJob', [row]);
}

export async function updateJob(client: Client, row: ImportJobRow): Promise<void> {
  await putRows(client, 'ImportJob', ['id'], [row]);
}

/** Jobs, the newest first, before a position. */
export function listJobs(
  client: Client,
  before: string | null,
  take: number,
): Promise<JobSummaryRow[]> {
  return client.importJob.findMany({
    omit: { items: true },
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take,
  });
}

/**
 * The articles that stories are here already, by the keys of the stories: because they were
 * imported before, or because an export of this newsroom comes back.
 */
export async function findImported(
  client: Client,
  stories: readonly Pick<Story, 'key' | 'ids'>[],
): Promise<Map<string, string>> {
  const where = { key: stories.map(({ key }) => key) };
  const rows = await findRows(client, 'ImportedItem', where, ['key', 'articleId']);
  const own = stories.flatMap(({ ids }) => ids?.article ?? []);
  const here = new Set(
    (await findRows(client, 'Article', { id: own }, ['id'])).map(({ id }) => id),
  );
  const known = stories.flatMap(({ key, ids }): [string, string][] =>
    ids !== null && here.has(ids.article) ? [[key, ids.article]] : [],
  );
  return new Map([
    ...known,
    ...rows.map(({ key, articleId }): [string, string] => [key, articleId]),
  ]);
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

export async function insertImported(client: Client, rows: readonly ImportedItem[]): Promise<void> {
  await insertRows(client, 'ImportedItem', rows);
}
