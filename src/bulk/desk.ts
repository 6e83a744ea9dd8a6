import { finished, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { CommitUnknown } from '../core/database/types.ts';
import { Problem, type ProblemItem } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead } from '../core/http/desk.ts';
import { runAllOnce, runOnce } from '../core/http/idempotency.ts';
import { asProblem, problemDocument } from '../core/http/problems.ts';
import { flag } from '../core/http/scalars.ts';
import { validatorCompiler } from '../core/http/validation.ts';
import { nextTurn } from '../core/turns.ts';
import type { Actor, Work } from '../core/work.ts';
import { type BulkLine, type BulkResult, bulkLine, bulkResult } from './schema.ts';
import { applyLine, type Done, readLine } from './service.ts';
import { type Spool, type SpooledLine, spoolBody } from './spool.ts';

const TYPE = 'application/x-ndjson';
/** All of them are one transaction, for which every other writer waits. */
export const ATOMIC_MAX_LINES = 1_000;
const PROBLEMS_MAX = 100;
/** So many lines are one transaction at most: a sync for each would take most of the time. */
const BATCH_LINES = 20;
const BATCH_BYTES = 256 * 1024;
/** After how long lines are looked at again that the same request, sent before, is doing. */
const RUNNING_MS = 50;

interface Bulk {
  context: HttpContext;
  actor: Actor;
  request: FastifyRequest;
  body: Spool;
}

/** Many changes in one request. The media type is known to this route alone. */
export function registerBulkDesk(app: FastifyInstance, context: HttpContext): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(TYPE, (_request: FastifyRequest, payload: Readable) =>
      spoolBody(payload),
    );
    scope.addContentTypeParser('*', (_request, _payload, done) => done(unsupported()));
    // The schema of the body is one line's; each is checked when its turn comes.
    scope.setValidatorCompiler(((route: Parameters<typeof validatorCompiler>[0]) =>
      route.httpPart === 'body'
        ? (value: unknown) => ({ value })
        : validatorCompiler(route)) as never);
    // Fastify’s onResponse is not called where the client leaves before the answer’s end.
    scope.addHook('preValidation', async ({ body, log }, { raw }) => {
      const giveBack = () => (body as Spool | undefined)?.close();
      finished(raw, () => giveBack()?.catch((err) => log.error({ err }, 'A body stays open.')));
    });
    registerRoute(scope, context);
  });
}

function unsupported(): Problem {
  return new Problem('media-type-unsupported', `Send the body as ${TYPE}.`, {
    headers: { accept: TYPE },
  });
}

function registerRoute(scope: FastifyInstance, context: HttpContext): void {
  deskRead(scope, context, {
    method: 'post',
    url: '/v1/desk/bulk',
    operationId: 'bulk',
    tag: 'Desk: articles',
    summary: 'Create, update and publish many articles',
    description:
      'A line of JSON for each change, a line of JSON for what became of it, in their order. Each line is a change of its own: one that is refused leaves the others as they are, and when the connection breaks, what was done stays. With `atomic=true` all are done or none: the first line that is refused refuses the request. With an Idempotency-Key the request can be sent again: what was done is answered again, and the rest is done.',
    role: 'writer',
    query: z.strictObject({
      atomic: flag.optional().meta({
        description: `All or nothing; at most ${ATOMIC_MAX_LINES} lines.`,
      }),
    }),
    body: bulkLine,
    consumes: [TYPE],
    responses: {},
    produces: { [TYPE]: bulkResult },
    problems: [404, 410, 412, 428],
    async read({ query, actor, request }) {
      const body = request.body as Spool | undefined;
      if (body == null || body.isBlank) throw noLines();
      const bulk: Bulk = { context, actor, request, body };
      const results =
        query.atomic === 'true' ? await body.keepFor(() => doAll(bulk)) : doEach(bulk);
      return {
        body: Readable.from(asLines(results), { highWaterMark: 1 }),
        headers: { 'content-type': TYPE },
      };
    },
  });
}

function noLines(): Problem {
  return new Problem('request-invalid', 'The body is not valid: there is no line in it.', {
    errors: [{ pointer: '', code: 'required', message: 'is required' }],
  });
}

async function* asLines(
  results: AsyncIterable<BulkResult> | Iterable<BulkResult>,
): AsyncGenerator<string> {
  for await (const result of results) yield `${JSON.stringify(result)}\n`;
}

/** A line that may be done, with the change that it asks for. */
interface Wanted {
  line: SpooledLine;
  change: BulkLine;
}

