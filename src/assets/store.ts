import { findWholeRows, insertNewRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { Asset } from '../generated/sqlite/client.ts';

export type AssetRow = Asset;

export function findAsset(client: Client, id: string): Promise<AssetRow | null> {
  return client.asset.findUnique({ where: { id } });
}

export function findAssetByHash(client: Client, hash: string): Promise<AssetRow | null> {
  return client.asset.findUnique({ where: { hash } });
}

export function findAssets(client: Client, ids: readonly string[]): Promise<AssetRow[]> {
  return findWholeRows(client, 'Asset', { id: ids });
}

/** Newest first. */
export function listAssets(
  client: Client,
  after: string | null,
  take: number,
): Promise<AssetRow[]> {
  return client.asset.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: 'desc' },
    take,
  });
}

export async function insertAsset(client: Client, row: AssetRow): Promise<void> {
  await client.asset.create({ data: row });
}

export async function updateAsset(client: Client, { id, ...data }: AssetRow): Promise<void> {
  await client.asset.update({ where: { id }, data });
}

export async function deleteAsset(client: Client, id: string): Promise<void> {
  await client.asset.delete({ where: { id } });
}

/** How many articles name a picture in their newest revision, or showed it in an edition. */
export async function countAssetUses(client: Client, id: string): Promise<number> {
  const named = await client.articleReference.count({ where: { kind: 'asset', targetId: id } });
  return named + (await client.assetUse.count({ where: { assetId: id } }));
}

/** Notes for ever which pictures an edition of an article shows. */
export async function keepAssetUses(
  client: Client,
  uses: readonly { articleId: string; assetId: string }[],
): Promise<void> {
  await insertNewRows(client, 'AssetUse', uses);
}

/** The articles that are public and show a picture, or showed it in an earlier edition. */
async function listPublicUses(client: Client, assetId: string): Promise<string[]> {
  const uses = await client.assetUse.findMany({ where: { assetId }, select: { articleId: true } });
  if (uses.length === 0) return [];
  const rows = await client.publishedArticle.findMany({
    where: { id: { in: uses.map(({ articleId }) => articleId) } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether anything public shows a picture. */
export async function isPublicAsset(client: Client, assetId: string): Promise<boolean> {
  // A portrait beside a byline can be in very many articles; most are public.
  const uses = await client.assetUse.findMany({
    where: { assetId },
    orderBy: { articleId: 'desc' },
    take: FIRST_USES,
    select: { articleId: true },
  });
  const ids = uses.map(({ articleId }) => articleId);
  const one = await client.publishedArticle.findFirst({
    where: { id: { in: ids } },
    select: { id: true },
  });
  if (one !== null || ids.length < FIRST_USES) return one !== null;
  return (await listPublicUses(client, assetId)).length > 0;
}

const FIRST_USES = 50;
