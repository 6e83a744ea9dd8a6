/** Publishing: an article points at one revision and is projected, all in one transaction. */

import type { ArticleContent } from '../articles/content.ts';
import { recordPartEditions } from '../articles/part-editions.ts';
import { getForChange, type Loaded, referTo } from '../articles/service.ts';
import { type ArticleRow, getContent, updateArticle } from '../articles/store.ts';
import { appendChange, appendChanges, type ChangeType, type NewChange } from '../changes/log.ts';
import { nextCount } from '../core/database/counters.ts';
import { Problem } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { checkArticle, findChangedIds, requireGate } from './check.ts';
import { requireOverEmbargo } from './embargo.ts';
import {
  type Held,
  idsIn,
  insertProjections,
  projectAgain,
  removeProjection,
} from './projection.ts';
import { makePublication, type Publication } from './publication.ts';
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
  /** Lifts an embargo that still holds. */
  liftEmbargo?: boolean | undefined;
}

/**
 * Publishes the newest revision as the next edition.
 *
 * @throws Problem transition-forbidden, embargoed, gate-refused, reference-unknown
 */
export async function publishArticle(
  work: Work,
  idOrSlug: string,
  options: PublishOptions,
  precondition: Precondition,
): Promise<Loaded> {
  await lockPublications(work);
  const loaded = await getForChange(work, idOrSlug, precondition);
  requireStep(loaded.row.state, options.correction ? 'correct' : 'publish');
  if (options.liftEmbargo !== true) requireOverEmbargo(loaded.row, work.now);
  if (options.publishedAt !== undefined) requireFirst(loaded.row);
  await requireParts(work, loaded, options.about ?? []);
  const note = options.note?.trim() ? options.note : null;
  requireGate(await checkArticle(work.client, loaded, note));
  return commitEdition(work, loaded, { ...options, note });
}

/**
 * Publications come one after the other. Every step that changes what is public takes
 * this lock before it reads, so that two processes can't both act on the same state.
 */
export async function lockPublications(work: Work): Promise<void> {
  await nextCount(work.client, 'publications');
}

function requireFirst(row: ArticleRow): void {
  if (row.editionCount === 0) return;
  throw new Problem('request-invalid', 'publishedAt is for the first edition only.', {
    errors: [
      { pointer: '/publishedAt', code: 'not-first', message: 'is for the first edition only' },
    ],
  });
}

/** What a correction is about are quotes and claims that the article has or had in public. */
async function requireParts(
  { client }: Work,
  { row, content }: Loaded,
  about: readonly string[],
): Promise<void> {
  if (about.length === 0) return;
  const known = await client.partEdition.findMany({
    where: { articleId: row.id, partId: { in: [...about] }, kind: { in: ['quote', 'claim'] } },
    select: { partId: true },
  });
  const ids = new Set([
    ...known.map(({ partId }) => partId),
    ...content.quotes.map(({ id }) => id),
    ...content.claims.map(({ id }) => id),
  ]);
  const errors = about.flatMap((id, index) =>
    ids.has(id)
      ? []
      : [
          {
            pointer: `/about/${index}`,
            code: 'reference-unknown',
            message: 'names no quote or claim of this article',
          },
        ],
  );
  if (errors.length === 0) return;
  throw new Problem(
    'reference-unknown',
    'A correction is about this article’s quotes and claims.',
    {
      errors,
    },
  );
}

/**
 * Points the article at a revision and projects it, edition and change log included. The
 * gate has let it through.
 *
 * @param revision the revision of the content; the newest if not given
 */
