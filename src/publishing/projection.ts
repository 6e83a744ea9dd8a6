/**
 * The projection: one published article as rows of the published tables. It is made of
 * the live revision, the editions and the reference data alone, so that it can be made
 * again at any time with the same bytes. Since when it has been answered with them is told by
 * the row before.
 */
import type { ArticleContent } from '../articles/content.ts';
import type { WireArticle } from '../articles/schema.ts';
import { type ArticleRow, getContents } from '../articles/store.ts';
import { keepAssetUses } from '../assets/store.ts';
import { deleteRows, findRows, findWholeRows, insertRows } from '../core/database/rows.ts';
import { type Client, isUniqueViolation } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { insertIntoIndex, removeFromIndex } from '../search/index-store.ts';
import { type PackedDocument, packDocuments } from './packing.ts';
import {
  articleRow,
  claimRow,
  claimSources,
  imagesIn,
  quoteRow,
  referenceTo,
  turnRow,
} from './projection-rows.ts';
import { type Live, makePublications, type Publication } from './publication.ts';
import { count, type OpenTally, openTally, type Tally } from './tally.ts';

/** Takes an article off the published tables. @returns what it held */
export async function removeProjection(client: Client, articleId: string): Promise<Held> {
  const held = await removeProjections(client, [articleId]);
  return held.get(articleId) as Held;
}

