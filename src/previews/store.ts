import type { Client } from '../core/database/types.ts';
import type { Work } from '../core/work.ts';
import type { Preview } from '../generated/sqlite/client.ts';

export type PreviewRow = Preview;

/** A preview that still works. */
export function findPreviewByHash(
  client: Client,
  hash: string,
  now: Date,
): Promise<PreviewRow | null> {
  return client.preview.findFirst({
    where: { hash, revokedAt: null, expiresAt: { gt: now } },
  });
}

export function findPreview(client: Client, id: string): Promise<PreviewRow | null> {
  return client.preview.findUnique({ where: { id } });
}

/** The previews of an article, newest first. */
export function listPreviews(
  client: Client,
  articleId: string,
  before: string | null,
  take: number,
): Promise<PreviewRow[]> {
  return client.preview.findMany({
    where: { articleId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take,
  });
}

export async function insertPreview(client: Client, row: PreviewRow): Promise<void> {
  await client.preview.create({ data: row });
}

export async function revokePreview({ client, now }: Work, id: string): Promise<void> {
  await client.preview.update({ where: { id }, data: { revokedAt: now } });
}