export async function commitEdition(
  work: Work,
  { row, content }: Loaded,
  options: PublishOptions,
  revision: number = row.head,
): Promise<Loaded> {
  const { client, now } = work;
  const first = row.editionCount === 0;
  const changed = await findChangedIds(client, row, content);
  const kind = editionKind(row, options, changed);
  const at = first && options.publishedAt !== undefined ? options.publishedAt : now;
  const number = row.editionCount + 1;
  const about = kind === 'correction' ? [...new Set([...changed, ...(options.about ?? [])])] : [];
  await client.edition.create({
    data: {
      id: createId(),
      articleId: row.id,
      number,
      revision,
      kind,
      note: options.note ?? null,
      changed: JSON.stringify(about),
      replacedBy: null,
      document: '',
      etag: '',
      publishedAt: at,
    },
  });
  const saved = await updateArticle(client, row.id, {
    ...UNSCHEDULED,
    state: 'live',
    live: revision,
    editionCount: number,
    firstPublishedAt: row.firstPublishedAt ?? at,
    publishedAt: row.live === null ? at : row.publishedAt,
    scheduleFailure: null,
    embargoUntil: null,
    updatedAt: now,
  });
  if (row.live !== null || row.scheduledRevision !== null) {
    const head = revision === row.head ? content : await getContent(client, row.id, row.head);
    await referTo(client, saved, head);
  }
  const { publication, held } = await project(work, saved, content);
  await client.edition.update({
    where: { articleId_number: { articleId: row.id, number } },
    data: { document: publication.document, etag: publication.etag },
  });
  await recordPartEditions(client, publication.article, about);
  await appendChange(work, changeOf(changeTypeOf(kind), publication, held));
  work.record({
    action: `article.${kind}`,
    kind: 'article',
    targetId: row.id,
    before: row.live,
    after: revision,
    details: { edition: number, ...(row.publishAt === null ? {} : scheduleOf(row)) },
  });
  return { row: saved, content };
}

/** What an article row holds while nothing is scheduled. */
export const UNSCHEDULED = {
  publishAt: null,
  scheduledRevision: null,
  scheduledSlug: null,
  publishNote: null,
} as const satisfies Partial<ArticleRow>;

function scheduleOf(row: ArticleRow): Record<string, unknown> {
  return { scheduledFor: row.publishAt?.toISOString() };
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

async function project(
  work: Work,
  row: ArticleRow,
  content: ArticleContent,
): Promise<{ publication: Publication; held: Held }> {
  const held = await removeProjection(work.client, row.id);
  const publication = await makePublication(work.client, row, content);
  await insertProjections(work.client, [publication]);
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
  await refresh(work, [...new Set(others.map((claim) => claim.articleId))]);
}

/** Projects published articles again, because something that they show has changed. */
export async function refresh(work: Work, ids: readonly string[]): Promise<void> {
  const projected = await projectAgain(work.client, ids);
  await appendChanges(
    work,
    projected
      .filter(({ publication, held }) => held.etag !== publication.etag)
      .map(({ publication, held }) => changeOf('article.refreshed', publication, held)),
  );
}

function changeOf(type: ChangeType, publication: Publication, held: Held): NewChange {
  const { article, document } = publication;
  return {
    type,
    kind: 'article',
    targetId: article.id,
    articleId: article.id,
    slug: article.slug,
    edition: article.edition,
    document,
    tags: tagsOf(article.id, held, publication),
  };
}

/** Lists whose answers change with any publication. */
const LISTS = ['articles', 'turns', 'quotes', 'claims', 'sources', 'figures', 'corrections'];

/** The tags of everything that may have shown an article and its parts. */
export function tagsOf(articleId: string, held: Held, publication: Publication | null): string[] {
  const now = publication === null ? [] : idsIn(publication.article);
  const before = held.parts.map(({ id }) => id);
  return [...new Set([articleId, ...LISTS, ...before, ...held.sources, ...held.figures, ...now])];
}

/**
 * Takes an article off the published tables. Its address stays taken: nothing else may
 * answer where readers found it.
 */
export async function takeOff(work: Work, articleId: string): Promise<Held> {
  const held = await removeProjection(work.client, articleId);
  if (held.slug !== null) await keepFormerSlug(work.client, 'article', held.slug, articleId);
  await projectNeighbours(work, articleId, held, null);
  return held;
}
