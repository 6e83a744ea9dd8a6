/**
 * The projection: one published article as rows of the published tables. It is made of
 * the live revision, the editions and the reference data alone, so that it can be made
 * again at any time with the same bytes.
 */
import { type ArticleContent, references } from '../articles/content.ts';
import type { WireArticle } from '../articles/schema.ts';
import { type ArticleRow, getContent } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { entityTag } from '../core/hash.ts';
import { dayToNumber } from '../core/http/scalars.ts';
import { presentFigureRef } from '../figures/service.ts';
import { type FigureRow, findFigures } from '../figures/store.ts';
import { insertIntoIndex, removeFromIndex } from '../search/index-store.ts';
import { presentRef } from '../sources/service.ts';
import { findSources, type SourceRow } from '../sources/store.ts';
import { findTerm, type TermKind } from '../taxonomy/store.ts';
import { slugify } from '../text/slug.ts';
import { foldForSearch } from '../text/words.ts';
import {
  buildArticle,
  buildSummary,
  type Correction,
  type WireClaim,
  type WireQuote,
  type WireTurn,
} from './document.ts';

/** Everything a publication is made from, and what it is about. */
export interface Publication {
  article: WireArticle;
  document: string;
  etag: string;
  summary: string;
  content: ArticleContent;
  sources: ReadonlyMap<string, SourceRow>;
}

/** Makes the public document of an article's live revision. */
export async function makePublication(
  client: Client,
  row: ArticleRow,
  content: ArticleContent,
): Promise<Publication> {
  const ids = (kind: string) =>
    references(content)
      .filter((r) => r.kind === kind)
      .map((r) => r.targetId);
  const sources = await followSources(client, ids('source'));
  const figures = await followFigures(client, ids('figure'));
  const article = buildArticle(content, {
    id: row.id,
    edition: row.editionCount,
    publishedAt: row.publishedAt as Date,
    firstPublishedAt: row.firstPublishedAt as Date,
    updatedAt: await lastEditionAt(client, row),
    sources: new Map([...sources].map(([id, source]) => [id, presentRef(source)])),
    figures: new Map([...figures].map(([id, figure]) => [id, presentFigureRef(figure)])),
    sections: await findTermRefs(
      client,
      'section',
      content.section === '' ? [] : [content.section],
    ),
    tags: await findTermRefs(client, 'tag', content.tags),
    corrections: await findCorrections(client, row.id),
    supersededBy: await findSuperseding(client, content),
  });
  const document = JSON.stringify(article);
  return {
    article,
    document,
    etag: entityTag(document),
    summary: JSON.stringify(buildSummary(article, content)),
    content,
    sources,
  };
}

/** The time of the newest edition that shows something; what it is itself when it is being made. */
async function lastEditionAt(client: Client, row: ArticleRow): Promise<Date> {
  const edition = await client.edition.findFirst({
    where: { articleId: row.id, number: row.editionCount },
    select: { publishedAt: true },
  });
  return edition?.publishedAt ?? (row.publishedAt as Date);
}

/** Sources by the id that a content names; a merged one stands as the one that it became. */
async function followSources(client: Client, ids: string[]): Promise<Map<string, SourceRow>> {
  return follow(ids, (missing) => findSources(client, missing));
}

async function followFigures(client: Client, ids: string[]): Promise<Map<string, FigureRow>> {
  return follow(ids, (missing) => findFigures(client, missing));
}

