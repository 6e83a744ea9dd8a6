import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { references } from '../articles/content.ts';
import { getArticle, getArticleRow, type Loaded } from '../articles/service.ts';
import type { WireImage } from '../assets/schema.ts';
import { blobKey, renditionsOf } from '../assets/service.ts';
import { findAssetByHash } from '../assets/store.ts';
import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { gatherReferences } from '../publishing/publication.ts';
import { buildDraft } from './draft.ts';
import {
  PREVIEW_HOURS_DEFAULT,
  PREVIEW_HOURS_MAX,
  type previewedArticle,
  type previewInput,
} from './schema.ts';
import {
  findPreview,
  findPreviewByHash,
  insertPreview,
  type PreviewRow,
  revokePreview,
} from './store.ts';

const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;

/**
 * A new link to an article's drafts. Its secret is returned once and stored as its
 * SHA-256 only.
 *
 * @throws Problem not-found, transition-forbidden, request-invalid
 */
export async function createPreview(
  work: Work,
  article: string,
  input: z.infer<typeof previewInput>,
): Promise<{ row: PreviewRow; secret: string }> {
  const found = await getArticleRow(work.client, article);
  if (found.state === 'retracted') {
    throw new Problem('transition-forbidden', 'A retracted article has no previews.', {
      members: { state: found.state, allowed: [] },
    });
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const row: PreviewRow = {
    id: createId(),
    articleId: found.id,
    hash: sha256(secret),
    createdAt: work.now,
    createdBy: work.actor.name,
    expiresAt: endOf(input, work.now),
    revokedAt: null,
  };
  await insertPreview(work.client, row);
  work.record({
    action: 'preview.create',
    kind: 'preview',
    targetId: row.id,
    details: { article: found.id, expiresAt: row.expiresAt.toISOString() },
  });
  return { row, secret };
}

function endOf({ expiresAt, hours }: z.infer<typeof previewInput>, now: Date): Date {
  if (expiresAt === undefined)
    return new Date(now.getTime() + (hours ?? PREVIEW_HOURS_DEFAULT) * HOUR_MS);
  const end = new Date(expiresAt);
  const isInPast = end <= now;
  if (!isInPast && end.getTime() <= now.getTime() + PREVIEW_HOURS_MAX * HOUR_MS) return end;
  const message = isInPast ? 'lies in the past' : `is more than ${PREVIEW_HOURS_MAX} hours ahead`;
  throw new Problem('request-invalid', `expiresAt ${message}.`, {
    errors: [{ pointer: '/expiresAt', code: isInPast ? 'in-the-past' : 'too-far', message }],
  });
}

/** Ends a preview at once. Ending it twice is ending it once. @throws Problem not-found */
export async function endPreview(work: Work, id: string): Promise<void> {
  const row = await findPreview(work.client, id);
  if (row === null) throw notFound();
  if (row.revokedAt !== null) return;
  await revokePreview(work, id);
  work.record({
    action: 'preview.revoke',
    kind: 'preview',
    targetId: id,
    details: { article: row.articleId },
  });
}

/**
 * The newest revision of the article that a secret is for.
 *
 * @throws Problem not-found, the same whether the link never was, has expired or was revoked
 */
export async function readPreview(
  client: Client,
  secret: string,
  now: Date,
): Promise<z.infer<typeof previewedArticle>> {
  const { preview, row, content } = await getPreviewed(client, secret, now);
  const revision = await client.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: row.id, number: row.head } },
    select: { createdAt: true },
  });
  const shown = await gatherReferences(client, row, content);
  const publishedAt = row.publishedAt ?? row.publishAt ?? revision.createdAt;
  const { article, incomplete } = await buildDraft(content, {
    id: row.id,
    edition: row.editionCount + 1,
    publishedAt,
    firstPublishedAt: row.firstPublishedAt ?? publishedAt,
    updatedAt: revision.createdAt,
    ...shown,
  });
  const mark = { revision: row.head, expiresAt: preview.expiresAt.toISOString(), incomplete };
  const ownPicture = (image: WireImage | null) => image && underLink(image, secret);
  return {
    ...article,
    image: ownPicture(article.image),
    bylines: article.bylines.map((byline) => ({ ...byline, image: ownPicture(byline.image) })),
    preview: mark,
  };
}

/** @throws Problem not-found, the same whether the link never was, has expired or was revoked */
async function getPreviewed(
  client: Client,
  secret: string,
  now: Date,
): Promise<Loaded & { preview: PreviewRow }> {
  const preview = await findPreviewByHash(client, sha256(secret), now);
  if (preview === null) throw notFound();
  return { preview, ...(await getArticle(client, preview.articleId)) };
}

/** The path of a preview; behind it are the pictures that the draft shows. */
export function previewPath(secret: string): string {
  return `/v1/previews/${secret}`;
}

/** A picture of a draft need not be public: it is found behind the link that shows the draft. */
function underLink(image: WireImage, secret: string): WireImage {
  const renditions = image.renditions.map((rendition) => ({
    ...rendition,
    url: previewPath(secret) + rendition.url,
  }));
  return { ...image, renditions };
}

/**
 * Where a file lies of a picture that the draft behind a link shows, and its type.
 *
 * @throws Problem not-found, also for a picture that the draft does not show
 */
export async function findPreviewedPicture(
  client: Client,
  { token, hash, name }: { token: string; hash: string; name: string },
  now: Date,
): Promise<{ key: string; type: string }> {
  const { content } = await getPreviewed(client, token, now);
  const asset = await findAssetByHash(client, hash);
  const isShown = asset !== null && references(content).asset.has(asset.id);
  const file = asset && renditionsOf(asset).find((rendition) => rendition.name === name);
  if (!isShown || file == null) throw notFound();
  return { key: blobKey(hash, file.name), type: file.type };
}

/** A preview as the desk shows it. */
export function presentPreview(row: PreviewRow, now: Date) {
  return {
    id: row.id,
    article: row.articleId,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    works: row.revokedAt === null && row.expiresAt > now,
  };
}
