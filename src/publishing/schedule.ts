/**
 * The schedule. What is scheduled is one revision: what is saved afterwards does not go
 * out with it. Until its time nothing about it is public, embargoed or not.
 */
import type { ArticleContent } from '../articles/content.ts';
import { getForChange, type Loaded, referTo } from '../articles/service.ts';
import {
  type ArticleRow,
  getContent,
  getContents,
  lockArticles,
  updateArticle,
} from '../articles/store.ts';
import { Problem } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import type { Work } from '../core/work.ts';
import { type Candidate, type Checked, checkArticle, checkArticles, requireGate } from './check.ts';
import { commitEditions, type NewEdition, UNSCHEDULED } from './editions.ts';
import { requireOverEmbargo } from './embargo.ts';
import type { GateProblem } from './gate-problem.ts';
import { lockPublications } from './neighbours.ts';
import { requireStep, type Step } from './workflow.ts';

export interface ScheduleOptions {
  publishAt: Date;
  /** The note of the edition. */
  note: string | null;
  /** A new embargo, `null` to lift the present one, `undefined` to leave it. */
  embargoUntil: Date | null | undefined;
}

/**
 * Puts the newest revision on the schedule. The gate runs now, and again when it fires.
 *
 * @param step `publish` for a publication that an embargo puts off
 * @throws Problem transition-forbidden, request-invalid, embargoed, gate-refused
 */
export async function scheduleArticle(
  work: Work,
  idOrSlug: string,
  options: ScheduleOptions,
  precondition: Precondition,
  step: Extract<Step, 'schedule' | 'publish'> = 'schedule',
): Promise<Loaded> {
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, step);
  if (options.publishAt <= work.now) throw inThePast();
  const embargoUntil = options.embargoUntil === undefined ? row.embargoUntil : options.embargoUntil;
  requireOverEmbargo({ embargoUntil }, options.publishAt);
  requireGate(await checkArticle(work.client, { row, content }, options.note));
  const saved = await updateArticle(work.client, row.id, {
    state: 'scheduled',
    publishAt: options.publishAt,
    scheduledRevision: row.head,
    scheduledSlug: content.slug,
    publishNote: options.note,
    scheduleFailure: null,
    embargoUntil,
    updatedAt: work.now,
  });
  work.record({
    action: 'article.schedule',
    kind: 'article',
    targetId: row.id,
    before: row.live,
    after: row.head,
    details: {
      publishAt: options.publishAt.toISOString(),
      embargoUntil: embargoUntil?.toISOString() ?? null,
    },
  });
  return { row: saved, content };
}

function inThePast(): Problem {
  return new Problem('request-invalid', 'The time lies in the past: publish the article instead.', {
    errors: [{ pointer: '/publishAt', code: 'in-the-past', message: 'lies in the past' }],
  });
}

/** Takes an article off the schedule; what is public stays as it is. An embargo goes on. */
export async function unscheduleArticle(
  work: Work,
  idOrSlug: string,
  precondition: Precondition,
): Promise<Loaded> {
  const { row, content } = await getForChange(work, idOrSlug, precondition);
  requireStep(row.state, 'unschedule');
  const saved = await updateArticle(work.client, row.id, {
    ...UNSCHEDULED,
    state: stateWithoutSchedule(row),
    updatedAt: work.now,
  });
  await referTo(work.client, saved, content);
  work.record({
    action: 'article.unschedule',
    kind: 'article',
    targetId: row.id,
    before: row.scheduledRevision,
    details: { publishAt: row.publishAt?.toISOString() },
  });
  return { row: saved, content };
}

/** What an article is when its schedule is taken away. */
function stateWithoutSchedule(row: ArticleRow): 'live' | 'withdrawn' | 'draft' {
  if (row.live !== null) return 'live';
  return row.editionCount > 0 ? 'withdrawn' : 'draft';
}

/** Why a schedule did not publish, as the desk shows it. */
export interface ScheduleFailure {
  publishAt: string;
  failedAt: string;
  revision: number;
  reason: string;
  problems: GateProblem[];
}

/** What came of an article that was due; `passed` when another process was first. */
export type Fired =
  | { outcome: 'published'; articleId: string; publishAt: Date }
  | { outcome: 'refused'; articleId: string; publishAt: Date; failure: ScheduleFailure }
  | { outcome: 'passed'; articleId: string };

/**
 * Publishes articles that are due, in one transaction. Whether each is still scheduled is
 * seen under the lock, so that of several processes one publishes it, once.
 *
 * @returns what came of each, in the order of the ids
 */
export async function publishDue(work: Work, articleIds: readonly string[]): Promise<Fired[]> {
  await lockPublications(work);
  const due = await readDue(work, articleIds);
  const checked = await checkArticles(work.client, due);
  const outcomes = new Map<string, Fired>();
  const editions: NewEdition[] = [];
  for (const [index, one] of due.entries()) {
    const { problems, changed, directory } = checked[index] as Checked;
    const { id: articleId } = one.row;
    const publishAt = one.row.publishAt as Date;
    if (problems.some(({ severity }) => severity === 'error')) {
      const reason = 'The check before publication refused it.';
      const failure = await giveUp(work, one.row, reason, problems);
      outcomes.set(articleId, { outcome: 'refused', articleId, publishAt, failure });
    } else {
      editions.push({ ...one, changed, directory });
      outcomes.set(articleId, { outcome: 'published', articleId, publishAt });
    }
  }
  await commitEditions(work, editions);
  return articleIds.map((articleId) => outcomes.get(articleId) ?? { outcome: 'passed', articleId });
}

/** Those that are still scheduled, with the revision that is to be published. */
async function readDue(
  { client, now }: Work,
  articleIds: readonly string[],
): Promise<(Candidate & { revision: number })[]> {
  const rows = (await lockArticles(client, articleIds)).filter(
    ({ state, publishAt, scheduledRevision }) =>
      state === 'scheduled' && publishAt !== null && publishAt <= now && scheduledRevision !== null,
  );
  const revisions = rows.map((row) => row.scheduledRevision as number);
  const contents =
    rows.length === 0
      ? []
      : await getContents(
          client,
          rows.map(({ id }, index) => ({ articleId: id, number: revisions[index] as number })),
        );
  return rows.map((row, index) => ({
    row,
    content: contents[index] as ArticleContent,
    revision: revisions[index] as number,
    note: row.publishNote,
  }));
}

/** Takes a due article off the schedule and says at the desk why it was not published. */
export async function giveUp(
  work: Work,
  row: ArticleRow,
  reason: string,
  problems: GateProblem[],
): Promise<ScheduleFailure> {
  const failure: ScheduleFailure = {
    publishAt: row.publishAt?.toISOString() ?? '',
    failedAt: work.now.toISOString(),
    revision: row.scheduledRevision ?? row.head,
    reason,
    problems,
  };
  const saved = await updateArticle(work.client, row.id, {
    ...UNSCHEDULED,
    state: stateWithoutSchedule(row),
    scheduleFailure: JSON.stringify(failure),
    updatedAt: work.now,
  });
  await referTo(work.client, saved, await getContent(work.client, row.id, row.head));
  work.record({
    action: 'article.schedule-failed',
    kind: 'article',
    targetId: row.id,
    before: row.live,
    after: row.scheduledRevision,
    details: { publishAt: failure.publishAt, reason, codes: problems.map(({ code }) => code) },
  });
  return failure;
}
