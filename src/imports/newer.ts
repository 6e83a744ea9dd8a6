/** A revision that was newer than what is public where an article comes from. */

import { resolveContent } from '../articles/resolve.ts';
import type { ArticleInput } from '../articles/schema.ts';
import { getForChange, saveRevision } from '../articles/service.ts';
import { attempt } from '../core/attempt.ts';
import { freeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { problemOf } from './batch.ts';
import { newerLeftOut } from './own.ts';

/**
 * Makes it the newest revision of the article here, with the ids of its parts; what is public
 * stays. One that is refused is left out.
 *
 * @returns what became of it, in a sentence for the editor
 */
export async function bringNewer(
  work: Work,
  articleId: string,
  { note, slug, ...document }: ArticleInput,
): Promise<string> {
  try {
    return await attempt(work, async (part) => {
      const loaded = await getForChange(part, articleId, '*');
      const own = loaded.row.slug;
      const wanted = slug ?? own;
      const isKept = wanted === own || (await isFree(part, wanted));
      const input = { ...document, slug: isKept ? wanted : own };
      const content = await resolveContent(part, input, loaded.content, true);
      await saveRevision(part, loaded, content, note ?? null);
      const lost = isKept ? '' : `; its slug ${wanted} is taken`;
      return `Its newest revision was not public where it comes from, and is not here${lost}.`;
    });
  } catch (error) {
    return newerLeftOut(problemOf(error).detail);
  }
}

const isFree = async ({ client }: Work, slug: string): Promise<boolean> =>
  (await freeSlug(client, 'article', slug)) === slug;
