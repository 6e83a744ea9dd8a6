import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { SLUG_MAX } from '../../text/slug.ts';
import { DatabaseAway } from '../database/types.ts';
import { notFound, PROBLEMS, Problem, type ProblemCode } from '../errors.ts';
import { answerOptions } from './cors.ts';
import { wireHeaders } from './headers.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export const problemItem = z
  .strictObject({
    pointer: z.string().optional().meta({ description: 'JSON pointer into the body (RFC 6901).' }),
    parameter: z.string().optional().meta({ description: 'Name of a parameter or header.' }),
    code: z.string().meta({ description: 'What is wrong, for programs.' }),
    message: z.string().meta({ description: 'What is wrong, for people.' }),
    severity: z.enum(['error', 'warning']).optional(),
    suggestion: z
      .unknown()
      .optional()
      .meta({ description: 'What was probably meant, or the nearest that would do.' }),
  })
  .meta({ id: 'ProblemItem', description: 'One thing that is wrong, and where.' });

export const problemCode = z
  .enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])
  .meta({ id: 'ProblemCode', description: 'Each code has a page at /docs/problems/{code}.' });

/** RFC 9457, with our code, the request's id and all that is wrong at once. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'A stable URI; a page at it explains the problem.' }),
    title: z.string().meta({ description: 'What the code means.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What is wrong with this request.' }),
    instance: z.string().meta({ description: 'The path of the request.' }),
    code: problemCode,
    requestId: z
      .string()
      .optional()
      .meta({ description: 'To quote when a fault of the service (5xx) is reported.' }),
    errors: z.array(problemItem).optional().meta({ description: 'All that is wrong, at once.' }),
  })
  .meta({
    id: 'Problem',
    description: 'A problem document as RFC 9457 defines it.',
  });

export interface ProblemSettings {
  /** Where the served docs live, for the `type` of a problem. */
  publicUrl: string;
  corsOrigins: readonly string[];
}

/** The problem document of a request. */
export function problemDocument(
  problem: Problem,
  request: FastifyRequest,
  settings: ProblemSettings,
): Record<string, unknown> {
  const [status, title] = PROBLEMS[problem.code];
  return {
    type: `${settings.publicUrl}/docs/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance: pathOf(request),
    code: problem.code,
    ...(status >= 500 ? { requestId: request.id } : {}),
    ...problem.members,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}

export function sendProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  settings: ProblemSettings,
): FastifyReply {
  // Desk routes have set theirs; all others are open to every site, their problems too.
  if (!reply.hasHeader('x-content-type-options')) reply.headers(wireHeaders(settings));
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemDocument(problem, request, settings)));
}

/** Every error that leaves the server is a problem document, whoever raised it. */
export function registerProblems(app: FastifyInstance, settings: ProblemSettings): void {
  const routes: { method: string; pattern: RegExp }[] = [];
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      routes.push({ method, pattern: patternOf(route.url) });
    }
  });
  app.setErrorHandler((error: unknown, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500)
      request.log.error({ err: problem.cause ?? error, requestId: request.id }, problem.message);
    return sendProblem(problem, request, reply, settings);
  });
  const answerNotRouted = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    // `OPTIONS *` is about all addresses (RFC 9110 §9.3.7).
    const isAny = request.method === 'OPTIONS' && path === '*';
    const found = routes
      .filter(({ pattern }) => isAny || pattern.test(path))
      .map(({ method }) => method);
    const methods = [...new Set(found)].sort();
    if (request.method === 'OPTIONS' && methods.length > 0) {
      const all = [...methods, 'OPTIONS'];
      return answerOptions(request, reply, path, all, settings.corsOrigins);
    }
    return sendProblem(notRouted(request.method, methods), request, reply, settings);
  };
  app.setNotFoundHandler(answerNotRouted);
  // Before a body is read, which nobody takes: what is wrong with it would be told instead.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404 || namesNothing(request)) answerNotRouted(request, reply);
    else done();
  });
}

/** The router takes `/v1/articles/` for an article without a name; no route has that address. */
function namesNothing({ params }: FastifyRequest): boolean {
  for (const value of Object.values(params as Record<string, string>))
    if (value === '') return true;
  return false;
}

function notRouted(method: string, allowed: string[]): Problem {
  // The router may refuse a path that only looks as if it had a route.
  if (allowed.length === 0 || allowed.includes(method)) return notFound();
  const allow = allowed.join(', ');
  return new Problem('method-not-allowed', `${method} is not allowed here; allowed: ${allow}.`, {
    headers: { allow },
  });
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) =>
      part.startsWith(':')
        ? '[^/]+'
        : part === '*'
          ? '.*'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${source}$`);
}

/** The path of a request, also of one that names the whole address (RFC 9112 §3.2.2). */
function pathOf(request: FastifyRequest): string {
  const [target = ''] = request.url.split('?', 1);
  return target.replace(/^https?:\/\/[^/]*/, '') || '/';
}

/** What Fastify's own errors mean in our words. */
const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-malformed',
  FST_ERR_BAD_URL: 'request-invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'request-invalid',
};

/** What is wrong with a path; Fastify only repeats the whole address. */
const PATHS: Record<string, string> = {
  FST_ERR_BAD_URL:
    'The path is not valid: two hexadecimal digits must follow each %, and what they spell must be UTF-8.',
  FST_ERR_MAX_PARAM_LENGTH: `The path is not valid: a part of it is too long; a slug has at most ${SLUG_MAX} characters.`,
};

/**
 * The error codes of SQLite that is busy, full or gone, or whose tables a newer version has made
 * anew, and of Prisma that waited too long or finds a table or column no more.
 */
const UNAVAILABLE =
  /SQLITE_(BUSY|FULL|IOERR|READONLY|LOCKED|CANTOPEN)|database is locked|disk is full|disk I\/O|no such (table|column)|SocketTimeout|P1008|P202[124]|P2028/;

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode, message, validation } = error as Partial<FastifyError> & {
    cause?: unknown;
  };
  if (Array.isArray(validation)) return new Problem('request-invalid', String(message));
  const known = code === undefined ? undefined : FASTIFY_CODES[code];
  if (known !== undefined)
    return new Problem(known, PATHS[code ?? ''] ?? explain(known, String(message)), {
      cause: error,
    });
  if (error instanceof SyntaxError && statusCode === 400) {
    return new Problem('body-malformed', `The body is not valid JSON: ${error.message}.`);
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('request-invalid', String(message), { cause: error });
  }
  if (error instanceof DatabaseAway || UNAVAILABLE.test(`${code ?? ''} ${message ?? ''}`)) {
    return new Problem(
      'unavailable',
      'The database can’t take this request right now. Nothing was changed.',
      {
        cause: error,
        headers: { 'retry-after': '1' },
      },
    );
  }
  return new Problem(
    'internal',
    'Something went wrong here. Quote the request id when you report it.',
    {
      cause: error,
    },
  );
}

function explain(code: ProblemCode, message: string): string {
  if (code === 'media-type-unsupported') {
    return 'The body’s media type is not supported: send application/json (or, for PATCH, application/merge-patch+json).';
  }
  return message.endsWith('.') ? message : `${message}.`;
}
