/** What the routes of turns, quotes and claims have in common. */
import { type Finished, findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { WireAnswer } from '../core/http/rendition.ts';
import { pickFields } from '../core/http/wire.ts';
import { requireNotRetracted } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';
import { type PartName, requireNotDropped } from './part-editions.ts';
import { findPublished } from './wire-store.ts';

export async function findPublishedArticleId(
  client: Client,
  idOrSlug: string,
): Promise<string | null> {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const [row] = await findRows(client, 'PublishedArticle', where, ['id']);
  return row?.id ?? null;
}

/**
 * What a part answers that is not public.
 *
 * @throws Problem retracted, gone, not-found
 */
export async function refuseMissing(client: Client, kind: PartName, id: string): Promise<never> {
  await requireNotRetracted(client, { id });
  await requireNotDropped(client, kind, id);
  throw notFound();
}

interface PartRow {
  articleId: string;
  document: Finished;
  etag: string;
  ids: string[];
}

export async function answerPart(
  client: Client,
  row: PartRow,
  fields: string | undefined,
  changedAt: Date,
): Promise<WireAnswer> {
  const article = await findPublished(client, row.articleId);
  // It may have changed since the part was read.
  const isOlder = article !== null && article.lastModified < changedAt;
  const shared = { lastModified: isOlder ? article.lastModified : changedAt, tags: row.ids };
  return fields === undefined
    ? { body: row.document, etag: row.etag, ...shared }
    : { body: pickFields(row.document, fields), ...shared };
}
