import type { BlobStore } from '../core/blobs/types.ts';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { type Precondition, requireMatch, versionTag } from '../core/http/preconditions.ts';
import { createId, isId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import type { Picture } from './picture.ts';
import type { AssetPatch, AssetUpload, DeskAsset, RenditionType, WireImage } from './schema.ts';
import {
  type AssetRow,
  countAssetUses,
  deleteAsset as deleteRow,
  findAsset,
  findAssetByHash,
  insertAsset,
  updateAsset as updateRow,
} from './store.ts';

/** A kept file of a picture, as its row names it. */
export interface StoredRendition {
  width: number;
  height: number;
  name: string;
  type: RenditionType;
  bytes: number;
}

/** Where a file of a picture lies. Folders hold a 256th of all pictures each. */
export function blobKey(hash: string, name: string): string {
  return `${hash.slice(0, 2)}/${hash}/${name}`;
}

/** Keeps a picture's files. They are nobody's until a row names them. */
export async function keepFiles(blobs: BlobStore, picture: Picture): Promise<void> {
  for (const file of picture.files) {
    await blobs.put(blobKey(picture.hash, file.name), file.bytes, file.type);
  }
}

/** Removes the files of a picture, unless it was uploaded again meanwhile. */
export async function dropFiles(client: Client, blobs: BlobStore, row: AssetRow): Promise<void> {
  if ((await findAssetByHash(client, row.hash)) !== null) return;
  for (const { name } of renditionsOf(row)) await blobs.remove(blobKey(row.hash, name));
}

/** @throws Problem already-exists when the same file was uploaded before */
async function requireNew(client: Client, hash: string): Promise<void> {
  const known = await findAssetByHash(client, hash);
  if (known === null) return;
  throw new Problem('already-exists', `The same picture is there already: asset ${known.id}.`, {
    members: { asset: known.id },
  });
}

/** A new asset of a picture whose files are kept. @throws Problem already-exists */
export async function createAsset(
  work: Work,
  picture: Picture,
  upload: AssetUpload,
): Promise<AssetRow> {
  await requireNew(work.client, picture.hash);
  const row: AssetRow = {
    id: createId(),
    kind: 'image',
    mediaType: picture.type,
    hash: picture.hash,
    bytes: picture.bytes,
    width: picture.width,
    height: picture.height,
    alt: upload.alt,
    caption: upload.caption ?? null,
    credit: upload.credit ?? null,
    licence: upload.licence ?? null,
    focalX: upload.focalX === undefined ? null : Number(upload.focalX),
    focalY: upload.focalY === undefined ? null : Number(upload.focalY),
    renditions: JSON.stringify(
      picture.files.map(
        ({ width, height, name, type, bytes }): StoredRendition => ({
          width,
          height,
          name,
          type,
          bytes: bytes.length,
        }),
      ),
    ),
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
    createdBy: work.actor.id,
  };
  await insertAsset(work.client, row);
  work.record({ action: 'asset.create', kind: 'asset', targetId: row.id, after: 1 });
  return row;
}

export async function changeAsset(
  work: Work,
  id: string,
  patch: AssetPatch,
  precondition: Precondition,
): Promise<{ before: AssetRow; after: AssetRow }> {
  const before = await getAsset(work.client, id);
  requireMatch(precondition, versionTag(before.version));
  const pick = <T>(given: T | undefined, known: T): T => (given === undefined ? known : given);
  const after: AssetRow = {
    ...before,
    alt: pick(patch.alt, before.alt),
    caption: pick(patch.caption, before.caption),
    credit: pick(patch.credit, before.credit),
    licence: pick(patch.licence, before.licence),
    focalX: pick(patch.focalX, before.focalX),
    focalY: pick(patch.focalY, before.focalY),
    version: before.version + 1,
    updatedAt: work.now,
  };
  if ((after.focalX === null) !== (after.focalY === null)) throw halfAPoint();
  await updateRow(work.client, after);
  work.record({
    action: 'asset.update',
    kind: 'asset',
    targetId: after.id,
    before: before.version,
    after: after.version,
  });
  return { before, after };
}

/** Takes an asset away that nothing shows or ever showed. @throws Problem in-use */
export async function deleteAsset(
  work: Work,
  id: string,
  precondition: Precondition,
): Promise<AssetRow> {
  const row = await getAsset(work.client, id);
  requireMatch(precondition, versionTag(row.version));
  if ((await countAssetUses(work.client, row.id)) > 0) {
    throw new Problem('in-use', 'An article shows this picture, or an edition of one showed it.');
  }
  await deleteRow(work.client, row.id);
  work.record({ action: 'asset.delete', kind: 'asset', targetId: row.id, before: row.version });
  return row;
}

/** @throws Problem not-found */
export async function getAsset(client: Client, id: string): Promise<AssetRow> {
  const row = isId(id) ? await findAsset(client, id) : null;
  if (row === null) throw notFound();
  return row;
}

export function renditionsOf(row: AssetRow): StoredRendition[] {
  return JSON.parse(row.renditions) as StoredRendition[];
}

/** A picture as published documents show it. */
export function presentImage(row: AssetRow): WireImage {
  return {
    id: row.id,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    licence: row.licence,
    focalPoint:
      row.focalX === null || row.focalY === null ? null : { x: row.focalX, y: row.focalY },
    renditions: presentRenditions(row, `/assets/${row.hash}`),
  };
}

export function presentAsset(row: AssetRow): DeskAsset {
  return {
    id: row.id,
    mediaType: row.mediaType,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    licence: row.licence,
    focalX: row.focalX,
    focalY: row.focalY,
    renditions: presentRenditions(row, `/v1/desk/assets/${row.id}`),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function presentRenditions(row: AssetRow, folder: string): WireImage['renditions'] {
  return renditionsOf(row).map(({ width, height, name, type }) => ({
    width,
    height,
    url: `${folder}/${name}`,
    type,
  }));
}

function halfAPoint(): Problem {
  return new Problem('request-invalid', 'The body is not valid: focalX and focalY go together.', {
    errors: [{ pointer: '/focalX', code: 'invalid', message: 'focalX and focalY go together' }],
  });
}
