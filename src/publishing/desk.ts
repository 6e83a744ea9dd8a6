import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerArticle } from '../articles/desk.ts';
import { deskArticle } from '../articles/schema.ts';
import { getArticle } from '../articles/service.ts';
import { findArticle } from '../articles/store.ts';
import { Problem } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { filled, id, idOrSlug, instant, text } from '../core/http/scalars.ts';
import { GATE_CODES, type GateCode } from './gate.ts';
import { checkArticle, publishArticle, retractArticle, withdrawArticle } from './publish.ts';

const TAG = 'Desk: publishing';
const params = z.strictObject({ id: idOrSlug });

const gateProblem = z
  .strictObject({
    code: z.enum(Object.keys(GATE_CODES) as [GateCode, ...GateCode[]]),
    severity: z.enum(['error', 'warning']),
    pointer: z.string().meta({ description: 'JSON pointer into the article.' }),
    message: z.string(),
    suggestion: z.unknown().optional(),
  })
  .meta({ id: 'GateProblem', description: 'What the check before publication found.' });

const note = text(2_000)
  .nullable()
  .optional()
  .meta({ description: 'What changed and why, as readers are told.' });

const checkBody = z.strictObject({ note }).optional();

const publishBody = z
  .strictObject({
    note,
    publishedAt: instant.optional().meta({
      description:
        'When it was first published elsewhere; not in the future, and only for the first edition.',
    }),
  })
  .meta({ id: 'PublishInput', examples: [{ note: 'The fire service revised its count.' }] })
  .optional();

const correctionBody = z
  .strictObject({
    note: filled(2_000),
    about: z
      .array(id)
      .max(1_000)
      .optional()
      .meta({ description: 'The quotes and claims that it is about, beside those that change.' }),
  })
  .meta({ id: 'CorrectionInput', examples: [{ note: 'An earlier version gave the wrong year.' }] });

const withdrawBody = z
  .strictObject({ note })
  .meta({ id: 'WithdrawInput', examples: [{ note: 'Published by mistake.' }] })
  .optional();

const retractBody = z
  .strictObject({
    note: filled(2_000).meta({ description: 'The notice that readers see.' }),
    replacedBy: idOrSlug.optional().meta({ description: 'The article that replaces it.' }),
  })
  .meta({ id: 'RetractInput', examples: [{ note: 'The report was based on a forged document.' }] });

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
      200: z
        .strictObject({ ok: z.boolean(), problems: z.array(gateProblem) })
        .meta({ id: 'CheckResult' }),
    },
    async read({ params: { id: article }, body }) {
      const client = context.db.read;
      const problems = await checkArticle(
        client,
        await getArticle({ client }, article),
        body?.note ?? null,
      );
      return { body: { ok: problems.every(({ severity }) => severity !== 'error'), problems } };
    },
  });
  registerPublications(app, context);
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
      'Publishes the newest revision as the next edition, if the gate lets it through. An update that changes anchored words needs a note.',
    role: 'editor',
    ifMatch: true,
    params,
    body: publishBody,
    responses: { 200: deskArticle },
    async write(work, { params: { id: article }, body, precondition }) {
      const publishedAt = body?.publishedAt === undefined ? undefined : new Date(body.publishedAt);
      if (publishedAt !== undefined && publishedAt > work.now) throw inTheFuture();
      const loaded = await publishArticle(
        work,
        article,
        { note: body?.note, publishedAt },
        precondition,
      );
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
    async write(work, { params: { id: article }, body, precondition }) {
      const replacedBy =
        body.replacedBy === undefined ? null : await findArticle(work.client, body.replacedBy);
      if (body.replacedBy !== undefined && replacedBy?.live == null)
        throw noReplacement(body.replacedBy);
      return answerArticle(
        work.client,
        await retractArticle(work, article, { note: body.note, replacedBy }, precondition),
      );
    },
  });
}

function inTheFuture(): Problem {
  return new Problem(
    'request-invalid',
    'publishedAt lies in the future: schedule the article instead.',
    {
      errors: [{ pointer: '/publishedAt', code: 'in-the-future', message: 'lies in the future' }],
    },
  );
}

function noReplacement(article: string): Problem {
  return new Problem('reference-unknown', `There is no published article ${article}.`, {
    errors: [
      { pointer: '/replacedBy', code: 'reference-unknown', message: 'names no published article' },
    ],
  });
}