/** Takes some articles off the published tables. @returns what they held, by their ids */
export async function removeProjections(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, Held>> {
  const held = await readHeld(client, ids);
  await removeFromIndex(client, ids);
  await deleteRows(client, 'PublishedClaim', { articleId: ids });
  await deleteRows(client, 'PublishedQuote', { articleId: ids });
  await deleteRows(client, 'PublishedTurn', { articleId: ids });
  await deleteRows(client, 'PublishedArticle', { id: ids });
  return held;
}

/** What an article was answered with: the entity tag of its document, and since when. */
export interface Answered {
  etag: string;
  lastModified: Date;
}

/** What a published article held: the parts, and what they referred to. */
export interface Held {
  slug: string | null;
  answered: Answered | null;
  parts: { kind: 'turn' | 'quote' | 'claim'; id: string }[];
  sources: string[];
  figures: string[];
  /** Claims of other articles that its claims supersede. */
  supersedes: string[];
  /** How many of its parts refer to each source and figure. */
  tally: Tally;
}

/** What an article held that was not public. */
export const NOTHING_HELD: Held = Object.freeze({
  slug: null,
  answered: null,
  parts: [],
  sources: [],
  figures: [],
  supersedes: [],
  tally: openTally(),
});

async function readHeld(client: Client, ids: readonly string[]): Promise<Map<string, Held>> {
  const held = new Map<string, Held & { tally: OpenTally }>();
  for (const id of ids) {
    const parts = { parts: [], sources: [], figures: [], supersedes: [] };
    held.set(id, { slug: null, answered: null, ...parts, tally: openTally() });
  }
  const of = (id: string) => held.get(id) as Held & { tally: OpenTally };
  const where = { articleId: ids };
  const columns = ['id', 'slug', 'etag', 'lastModified'] as const;
  const rows = await findRows(client, 'PublishedArticle', { id: ids }, columns);
  for (const { id, slug, ...answered } of rows) Object.assign(of(id), { slug, answered });
  await readHeldParts(client, ids, of);
  const sources = await findWholeRows(client, 'PublishedArticleSource', where);
  for (const { articleId, sourceId } of sources) of(articleId).sources.push(sourceId);
  const figures = await findWholeRows(client, 'PublishedArticleFigure', where);
  for (const { articleId, figureId } of figures) of(articleId).figures.push(figureId);
  return held;
}

async function readHeldParts(
  client: Client,
  ids: readonly string[],
  of: (articleId: string) => Held & { tally: OpenTally },
): Promise<void> {
  const where = { articleId: ids };
  const spoken = ['id', 'articleId', 'speakerId'] as const;
  for (const { id, articleId, speakerId } of await findRows(
    client,
    'PublishedTurn',
    where,
    spoken,
  )) {
    of(articleId).parts.push({ kind: 'turn', id });
    count(of(articleId).tally, 'turns', speakerId);
  }
  const quotes = await findRows(client, 'PublishedQuote', where, spoken);
  for (const { id, articleId, speakerId } of quotes) {
    of(articleId).parts.push({ kind: 'quote', id });
    count(of(articleId).tally, 'quotes', speakerId);
  }
  const columns = ['id', 'articleId', 'figureId', 'supersedesId'] as const;
  const claims = await findRows(client, 'PublishedClaim', where, columns);
  for (const { id, articleId, figureId, supersedesId } of claims) {
    of(articleId).parts.push({ kind: 'claim', id });
    count(of(articleId).tally, 'claims', figureId);
    if (supersedesId !== null) of(articleId).supersedes.push(supersedesId);
  }
  const articleOf = new Map(claims.map(({ id, articleId }) => [id, articleId]));
  const cited = await findWholeRows(client, 'PublishedClaimSource', {
    claimId: claims.map(({ id }) => id),
  });
  for (const { claimId, sourceId } of cited)
    count(of(articleOf.get(claimId) as string).tally, 'cited', sourceId);
}

/**
 * Writes the rows of publications. The articles must not be in the published tables.
 *
 * @param now when they change, but for those that are answered as before
 * @param answered what articles were answered with, by their ids
 */
export async function insertProjections(
  client: Client,
  publications: readonly Publication[],
  now: Date,
  answered: ReadonlyMap<string, Answered> = new Map(),
): Promise<void> {
  if (publications.length === 0) return;
  // A thread compresses while the index is written and the other rows are made.
  const packing = packDocuments(publications.map(({ document }) => document));
  const articles = publications.map(({ article }) => article);
  await insertIntoIndex(client, articles);
  const relations = relationsOf(articles);
  const parts = partsOf(publications);
  const packed = await packing;
  const rows = publications.map((publication, index) => {
    const before = answered.get(publication.article.id);
    const lastModified = isAnsweredSo(publication, before) ? before.lastModified : now;
    return articleRow(publication, lastModified, packed[index] as PackedDocument);
  });
  await insertRows(client, 'PublishedArticle', rows);
  await insertRelations(client, relations);
  await insertParts(client, parts);
}

/** Whether it was answered with the same bytes, since a time that can be true of them. */
function isAnsweredSo(
  { etag, article }: Publication,
  before: Answered | undefined,
): before is Answered {
  return before?.etag === etag && before.lastModified >= new Date(article.updatedAt);
}

/** What articles refer to, as rows. */
function relationsOf(articles: readonly WireArticle[]) {
  return {
    tags: articles.flatMap(({ id, tags }) =>
      tags.map(({ slug }) => ({ articleId: id, tag: slug })),
    ),
    sources: articles.flatMap(({ id, sources }) =>
      sources.map((source) => ({ articleId: id, sourceId: source.id })),
    ),
    figures: articles.flatMap(({ id, claims }) =>
      [...new Set(claims.map(({ figure }) => figure.id))].map((figureId) => ({
        articleId: id,
        figureId,
      })),
    ),
    images: articles.flatMap((article) =>
      imagesIn(article).map((assetId) => ({ articleId: article.id, assetId })),
    ),
  };
}

async function insertRelations(
  client: Client,
  { tags, sources, figures, images }: ReturnType<typeof relationsOf>,
): Promise<void> {
  await insertRows(client, 'PublishedArticleTag', tags);
  await insertRows(client, 'PublishedArticleSource', sources);
  await insertRows(client, 'PublishedArticleFigure', figures);
  await keepAssetUses(client, images);
}

/** The parts of publications as rows. */
function partsOf(publications: readonly Publication[]) {
  return {
    turns: publications.flatMap(({ article }) =>
      article.interviews.flatMap((interview) =>
        interview.turns.map((turn) =>
          turnRow(article, turn, {
            ...turn,
            interview: interview.id,
            article: referenceTo(article),
          }),
        ),
      ),
    ),
    quotes: publications.flatMap(({ article, directory: { sources } }) =>
      article.quotes.map((quote) =>
        quoteRow(article, quote, { ...quote, article: referenceTo(article) }, sources),
      ),
    ),
    claims: publications.flatMap(({ article }) =>
      article.claims.map((claim) =>
        claimRow(article, claim, { ...claim, article: referenceTo(article) }),
      ),
    ),
    chains: publications.flatMap(({ article }) => article.claims.flatMap(claimSources)),
  };
}

/** @throws Problem already-exists */
async function insertParts(
  client: Client,
  { turns, quotes, claims, chains }: ReturnType<typeof partsOf>,
): Promise<void> {
  try {
    await insertRows(client, 'PublishedTurn', turns);
    await insertRows(client, 'PublishedQuote', quotes);
    await insertRows(client, 'PublishedClaim', claims);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Ids are given once; only what was brought in from elsewhere can bring one along twice.
    throw new Problem('already-exists', 'Another published article has a part with the same id.');
  }
  await insertRows(client, 'PublishedClaimSource', chains);
}

/** What an article showed before it was projected again, and what it shows now. */
export interface Projected {
  publication: Publication;
  held: Held;
}

/**
 * Projects the live revisions of some articles again, after a change of what they refer
 * to. Articles that are not live are left out.
 *
 * @param now when they change, but for those that are answered as before
 * @param answered what they were answered with, by their ids, if not with what is public now
 */
export async function projectAgain(
  client: Client,
  ids: readonly string[],
  now: Date,
  answered?: ReadonlyMap<string, Answered>,
): Promise<Projected[]> {
  const found = await findWholeRows(client, 'Article', { id: ids });
  const rows = found.filter(({ live }) => live !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
  const publications = await makePublications(client, await readLive(client, rows));
  const held = await removeProjections(
    client,
    rows.map(({ id }) => id),
  );
  await insertProjections(client, publications, now, answered ?? answeredOf(held));
  return publications.map((publication) => ({
    publication,
    held: held.get(publication.article.id) as Held,
  }));
}

function answeredOf(held: ReadonlyMap<string, Held>): Map<string, Answered> {
  const answered = new Map<string, Answered>();
  for (const [id, before] of held) if (before.answered !== null) answered.set(id, before.answered);
  return answered;
}

/** Articles with the contents of their live revisions. */
export async function readLive(client: Client, rows: readonly ArticleRow[]): Promise<Live[]> {
  if (rows.length === 0) return [];
  const contents = await getContents(
    client,
    rows.map(({ id, live }) => ({ articleId: id, number: live as number })),
  );
  return rows.map((row, index) => ({ row, content: contents[index] as ArticleContent }));
}