async function follow<R extends { id: string; mergedIntoId: string | null }>(
  ids: string[],
  find: (ids: string[]) => Promise<R[]>,
): Promise<Map<string, R>> {
  const rows = new Map<string, R>();
  let wanted = ids;
  while (wanted.length > 0) {
    for (const row of await find(wanted)) rows.set(row.id, row);
    wanted = [...rows.values()]
      .map((row) => row.mergedIntoId)
      .filter((id): id is string => id !== null && !rows.has(id));
  }
  const resolve = (id: string): R | undefined => {
    const row = rows.get(id);
    return row?.mergedIntoId != null ? resolve(row.mergedIntoId) : row;
  };
  return new Map(
    ids.flatMap((id) => {
      const row = resolve(id);
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
}

async function findTermRefs(client: Client, kind: TermKind, slugs: string[]) {
  const refs = new Map<string, { slug: string; name: string }>();
  for (const slug of slugs) {
    const row = await findTerm(client, kind, slug);
    if (row !== null) refs.set(slug, { slug: row.slug, name: row.name });
  }
  return refs;
}

async function findCorrections(client: Client, articleId: string): Promise<Correction[]> {
  const editions = await client.edition.findMany({
    where: { articleId, kind: { in: ['correction', 'retraction'] } },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true, note: true, changed: true, publishedAt: true },
  });
  return editions.map((edition) => ({
    edition: edition.number,
    kind: edition.kind as Correction['kind'],
    note: edition.note,
    about: JSON.parse(edition.changed) as string[],
    publishedAt: edition.publishedAt.toISOString(),
  }));
}

/** By whom an article's claims are superseded: published claims of others, and its own. */
async function findSuperseding(
  client: Client,
  { claims }: ArticleContent,
): Promise<Map<string, string>> {
  const ids = claims.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await client.publishedClaim.findMany({
    where: { supersedesId: { in: ids }, id: { notIn: ids } },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, supersedesId: true },
  });
  const own = claims.filter(({ supersedes }) => supersedes !== null && ids.includes(supersedes));
  return new Map([
    ...own.map((claim) => [claim.supersedes as string, claim.id] as const),
    ...rows.map((row) => [row.supersedesId as string, row.id] as const),
  ]);
}

/** Takes an article off the published tables. @returns the ids of what it held */
export async function removeProjection(client: Client, articleId: string): Promise<Held> {
  const held = await readHeld(client, articleId);
  await removeFromIndex(client, articleId);
  await client.publishedClaim.deleteMany({ where: { articleId } });
  await client.publishedQuote.deleteMany({ where: { articleId } });
  await client.publishedTurn.deleteMany({ where: { articleId } });
  await client.publishedArticle.deleteMany({ where: { id: articleId } });
  return held;
}

/** What a published article held: the parts, and what they referred to. */
export interface Held {
  slug: string | null;
  parts: { kind: 'turn' | 'quote' | 'claim'; id: string }[];
  sources: string[];
  figures: string[];
  /** Claims of other articles that its claims supersede. */
  supersedes: string[];
}

export async function readHeld(client: Client, articleId: string): Promise<Held> {
  const where = { articleId };
  const article = await client.publishedArticle.findUnique({
    where: { id: articleId },
    select: { slug: true },
  });
  const turns = await client.publishedTurn.findMany({ where, select: { id: true } });
  const quotes = await client.publishedQuote.findMany({ where, select: { id: true } });
  const claims = await client.publishedClaim.findMany({
    where,
    select: { id: true, supersedesId: true },
  });
  const sources = await client.publishedArticleSource.findMany({
    where,
    select: { sourceId: true },
  });
  const figures = await client.publishedArticleFigure.findMany({
    where,
    select: { figureId: true },
  });
  return {
    slug: article?.slug ?? null,
    parts: [
      ...turns.map(({ id }) => ({ kind: 'turn' as const, id })),
      ...quotes.map(({ id }) => ({ kind: 'quote' as const, id })),
      ...claims.map(({ id }) => ({ kind: 'claim' as const, id })),
    ],
    sources: sources.map(({ sourceId }) => sourceId),
    figures: figures.map(({ figureId }) => figureId),
    supersedes: claims.flatMap(({ supersedesId }) => (supersedesId === null ? [] : [supersedesId])),
  };
}

/** Writes the rows of a publication. The article must not be in the published tables. */
export async function insertProjection(
  client: Client,
  row: ArticleRow,
  publication: Publication,
): Promise<void> {
  const { article } = publication;
  await client.publishedArticle.create({
    data: {
      id: article.id,
      slug: article.slug,
      kind: article.kind,
      section: article.section.slug,
      language: article.language,
      edition: article.edition,
      revision: row.live as number,
      publishedAt: new Date(article.publishedAt),
      firstPublishedAt: new Date(article.firstPublishedAt),
      updatedAt: new Date(article.updatedAt),
      searchText: foldForSearch(
        [
          article.headline,
          article.summary,
          article.bodyText,
          ...article.interviews.flatMap(({ turns }) => turns.map(({ plainText }) => plainText)),
        ].join('\n'),
      ),
      document: publication.document,
      summary: publication.summary,
      cacheTags: idsIn(article).join(','),
      etag: publication.etag,
    },
  });
  await insertRelations(client, article);
  await insertParts(client, publication);
  await insertIntoIndex(client, article);
}

/** Every id in a public document: its own, its parts', and what they refer to. */
export function idsIn(article: WireArticle): string[] {
  const parts = [
    ...article.interviews.flatMap(({ turns }) => turns),
    ...article.quotes,
    ...article.claims,
  ];
  return [
    ...new Set([
      article.id,
      ...parts.map(({ id }) => id),
      ...article.sources.map(({ id }) => id),
      ...article.claims.map(({ figure }) => figure.id),
    ]),
  ];
}

async function insertRelations(client: Client, article: WireArticle): Promise<void> {
  const articleId = article.id;
  const figures = [...new Set(article.claims.map(({ figure }) => figure.id))];
  if (article.tags.length > 0) {
    await client.publishedArticleTag.createMany({
      data: article.tags.map(({ slug }) => ({ articleId, tag: slug })),
    });
  }
  if (article.sources.length > 0) {
    await client.publishedArticleSource.createMany({
      data: article.sources.map(({ id }) => ({ articleId, sourceId: id })),
    });
  }
  if (figures.length > 0) {
    await client.publishedArticleFigure.createMany({
      data: figures.map((figureId) => ({ articleId, figureId })),
    });
  }
}

async function insertParts(client: Client, { article, sources }: Publication): Promise<void> {
  const reference = {
    id: article.id,
    slug: article.slug,
    headline: article.headline,
    url: article.url,
    publishedAt: article.publishedAt,
  };
  const turns = article.interviews.flatMap((interview) =>
    interview.turns.map((turn) =>
      turnRow(article, turn, { ...turn, interview: interview.id, article: reference }),
    ),
  );
  const quotes = article.quotes.map((quote) =>
    quoteRow(article, quote, { ...quote, article: reference }, sources),
  );
  const claims = article.claims.map((claim) =>
    claimRow(article, claim, { ...claim, article: reference }),
  );
  if (turns.length > 0) await client.publishedTurn.createMany({ data: turns });
  if (quotes.length > 0) await client.publishedQuote.createMany({ data: quotes });
  if (claims.length === 0) return;
  await client.publishedClaim.createMany({ data: claims });
  await client.publishedClaimSource.createMany({
    data: article.claims.flatMap((claim) =>
      [...new Set([claim.source.id, ...claim.chain.map((link) => link.source.id)])].map(
        (sourceId) => ({
          claimId: claim.id,
          sourceId,
        }),
      ),
    ),
  });
}

function finished(shown: unknown): { document: string; etag: string } {
  const document = JSON.stringify(shown);
  return { document, etag: entityTag(document) };
}

function turnRow(article: WireArticle, turn: WireTurn, shown: unknown) {
  return {
    id: turn.id,
    articleId: article.id,
    position: turn.position,
    role: turn.role,
    speakerId: turn.speaker.id,
    section: article.section.slug,
    publishedAt: new Date(article.publishedAt),
    searchText: foldForSearch(turn.plainText),
    ...finished(shown),
  };
}

function quoteRow(
  article: WireArticle,
  quote: WireQuote,
  shown: unknown,
  sources: ReadonlyMap<string, SourceRow>,
) {
  return {
    id: quote.id,
    articleId: article.id,
    position: quote.position,
    kind: quote.kind,
    speakerId: quote.speaker.id,
    organisation: organisationOf(quote, sources),
    anonymous: quote.anonymous,
    section: article.section.slug,
    saidFrom: dayOrNull(quote.saidOn?.from),
    saidTo: dayOrNull(quote.saidOn?.to),
    publishedAt: new Date(article.publishedAt),
    searchText: foldForSearch(quote.text),
    ...finished(shown),
  };
}

/** For whom a quote was said: as the quote says, as the speaker belongs, or the speaker itself. */
function organisationOf(quote: WireQuote, sources: ReadonlyMap<string, SourceRow>): string | null {
  const speaker = [...sources.values()].find(({ id }) => id === quote.speaker.id);
  const name =
    quote.organisation ??
    speaker?.affiliation ??
    (quote.speaker.kind === 'organisation' ? quote.speaker.name : null);
  return name === null ? null : slugify(name);
}

function claimRow(article: WireArticle, claim: WireClaim, shown: unknown) {
  const published = dayToNumber(article.firstPublishedAt);
  return {
    id: claim.id,
    articleId: article.id,
    position: claim.position,
    figureId: claim.figure.id,
    sourceId: claim.source.id,
    comparator: claim.comparator,
    low: claim.low,
    high: claim.high,
    unit: claim.unit,
    place: claim.place === null ? null : slugify(claim.place),
    asOfFrom: dayOrNull(claim.asOf?.from) ?? dayOrNull(claim.asOf?.to) ?? published,
    asOfTo: dayOrNull(claim.asOf?.to) ?? published,
    standing: claim.standing,
    supersedesId: claim.supersedes,
    section: article.section.slug,
    publishedAt: new Date(article.publishedAt),
    searchText: foldForSearch(claim.text),
    ...finished(shown),
  };
}

function dayOrNull(day: string | null | undefined): number | null {
  return day === null || day === undefined ? null : dayToNumber(day);
}

/** Projects the live revision of an article again: after a change of what it refers to. */
export async function projectAgain(
  client: Client,
  row: ArticleRow,
): Promise<{ publication: Publication; held: Held }> {
  const content = await getContent(client, row.id, row.live as number);
  const held = await removeProjection(client, row.id);
  const publication = await makePublication(client, row, content);
  await insertProjection(client, row, publication);
  return { publication, held };
}
