/**
 * The schedule. What is scheduled is one revision: what is saved afterwards does not go
 * out with it. Until its time nothing about it is public, embargoed or not.
 */
import { getForChange, type Loaded, referTo } from '../articles/service.ts';
import { type ArticleRow, getContent, lockArticle, updateArticle } from '../articles/store.ts';
import { Problem } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import type { Work } from '../core/work.ts';
import { checkArticle, requireGate } from './check.ts';
import { requireOverEmbargo } from './embargo.ts';
import type { GateProblem } from './gate.ts';
import { commitEdition, lockPublications, UNSCHEDULED } from './publish.ts';
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
 */
export async function publishDue(work: Work, articleIds: readonly string[]): Promise<Fired[]> {
  await lockPublications(work);
  const fired: Fired[] = [];
  for (const articleId of articleIds) fired.push(await fire(work, articleId));
  return fired;
}

async function fire(work: Work, articleId: string): Promise<Fired> {
  const { client, now } = work;
  const row = await lockArticle(client, articleId);
  const { publishAt, scheduledRevision } = row ?? {};
  if (row?.state !== 'scheduled' || publishAt == null || scheduledRevision == null)
    return { outcome: 'passed', articleId };
  if (publishAt > now) return { outcome: 'passed', articleId };
  const content = await getContent(client, articleId, scheduledRevision);
  const problems = await checkArticle(client, { row, content }, row.publishNote);
  if (problems.some(({ severity }) => severity === 'error')) {
    const failure = await giveUp(work, row, 'The check before publication refused it.', problems);
    return { outcome: 'refused', articleId, publishAt, failure };
  }
  await commitEdition(work, { row, content }, { note: row.publishNote }, scheduledRevision);
  return { outcome: 'published', articleId, publishAt };
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
