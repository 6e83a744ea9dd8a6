import type { ArticleInput } from '../articles/schema.ts';
import { freeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { createTerm } from '../taxonomy/service.ts';
import { type TermKind, termStores } from '../taxonomy/store.ts';
import type { StoryHead } from './batch.ts';
import type { ImportTerm } from './item.ts';

/**
 * An article as it can be created here: under the slug that it had, or the next free one,
 * and with its new sections and tags made by the names that they had.
 */
export async function placeArticle(
  work: Work,
  item: StoryHead,
  article: ArticleInput,
): Promise<ArticleInput> {
  if (item.section !== null) await nameTerm(work, 'section', item.section);
  for (const tag of item.tags) await nameTerm(work, 'tag', tag);
  return item.slug === null
    ? article
    : { ...article, slug: await freeSlug(work.client, 'article', item.slug) };
}

async function nameTerm(work: Work, kind: TermKind, { slug, name }: ImportTerm): Promise<void> {
  if ((await termStores[kind].find(work.client, slug, ['id'])) === null)
    await createTerm(work, kind, { slug, name });
}
