/** From live revisions to public documents: what is read for them, and the finished bytes. */
import { type ArticleContent, references } from '../articles/content.ts';
import type { WireArticle } from '../articles/schema.ts';
import type { ArticleRow } from '../articles/store.ts';
import type { WireImage } from '../assets/schema.ts';
import { presentImage } from '../assets/service.ts';
import { findAssets } from '../assets/store.ts';
import type { Client } from '../core/database/types.ts';
import { entityTag } from '../core/hash.ts';
import { nextTurn } from '../core/turns.ts';
import { presentFigureRef } from '../figures/service.ts';
import { figureStore } from '../figures/store.ts';
import { presentRef } from '../sources/service.ts';
import { sourceStore } from '../sources/store.ts';
import { findTermRefs } from '../taxonomy/store.ts';
import type { Directory } from './check.ts';
import { buildArticle, buildSummary, type Correction, type Surroundings } from './document.ts';
import { listSuperseding, listTellingEditions } from './store.ts';

/** An article, and the content of its live revision. */
export interface Live {
  row: ArticleRow;
  content: ArticleContent;
}

/** Everything a publication is made from, and what it is about. */
export interface Publication {
  /** Number of the live revision. */
  revision: number;
  article: WireArticle;
  document: string;
  etag: string;
  summary: string;
  content: ArticleContent;
  /** What it was made from of sources and figures. */
  directory: Directory;
}

/** The edition that is being made of a document, which is not stored yet. */
export interface PendingEdition {
  articleId: string;
  number: number;
  kind: string;
  note: string | null;
  /** The ids of the quotes and claims that a correction is about. */
  about: readonly string[];
  publishedAt: Date;
}

/** What is known of publications before anything is read for them. */
export interface Prepared {
  pending?: readonly PendingEdition[];
  directory?: Directory | undefined;
}

/** Makes the public documents of some articles' live revisions, reading for all at once. */
export async function makePublications(
  client: Client,
  lives: readonly Live[],
  { pending = [], directory }: Prepared = {},
): Promise<Publication[]> {
  const shared = await readShared(client, lives, directory);
  for (const edition of pending) addEdition(shared.editions, edition);
  const publications: Publication[] = [];
  for (const live of lives) {
    // Making a document takes a while and waits for nothing; requests come in between.
    if (publications.length > 0) await nextTurn();
    publications.push(await finish(live, shared));
  }
  return publications;
}

/** What a document shows beside its revision, whether that is public or not. */
export async function gatherReferences(client: Client, row: ArticleRow, content: ArticleContent) {
  const live = { row, content };
  const shared = await readShared(client, [live]);
  return { ...shared.refs, ...shownBeside(live, shared) };
}

/** What the documents show beside the revisions, for several articles. */
interface Shared extends Directory {
  refs: Pick<Surroundings, 'sources' | 'figures' | 'sections' | 'tags' | 'assets'>;
  editions: Map<string, { lastAt: Date | undefined; corrections: Correction[] }>;
  superseding: { id: string; supersedesId: string | null }[];
}

async function readShared(
  client: Client,
  lives: readonly Live[],
  directory?: Directory,
): Promise<Shared> {
  const named = references(...lives.map(({ content }) => content));
  const sources = directory?.sources ?? (await sourceStore.follow(client, [...named.source]));
  const figures = directory?.figures ?? (await figureStore.follow(client, [...named.figure]));
  return {
    sources,
    figures,
    refs: {
      sources: new Map([...sources].map(([id, source]) => [id, presentRef(source)])),
      figures: new Map([...figures].map(([id, figure]) => [id, presentFigureRef(figure)])),
      sections: await findTermRefs(client, 'section', [...named.section]),
      tags: await findTermRefs(client, 'tag', [...named.tag]),
      assets: await findImages(client, [...named.asset]),
    },
    editions: await readEditions(client, lives),
    superseding: await listSuperseding(client, claimsIn(lives)),
  };
}

async function finish({ row, content }: Live, shared: Shared): Promise<Publication> {
  const publishedAt = row.publishedAt as Date;
  const article = await buildArticle(content, {
    id: row.id,
    edition: row.editionCount,
    publishedAt,
    firstPublishedAt: row.firstPublishedAt as Date,
    updatedAt: shared.editions.get(row.id)?.lastAt ?? publishedAt,
    ...shared.refs,
    ...shownBeside({ row, content }, shared),
  });
  const document = JSON.stringify(article);
  return {
    revision: row.live as number,
    article,
    document,
    etag: entityTag(document),
    summary: JSON.stringify(buildSummary(article)),
    content,
    directory: shared,
  };
}

function shownBeside({ row, content }: Live, { editions, superseding }: Shared) {
  return {
    corrections: editions.get(row.id)?.corrections ?? [],
    supersededBy: supersededIn(content, superseding),
  };
}

async function findImages(client: Client, ids: string[]): Promise<Map<string, WireImage>> {
  const rows = ids.length === 0 ? [] : await findAssets(client, ids);
  return new Map(rows.map((row) => [row.id, presentImage(row)]));
}

/** The time of each article's newest edition, and its corrections, the newest first. */
async function readEditions(client: Client, lives: readonly Live[]): Promise<Shared['editions']> {
  const newest = new Map(lives.map(({ row }) => [row.id, row.editionCount]));
  const rows = await listTellingEditions(client, [...newest.keys()], [...new Set(newest.values())]);
  const editions: Shared['editions'] = new Map(
    lives.map(({ row }) => [row.id, { lastAt: undefined, corrections: [] }]),
  );
  for (const edition of rows) {
    const known = editions.get(edition.articleId);
    if (known === undefined) continue;
    if (edition.number === newest.get(edition.articleId)) known.lastAt = edition.publishedAt;
    if (edition.kind !== 'correction' && edition.kind !== 'retraction') continue;
    known.corrections.push({
      edition: edition.number,
      kind: edition.kind,
      note: edition.note,
      about: JSON.parse(edition.changed) as string[],
      publishedAt: edition.publishedAt.toISOString(),
    });
  }
  return editions;
}

/** Counts an edition that is being made as the newest one. */
function addEdition(editions: Shared['editions'], edition: PendingEdition): void {
  const { articleId, number, kind, note, about, publishedAt } = edition;
  const known = editions.get(articleId);
  if (known === undefined) return;
  known.lastAt = publishedAt;
  if (kind !== 'correction') return;
  known.corrections.unshift({
    edition: number,
    kind,
    note,
    about: [...about],
    publishedAt: publishedAt.toISOString(),
  });
}

function claimsIn(lives: readonly Live[]): string[] {
  return lives.flatMap(({ content }) => content.claims.map(({ id }) => id));
}

/** By whom an article's claims are superseded: by published claims of others, and by its own. */
function supersededIn(
  { claims }: ArticleContent,
  published: Shared['superseding'],
): Map<string, string> {
  const ids = new Set(claims.map(({ id }) => id));
  const superseded = new Map<string, string>();
  for (const { id, supersedes } of claims)
    if (supersedes !== null && ids.has(supersedes)) superseded.set(supersedes, id);
  for (const { id, supersedesId } of published)
    if (supersedesId !== null && ids.has(supersedesId) && !ids.has(id))
      superseded.set(supersedesId, id);
  return superseded;
}
