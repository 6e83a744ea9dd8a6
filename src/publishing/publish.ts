/** The steps that change what is public. Each runs in one transaction. */

import { type ArticleContent, references } from '../articles/content.ts';
import { getForChange, type Loaded } from '../articles/service.ts';
import { type ArticleRow, getContent, updateArticle } from '../articles/store.ts';
import { appendChange, type ChangeType } from '../changes/log.ts';
import { nextCount } from '../core/database/counters.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { findFigures } from '../figures/store.ts';
import { findSources } from '../sources/store.ts';
import { changedParts, type GateProblem, runGate } from './gate.ts';
import {
  type Held,
  idsIn,
  insertProjection,
  makePublication,
  type Publication,
  projectAgain,
  removeProjection,
} from './projection.ts';
import { showFigures, showSources } from './reference-projection.ts';
import { requireStep } from './workflow.ts';

export type EditionKind = 'publication' | 'update' | 'correction' | 'retraction';

export interface PublishOptions {
  /** What changed and why; makes a correction of an update that changes anchored words. */
  note?: string | null | undefined;
  /** The quotes and claims that a correction is about, beside those whose words change. */
  about?: readonly string[] | undefined;
  correction?: boolean | undefined;
  /** When it was first published elsewhere; only for the first edition. */
  publishedAt?: Date | undefined;
}

/** What the gate finds in an article's newest revision. */
export async function checkArticle(
  client: Client,
  { row, content }: Loaded,
  note: string | null,
): Promise<GateProblem[]> {
  const ids = (kind: string) =>
    references(content)
      .filter((r) => r.kind === kind)
      .map((r) => r.targetId);
  const sources = await findSources(client, ids('source'));
  const figures = await findFigures(client, ids('figure'));
  const live = row.live === null ? null : await getContent(client, row.id, row.live);
  return runGate({
    content,
    sources: new Map(sources.map((source) => [source.id, source])),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    live,
    note,
  });
}

/** @throws Problem gate-refused with everything that the gate found */
export function requireGate(problems: GateProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Problem(
    'gate-refused',
    errors.length === 1
      ? `It can’t be published: ${errors[0]?.message}`
      : `It can’t be published: ${errors.length} problems.`,
    { errors: problems },
  );
}

/** Publishes the newest revision as the next edition. @throws Problem transition-forbidden, gate-refused */
export async function publishArticle(
  work: Work,
  idOrSlug: string,
  options: PublishOptions,
  precondition: Precondition,
): Promise<Loaded> {
  const loaded = await getForChange(work, idOrSlug, precondition);
  requireStep(loaded.row.state, options.correction ? 'correct' : 'publish');
  const note = options.note?.trim() ? options.note : null;
  requireGate(await checkArticle(work.client, loaded, note));
  return commitEdition(work, loaded, { ...options, note });
}

/** Points the article at its newest revision and projects it, edition and change log included. */
export async function commitEdition(
  work: Work,
  loaded: Loaded,
  options: PublishOptions,
): Promise<Loaded> {
  const { client, now } = work;
  const { row, content } = loaded;
  await nextCount(client, 'publications');
  const first = row.editionCount === 0;
  const changed = await changedIds(client, row, content);
  const kind = editionKind(row, options, changed);
  const at = first && options.publishedAt !== undefined ? options.publishedAt : now;
  const number = row.editionCount + 1;
  const note = options.note ?? null;
  const about = kind === 'correction' ? [...new Set([...changed, ...(options.about ?? [])])] : [];
  await client.edition.create({
    data: {
      id: createId(),
      articleId: row.id,
      number,
      revision: row.head,
      kind,
      note,
      changed: JSON.stringify(about),
      replacedBy: null,
      document: '',
      etag: '',
      publishedAt: at,
    },
  });
  const saved = await updateArticle(client, row.id, {
    state: 'live',
    live: row.head,
    editionCount: number,
    firstPublishedAt: row.firstPublishedAt ?? at,
    publishedAt: row.live === null ? at : row.publishedAt,
    publishAt: null,
    scheduledRevision: null,
    scheduledSlug: null,
    publishNote: null,
    scheduleFailure: null,
    embargoUntil: null,
    updatedAt: now,
  });
  const { publication, held } = await project(work, saved, content);
  await client.edition.update({
    where: { articleId_number: { articleId: row.id, number } },
    data: { document: publication.document, etag: publication.etag },
  });
  await tellChange(work, changeTypeOf(kind), publication, held);
  work.record({
    action: `article.${kind}`,
    kind: 'article',
    targetId: row.id,
    before: row.live,
    after: row.head,
    details: { edition: number },
  });
  return { row: saved, content };
}