/** Each line is done or refused by itself, no faster than the results are read. */
async function* doEach(bulk: Bulk): AsyncGenerator<BulkResult> {
  let wanted: Wanted[] = [];
  let bytes = 0;
  for await (const line of bulk.body.lines()) {
    let change: BulkLine;
    try {
      change = readLine(line, bulk.actor);
    } catch (error) {
      yield* await doSome(bulk, wanted);
      [wanted, bytes] = [[], 0];
      yield refused(bulk, line, error);
      continue;
    }
    wanted.push({ line, change });
    bytes += line.bytes?.length ?? 0;
    if (wanted.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
    yield* await doSome(bulk, wanted);
    [wanted, bytes] = [[], 0];
    // Whoever sends thousands of lines is no reason for others to wait.
    await nextTurn();
  }
  yield* await doSome(bulk, wanted);
}

/** All in one transaction; one by one if that breaks, so that none holds up the others. */
async function doSome(bulk: Bulk, wanted: readonly Wanted[]): Promise<BulkResult[]> {
  const { context } = bulk;
  if (wanted.length === 0) return [];
  const parts = wanted.map(({ line, change }) => ({
    part: `line ${line.number}`,
    content: `bulk\n${line.bytes?.toString()}`,
    change: async (work: Work) => ({ body: await applyLine(work, change) }),
  }));
  try {
    const answers = await runAllOnce(context, bulk, parts);
    return answers.map(({ body }, index) => ({
      line: (wanted[index] as Wanted).line.number,
      ...(body as Done),
    }));
  } catch (error) {
    // It was sent again while its first connection's last lines are done: they have an answer soon.
    if (error instanceof Problem && error.code === 'request-in-progress') {
      await sleep(RUNNING_MS);
      return doSome(bulk, wanted);
    }
    // What may have been kept would be there twice if it was done again.
    if (wanted.length === 1 || error instanceof CommitUnknown)
      return wanted.map(({ line }) => refused(bulk, line, error));
    const results: BulkResult[] = [];
    for (const one of wanted) results.push(...(await doSome(bulk, [one])));
    return results;
  }
}

function refused({ context, request }: Bulk, line: SpooledLine, error: unknown): BulkResult {
  const problem = asProblem(error);
  if (problem.status >= 500)
    request.log.error({ err: problem.cause ?? error, requestId: request.id }, problem.message);
  return {
    line: line.number,
    status: problem.status,
    problem: problemDocument(problem, request, context) as BulkResult['problem'],
  };
}

/** All lines in one transaction; the first that is refused undoes the ones before it. */
async function doAll(bulk: Bulk): Promise<BulkResult[]> {
  await requireReadable(bulk);
  const whole = { part: 'atomic', content: `bulk\n${bulk.body.hash}` };
  const answer = await runOnce(bulk.context, bulk, whole, async (work) => {
    const results: BulkResult[] = [];
    for await (const line of bulk.body.lines()) {
      try {
        const done = await applyLine(work, readLine(line, bulk.actor));
        results.push({ line: line.number, ...done });
      } catch (error) {
        throw atLine(line.number, error);
      }
      await nextTurn();
    }
    return { body: results };
  });
  return answer.body as BulkResult[];
}

/** Reads all lines before anything is done, so that whatever is wrong with them comes at once. */
async function requireReadable({ body, actor }: Bulk): Promise<void> {
  const problems: Problem[] = [];
  let count = 0;
  for await (const line of body.lines()) {
    count += 1;
    if (count > ATOMIC_MAX_LINES)
      throw new Problem(
        'body-too-large',
        `An atomic request has at most ${ATOMIC_MAX_LINES} lines.`,
      );
    try {
      readLine(line, actor);
    } catch (error) {
      problems.push(atLine(line.number, error));
    }
    if (problems.length === PROBLEMS_MAX) break;
  }
  const [first] = problems;
  if (first === undefined) return;
  if (problems.length === 1) throw first;
  throw new Problem(first.code, `${problems.length} lines are refused; nothing was done.`, {
    errors: problems.flatMap(({ errors = [] }) => errors).slice(0, PROBLEMS_MAX),
    members: first.members,
  });
}

/** A line's problem as the request's: its pointers begin with the number of the line. */
function atLine(number: number, error: unknown): Problem {
  const problem = asProblem(error);
  const items: ProblemItem[] = problem.errors ?? [
    { pointer: '', code: problem.code, message: problem.message },
  ];
  return new Problem(problem.code, `Line ${number}: ${problem.message} Nothing was done.`, {
    errors: items.map(({ pointer = '', ...item }) => ({
      pointer: `/${number}${pointer}`,
      ...item,
    })),
    members: { ...problem.members, line: number },
    cause: problem.cause ?? error,
  });
}
