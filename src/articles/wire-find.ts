/** Finding the published article that a path names. */
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { Redirect } from '../core/http/rendition.ts';
import { requireNotRetracted } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';
import { findFormerHolder, findPublished } from './wire-store.ts';

/**
 * The article of an id or slug; for a former slug, where it is now.
 *
 * @param find reads what is needed of it
 * @throws Problem not-found, retracted
 */
export async function findPublishedOr<T>(
  client: Client,
  name: string,
  present: (slug: string) => string,
  find: (client: Client, idOrSlug: string) => Promise<T | null>,
): Promise<T | Redirect> {
  const row = await find(client, name);
  if (row !== null) return row;
  await requireNotRetracted(client, isId(name) ? { id: name } : { slug: name });
  const holder = await findFormerHolder(client, name);
  if (holder === null) throw notFound();
  const article = await findPublished(client, holder);
  if (article !== null) return { redirect: present(article.slug) };
  await requireNotRetracted(client, { id: holder });
  throw notFound();
}