function editionKind(row: ArticleRow, options: PublishOptions, changed: string[]): EditionKind {
  if (row.editionCount === 0) return 'publication';
  if (options.correction || (changed.length > 0 && options.note)) return 'correction';
  return row.live === null ? 'publication' : 'update';
}

function changeTypeOf(kind: EditionKind): ChangeType {
  if (kind === 'publication') return 'article.published';
  return kind === 'correction' ? 'article.corrected' : 'article.updated';
}

async function changedIds(
  client: Client,
  row: ArticleRow,
  content: ArticleContent,
): Promise<string[]> {
  if (row.live === null) return [];
  return changedParts(await getContent(client, row.id, row.live), content).map(({ id }) => id);
}

async function project(
  work: Work,
  row: ArticleRow,
  content: ArticleContent,
): Promise<{ publication: Publication; held: Held }> {
  const held = await removeProjection(work.client, row.id);
  const publication = await makePublication(work.client, row, content);
  await insertProjection(work.client, row, publication);
  const { article } = publication;
  if (held.slug !== null && held.slug !== article.slug)
    await keepFormerSlug(work.client, 'article', held.slug, row.id);
  await work.client.formerSlug.deleteMany({ where: { kind: 'article', slug: article.slug } });
  await projectNeighbours(work, row.id, held, publication);
  return { publication, held };
}

/** What an article's publication changes elsewhere: sources, figures, and superseded claims. */
async function projectNeighbours(
  work: Work,
  articleId: string,
  held: Held,
  publication: Publication | null,
): Promise<void> {
  const { client } = work;
  const sources = publication?.article.sources.map(({ id }) => id) ?? [];
  const claims = publication?.article.claims ?? [];
  await showSources(work, [...held.sources, ...sources]);
  await showFigures(work, [...held.figures, ...claims.map(({ figure }) => figure.id)]);
  const superseded = [...held.supersedes, ...claims.flatMap(({ supersedes }) => supersedes ?? [])];
  const others = await client.publishedClaim.findMany({
    where: { id: { in: superseded }, articleId: { not: articleId } },
    select: { articleId: true },
  });
  for (const id of new Set(others.map((claim) => claim.articleId))) await refresh(work, id);
}

/** Projects a published article again, because something that it shows has changed. */
export async function refresh(work: Work, articleId: string): Promise<void> {
  const row = await work.client.article.findUnique({ where: { id: articleId } });
  if (row === null || row.live === null) return;
  const before = await work.client.publishedArticle.findUnique({
    where: { id: articleId },
    select: { etag: true },
  });
  const { publication, held } = await projectAgain(work.client, row);
  if (before?.etag !== publication.etag)
    await tellChange(work, 'article.refreshed', publication, held);
}

async function tellChange(
  work: Work,
  type: ChangeType,
  publication: Publication,
  held: Held,
): Promise<void> {
  const { article, document } = publication;
  await appendChange(work, {
    type,
    kind: 'article',
    targetId: article.id,
    articleId: article.id,
    slug: article.slug,
    edition: article.edition,
    document,
    tags: tagsOf(article.id, held, publication),
  });
}

/** Lists whose answers change with any publication. */
const LISTS = ['articles', 'turns', 'quotes', 'claims', 'sources', 'figures', 'corrections'];

function tagsOf(articleId: string, held: Held, publication: Publication | null): string[] {
  const now = publication === null ? [] : idsIn(publication.article);
  const before = held.parts.map(({ id }) => id);
  return [...new Set([articleId, ...LISTS, ...before, ...held.sources, ...held.figures, ...now])];
}

