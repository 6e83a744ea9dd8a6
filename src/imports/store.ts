import type { Client } from '../core/database/types.ts';
import type { ImportJob } from '../generated/sqlite/client.ts';

export type ImportJobRow = ImportJob;

export function findJob(client: Client, id: string): Promise<ImportJobRow | null> {
  return client.importJob.findUnique({ where: { id } });
}

export async function insertJob(client: Client, row: ImportJobRow): Promise<void> {
  await client.importJob.create({ data: row });
}

export async function updateJob(client: Client, { id, ...data }: ImportJobRow): Promise<void> {
  await client.importJob.update({ where: { id }, data });
}

/** Jobs, newest first. */
export function listJobs(
  client: Client,
  before: string | null,
  take: number,
): Promise<ImportJobRow[]> {
  return client.importJob.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take,
  });
}
