/** What each feed is about, and what is in it. */
import type { WireArticle } from '../articles/schema.ts';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { Site } from '../core/http/context.ts';
import type { Redirect } from '../core/http/rendition.ts';
import { nextTurn, othersWait } from '../core/turns.ts';
import type { WireFigure } from '../figures/schema.ts';
import { findArticleLanguages, publishedFigures } from '../figures/wire-store.ts';
import type { WireSource } from '../sources/schema.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { termStores } from '../taxonomy/store.ts';
import { commonLanguage } from '../text/language.ts';
import { articleItem, claimItem, type Feed, type FeedItem, quoteItem, turnItem } from './items.ts';
import { newestOfFigure, newestOfSource } from './part-store.ts';
import { type ArticleScope, newestArticles } from './store.ts';

/** Feed readers ask often; who needs more asks the lists. */
export const ITEMS_MAX = 30;

export const SCOPES = ['sections', 'tags', 'sources', 'figures'] as const;
export type Scope = (typeof SCOPES)[number];

/** A feed with what its answer depends on; `url` is still to be set. */
export interface FoundFeed {
  feed: Omit<Feed, 'url'>;
  tags: string[];
}

/** The site, and when anything in public last changed. */
type FeedSite = Site & { changedAt: Date };

interface Content {
  id: string | null;
  title: string;
  description: string;
  /** Path of what it is about. */
  path: string;
  items: FeedItem[];
  tags: string[];
}

function finish(site: FeedSite, content: Content): FoundFeed {
  const { id, title, description, path, items, tags } = content;
  const { publicUrl, publicationName } = site;
  const newest = items.map(({ updatedAt }) => updatedAt).sort();
  return {
    feed: {
      id,
      title: title === '' ? publicationName : `${title} – ${publicationName}`,
      publisher: publicationName,
      description,
      language: commonLanguage(items.flatMap(({ language }) => language ?? [])),
      about: publicUrl + path,
      updatedAt: newest.at(-1) ?? site.changedAt.toISOString(),
      items,
    },
    tags,
  };
}

/** Everything that is published. */
export async function siteFeed(client: Client, site: FeedSite): Promise<FoundFeed> {
  const { items, ids } = await articleItems(client, site, {});
  return finish(site, {
    id: null,
    title: '',
    description: 'Everything that is published, newest first.',
    path: '/v1/articles',
    items,
    tags: ['articles', ...ids],
  });
}

async function articleItems(client: Client, site: Site, scope: ArticleScope) {
  const rows = await newestArticles(client, scope, ITEMS_MAX);
  const articles: WireArticle[] = [];
  for (const { document } of rows) {
    articles.push(JSON.parse(document.toString()) as WireArticle);
    if (othersWait()) await nextTurn();
  }
  return {
    articles,
    items: articles.map((article) => articleItem(article, site.publicUrl)),
    ids: rows.map(({ id }) => id),
  };
}

/**
 * The feed of a section, tag, source or figure; for a former slug the present one.
 *
 * @throws Problem not-found where nothing public is called so
 */
export async function scopedFeed(
  client: Client,
  site: FeedSite,
  scope: Scope,
  slug: string,
  path: (slug: string) => string,
): Promise<FoundFeed | Redirect> {
  switch (scope) {
    case 'sections':
      return termFeed(client, site, 'section', slug, path);
    case 'tags':
      return termFeed(client, site, 'tag', slug, path);
    case 'sources':
      return sourceFeed(client, site, slug, path);
    case 'figures':
      return figureFeed(client, site, slug, path);
  }
}

async function termFeed(
  client: Client,
  site: FeedSite,
  kind: 'section' | 'tag',
  slug: string,
  path: (slug: string) => string,
): Promise<FoundFeed | Redirect> {
  const { articles, items, ids } = await articleItems(client, site, { [kind]: slug });
  const term = await termStores[kind].find(client, slug, ['id', 'slug']);
  const [article] = articles;
  if (article === undefined) {
    // A section that only drafts have is as if it were not.
    if (term === null || (await newestArticles(client, { [kind]: term.slug }, 1)).length === 0)
      throw notFound();
    return { redirect: path(term.slug) };
  }
  const shown =
    kind === 'section' ? article.section : article.tags.find((tag) => tag.slug === slug);
  const name = shown?.name ?? slug;
  return finish(site, {
    id: term?.id ?? null,
    title: name,
    description: `What is published ${kind === 'section' ? 'in' : 'about'} ${name}, newest first.`,
    path: `/v1/articles?${kind}=${slug}`,
    items,
    tags: ['articles', ...ids],
  });
}

/** What is public under a slug. By an id or a former slug it leads to the present one. */
async function findNamed<R extends { slug: string }>(
  client: Client,
  store: {
    find(client: Client, idOrSlug: string): Promise<R | null>;
    findPresent(client: Client, idOrSlug: string): Promise<{ slug: string } | null>;
  },
  slug: string,
  path: (slug: string) => string,
): Promise<R | Redirect> {
  const row = await store.find(client, slug);
  if (row?.slug === slug) return row;
  const present = row ?? (await store.findPresent(client, slug));
  if (present === null) throw notFound();
  return { redirect: path(present.slug) };
}

async function sourceFeed(
  client: Client,
  site: FeedSite,
  slug: string,
  path: (slug: string) => string,
): Promise<FoundFeed | Redirect> {
  const row = await findNamed(client, publishedSources, slug, path);
  if ('redirect' in row) return row;
  const source = JSON.parse(row.document) as WireSource;
  const rows = await inLanguages(client, await newestOfSource(client, row.id, ITEMS_MAX));
  const present = { quote: quoteItem, claim: claimItem, turn: turnItem };
  return finish(site, {
    id: row.id,
    title: source.name,
    description: `All that ${source.name} said in what is published, newest first.`,
    path: source.url,
    items: rows.map(({ kind, document, ...appearance }) =>
      present[kind](JSON.parse(document), { ...appearance, publicUrl: site.publicUrl }),
    ),
    tags: [row.id, ...rows.flatMap(({ id, articleId }) => [id, articleId])],
  });
}

async function figureFeed(
  client: Client,
  site: FeedSite,
  slug: string,
  path: (slug: string) => string,
): Promise<FoundFeed | Redirect> {
  const row = await findNamed(client, publishedFigures, slug, path);
  if ('redirect' in row) return row;
  const figure = JSON.parse(row.document) as WireFigure;
  const rows = await inLanguages(client, await newestOfFigure(client, row.id, ITEMS_MAX));
  return finish(site, {
    id: row.id,
    title: figure.question,
    description: 'What sources say it is, newest first.',
    path: figure.url,
    items: rows.map(({ document, ...appearance }) =>
      claimItem(JSON.parse(document), { ...appearance, publicUrl: site.publicUrl }),
    ),
    tags: [row.id, ...rows.flatMap(({ id, articleId }) => [id, articleId])],
  });
}

/** Parts with the language of their article. */
async function inLanguages<T extends { articleId: string }>(
  client: Client,
  parts: readonly T[],
): Promise<(T & { language: string | null })[]> {
  const articles = new Set(parts.map(({ articleId }) => articleId));
  const languages = await findArticleLanguages(client, [...articles]);
  return parts.map((part) => ({ ...part, language: languages.get(part.articleId) ?? null }));
}
