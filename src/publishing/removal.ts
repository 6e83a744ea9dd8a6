/** The steps that take an article off the wire. Each runs in one transaction. */

import { listEverPublic } from '../articles/part-editions.ts';
import { getForChange, type Loaded, referTo } from '../articles/service.ts';
import { type ArticleRow, findArticle, revokePreviews, updateArticle } from '../articles/store.ts';
import { appendChange } from '../changes/log.ts';
import type { Client } from '../core/database/types.ts';
import { referenceUnknown } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import { createId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { lockPublications, tagsOf, takeOff } from './neighbours.ts';
import { requireStep } from './workflow.ts';

/** Takes an article off the wire, which then answers 404. @throws Problem transition-forbidden */
export async function withdrawArticle(
  work: Work,
  idOrSlug: string,
  note: string | null,
  precondition: Precondition,
): Promise<Loaded> {
  await lockPublications(work);
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, 'withdraw');
  const held = await takeOff(work, row.id);
  const saved = await updateArticle(work.client, row.id, {
    state: 'withdrawn',
    live: null,
    updatedAt: work.now,
  });
  await referTo(work.client, saved, content);
  await tellGone(work, 'article.withdrawn', {
    row,
    slug: held.slug,
    edition: row.editionCount,
    document: null,
    tags: tagsOf(row.id, held, null),
  });
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
  /** Id or slug of the published article that replaces it. */
  replacedBy?: string | undefined;
}

/**
 * Retracts an article: the wire answers 410 with the notice, for it and all its parts,
 * those of earlier editions included.
 *
 * @throws Problem transition-forbidden, reference-unknown
 */
export async function retractArticle(
  work: Work,
  idOrSlug: string,
  { note, replacedBy }: Retraction,
  precondition: Precondition,
): Promise<Loaded> {
  const { client, now } = work;
  await lockPublications(work);
  const replacement =
    replacedBy === undefined ? null : await getReplacement(client, idOrSlug, replacedBy);
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, 'retract');
  const held = await takeOff(work, row.id);
  const number = row.editionCount + 1;
  const notice = noticeOf(note, replacement, now);
  const { slug, parts } = await bury(work, row, notice);
  await client.edition.create({
    data: {
      id: createId(),
      articleId: row.id,
      number,
      revision: row.head,
      kind: 'retraction',
      note,
      changed: '[]',
      document: notice,
      etag: '',
      publishedAt: now,
    },
  });
  const saved = await updateArticle(client, row.id, {
    state: 'retracted',
    live: null,
    editionCount: number,
    scheduleFailure: null,
    embargoUntil: null,
    updatedAt: now,
  });
  await revokePreviews(work, row.id);
  await tellGone(work, 'article.retracted', {
    row,
    slug,
    edition: number,
    document: notice,
    tags: [...new Set([...tagsOf(row.id, held, null), ...parts])],
  });
  work.record({
    action: 'article.retract',
    kind: 'article',
    targetId: row.id,
    before: row.live,
    details: { note, replacedBy: replacement?.id ?? null },
  });
  return { row: saved, content };
}

interface Replacement {
  id: string;
  slug: string;
}

/** The published article that is to replace another one. @throws Problem reference-unknown */
async function getReplacement(
  client: Client,
  retracted: string,
  name: string,
): Promise<Replacement> {
  const row = await findArticle(client, name);
  const own = await findArticle(client, retracted);
  const published =
    row === null || row.id === own?.id
      ? null
      : await client.publishedArticle.findUnique({
          where: { id: row.id },
          select: { id: true, slug: true },
        });
  if (published !== null) return published;
  const message = 'names no other published article';
  throw referenceUnknown(`There is no other published article ${name}.`, '/replacedBy', message);
}

/** What a 410 tells: why, since when, and what to read instead. */
function noticeOf(note: string, replacement: Replacement | null, now: Date): string {
  return JSON.stringify({
    notice: note,
    retractedAt: now.toISOString(),
    replacedBy: replacement === null ? null : `/v1/articles/${replacement.slug}`,
  });
}

/** Puts a tombstone where the article and everything that was ever public of it stood. */
async function bury(
  work: Work,
  row: ArticleRow,
  document: string,
): Promise<{ slug: string; parts: string[] }> {
  const { client } = work;
  const parts = await listEverPublic(client, row.id);
  const last = await client.edition.findFirst({
    where: { articleId: row.id, kind: { not: 'retraction' } },
    orderBy: { number: 'desc' },
    select: { document: true },
  });
  // The newest revision may have a slug that was never public, and never will be.
  const slug = (JSON.parse(last?.document ?? '{}') as { slug?: string }).slug ?? row.slug;
  const shared = { articleId: row.id, document, retractedAt: work.now };
  await client.tombstone.createMany({
    data: [
      { id: row.id, kind: 'article', slug, ...shared },
      ...parts.map(({ kind, id }) => ({ id, kind, slug: null, ...shared })),
    ],
  });
  return { slug, parts: parts.map(({ id }) => id) };
}

interface Gone {
  row: ArticleRow;
  slug: string | null;
  edition: number;
  document: string | null;
  tags: string[];
}

async function tellGone(
  work: Work,
  type: 'article.withdrawn' | 'article.retracted',
  { row, slug, edition, document, tags }: Gone,
): Promise<void> {
  await appendChange(work, {
    type,
    kind: 'article',
    targetId: row.id,
    articleId: row.id,
    slug,
    edition,
    document,
    tags,
  });
}
