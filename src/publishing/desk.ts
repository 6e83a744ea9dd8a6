import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { answerArticle } from '../articles/present.ts';
import { deskArticle } from '../articles/schema.ts';
import { getArticle, type Loaded } from '../articles/service.ts';
import { Problem } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import { idOrSlug } from '../core/http/scalars.ts';
import type { Work } from '../core/work.ts';
import { checkArticle } from './check.ts';
import { publishArticle } from './publish.ts';
import { retractArticle, withdrawArticle } from './removal.ts';
import { scheduleArticle, unscheduleArticle } from './schedule.ts';
import {
  checkBody,
  correctionBody,
  gateProblem,
  publishBody,
  retractBody,
  scheduleBody,
  withdrawBody,
} from './schema.ts';

const TAG = 'Desk: publishing';
const params = z.strictObject({ id: idOrSlug });

export function registerPublishingDesk(app: FastifyInstance, context: HttpContext): void {
  deskRead(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/check',
    operationId: 'checkArticle',
    tag: TAG,
    summary: 'Check an article',
    description:
      'Runs the checks of a publication and changes nothing. `ok` says whether it could be published.',
    role: 'reader',
    params,
    body: checkBody,
    responses: {
      200: z.strictObject({ ok: z.boolean(), problems: z.array(gateProblem) }).meta({
        id: 'CheckResult',
        description: 'What the check found, and whether the article could be published.',
      }),
    },
    async read({ params: { id: article }, body }) {
      const client = context.db.current;
      const problems = await checkArticle(
        client,
        await getArticle(client, article),
        body?.note ?? null,
      );
      return { body: { ok: problems.every(({ severity }) => severity !== 'error'), problems } };
    },
  });
  registerPublications(app, context);
  registerSchedule(app, context);
  registerRemovals(app, context);
}

function registerPublications(app: FastifyInstance, context: HttpContext): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/publish',
    operationId: 'publishArticle',
    tag: TAG,
    summary: 'Publish an article',
    description:
      'Publishes the newest revision as the next edition, if the gate lets it through. An update that changes anchored words needs a note. With `embargoUntil` in the future it is scheduled for then, and nothing about it is public before.',
    role: 'editor',
    ifMatch: true,
    params,
    body: publishBody,
    responses: { 200: deskArticle },
    async write(work, { params: { id: article }, body, precondition }) {
      const loaded = await publishNowOrThen(work, article, body ?? {}, precondition);
      return answerArticle(work.client, loaded);
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/corrections',
    operationId: 'correctArticle',
    tag: TAG,
    summary: 'Publish a correction',
    description: 'Publishes the newest revision as a correction, with the note that readers see.',
    role: 'editor',
    ifMatch: true,
    params,
    body: correctionBody,
    responses: { 200: deskArticle },
    async write(work, { params: { id: article }, body, precondition }) {
      const options = { note: body.note, about: body.about, correction: true };
      return answerArticle(work.client, await publishArticle(work, article, options, precondition));
    },
  });
}

/** Publishes, or schedules for the end of the embargo that the body sets. */
async function publishNowOrThen(
  work: Work,
  article: string,
  body: NonNullable<z.infer<typeof publishBody>>,
  precondition: Precondition,
): Promise<Loaded> {
  const publishedAt = dateOf(body.publishedAt) ?? undefined;
  const embargo = dateOf(body.embargoUntil);
  if (embargo != null && embargo > work.now) {
    if (publishedAt !== undefined) throw firstUnderEmbargo();
    const options = { publishAt: embargo, note: noteOf(body.note), embargoUntil: embargo };
    return scheduleArticle(work, article, options, precondition, 'publish');
  }
  const options = { note: body.note, publishedAt, liftEmbargo: embargo !== undefined };
  return publishArticle(work, article, options, precondition);
}

function registerSchedule(app: FastifyInstance, context: HttpContext): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/schedule',
    operationId: 'scheduleArticle',
    tag: TAG,
    summary: 'Schedule an article',
    description:
      'Publishes the present revision at a time. The gate runs now and again then; should it refuse it then, `scheduleFailure` says why. Revisions that are saved meanwhile do not go out with it.',
    role: 'editor',
    ifMatch: true,
    params,
    body: scheduleBody,
    responses: { 200: deskArticle },
    async write(work, { params: { id: article }, body, precondition }) {
      const options = {
        publishAt: new Date(body.publishAt),
        note: noteOf(body.note),
        embargoUntil: dateOf(body.embargoUntil),
      };
      return answerArticle(
        work.client,
        await scheduleArticle(work, article, options, precondition),
      );
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/unschedule',
    operationId: 'unscheduleArticle',
    tag: TAG,
    summary: 'Take an article off the schedule',
    description: 'What is public stays as it is, and an embargo goes on.',
    role: 'editor',
    ifMatch: true,
    params,
    responses: { 200: deskArticle },
    write: async (work, { params: { id: article }, precondition }) =>
      answerArticle(work.client, await unscheduleArticle(work, article, precondition)),
  });
}

/** `null` and absent are kept apart: the one lifts an embargo, the other leaves it. */
function dateOf(value: string | null | undefined): Date | null | undefined {
  return typeof value === 'string' ? new Date(value) : value;
}

function noteOf(value: string | null | undefined): string | null {
  return value?.trim() ? value : null;
}

function registerRemovals(app: FastifyInstance, context: HttpContext): void {
  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/withdraw',
    operationId: 'withdrawArticle',
    tag: TAG,
    summary: 'Withdraw an article',
    description: 'Takes it off the wire, which then answers 404. It can be published again.',
    role: 'editor',
    ifMatch: true,
    params,
    body: withdrawBody,
    responses: { 200: deskArticle },
    write: async (work, { params: { id: article }, body, precondition }) =>
      answerArticle(
        work.client,
        await withdrawArticle(work, article, body?.note ?? null, precondition),
      ),
  });

  deskWrite(app, context, {
    method: 'post',
    url: '/v1/desk/articles/:id/retract',
    operationId: 'retractArticle',
    tag: TAG,
    summary: 'Retract an article',
    description:
      'The wire answers 410 with the notice, for the article and all its parts. It can’t be undone.',
    role: 'editor',
    ifMatch: true,
    params,
    body: retractBody,
    responses: { 200: deskArticle },
    write: async (work, { params: { id: article }, body, precondition }) =>
      answerArticle(work.client, await retractArticle(work, article, body, precondition)),
  });
}

function firstUnderEmbargo(): Problem {
  return new Problem('request-invalid', 'What is under embargo was not published before.', {
    errors: [
      { pointer: '/publishedAt', code: 'under-embargo', message: 'does not go with an embargo' },
    ],
  });
}