/** Takes an article off the wire, which then answers 404. */
export async function withdrawArticle(
  work: Work,
  idOrSlug: string,
  note: string | null,
  precondition: Precondition,
): Promise<Loaded> {
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, 'withdraw');
  await nextCount(work.client, 'publications');
  const held = await takeOff(work, row.id);
  const saved = await updateArticle(work.client, row.id, {
    state: 'withdrawn',
    live: null,
    updatedAt: work.now,
  });
  await tellGone(work, 'article.withdrawn', row, held, null);
  work.record({
    action: 'article.withdraw',
    kind: 'article',
    targetId: row.id,
    before: row.live,
    details: { note },
  });
  return { row: saved, content };
}

export interface Retraction {
  /** Why, as readers are told. */
  note: string;
  /** The article that replaces it. */
  replacedBy: ArticleRow | null;
}

/** Retracts an article: the wire answers 410 with the notice, for it and all its parts. */
export async function retractArticle(
  work: Work,
  idOrSlug: string,
  retraction: Retraction,
  precondition: Precondition,
): Promise<Loaded> {
  const { client, now } = work;
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, 'retract');
  await nextCount(client, 'publications');
  const editions = await client.edition.findMany({
    where: { articleId: row.id },
    select: { document: true },
  });
  const held = await takeOff(work, row.id);
  const number = row.editionCount + 1;
  const notice = JSON.stringify({
    notice: retraction.note,
    retractedAt: now.toISOString(),
    replacedBy:
      retraction.replacedBy === null ? null : `/v1/articles/${retraction.replacedBy.slug}`,
  });
  await client.edition.create({
    data: {
      id: createId(),
      articleId: row.id,
      number,
      revision: row.head,
      kind: 'retraction',
      note: retraction.note,
      changed: '[]',
      replacedBy: retraction.replacedBy?.id ?? null,
      document: notice,
      etag: '',
      publishedAt: now,
    },
  });
  await bury(
    work,
    row,
    everPublic(
      editions.map(({ document }) => document),
      held,
    ),
    notice,
  );
  const saved = await updateArticle(client, row.id, {
    state: 'retracted',
    live: null,
    editionCount: number,
    replacedById: retraction.replacedBy?.id ?? null,
    updatedAt: now,
  });
  await tellGone(work, 'article.retracted', row, held, notice);
  work.record({
    action: 'article.retract',
    kind: 'article',
    targetId: row.id,
    before: row.live,
    details: { note: retraction.note },
  });
  return { row: saved, content };
}

async function takeOff(work: Work, articleId: string): Promise<Held> {
  const held = await removeProjection(work.client, articleId);
  await projectNeighbours(work, articleId, held, null);
  return held;
}

type PartKey = { kind: 'turn' | 'quote' | 'claim'; id: string };

/** The parts of every edition: what was ever public is found by its id for ever. */
function everPublic(documents: string[], held: Held): PartKey[] {
  const parts = new Map(held.parts.map((part) => [part.id, part]));
  for (const document of documents) {
    const edition = JSON.parse(document) as Partial<Publication['article']>;
    for (const { turns } of edition.interviews ?? [])
      for (const { id } of turns) parts.set(id, { kind: 'turn', id });
    for (const { id } of edition.quotes ?? []) parts.set(id, { kind: 'quote', id });
    for (const { id } of edition.claims ?? []) parts.set(id, { kind: 'claim', id });
  }
  return [...parts.values()];
}

async function bury(
  work: Work,
  row: ArticleRow,
  parts: PartKey[],
  document: string,
): Promise<void> {
  const shared = { articleId: row.id, document, retractedAt: work.now };
  const slug = await work.client.edition.findFirst({
    where: { articleId: row.id, kind: { not: 'retraction' } },
    orderBy: { number: 'desc' },
    select: { document: true },
  });
  const lastSlug =
    slug === null ? row.slug : ((JSON.parse(slug.document) as { slug?: string }).slug ?? row.slug);
  await work.client.tombstone.createMany({
    data: [
      { id: row.id, kind: 'article', slug: lastSlug, ...shared },
      ...parts.map(({ kind, id }) => ({ id, kind, slug: null, ...shared })),
    ],
  });
}

async function tellGone(
  work: Work,
  type: 'article.withdrawn' | 'article.retracted',
  row: ArticleRow,
  held: Held,
  document: string | null,
): Promise<void> {
  await appendChange(work, {
    type,
    kind: 'article',
    targetId: row.id,
    articleId: row.id,
    slug: held.slug,
    edition: row.editionCount,
    document,
    tags: tagsOf(row.id, held, null),
  });
}
