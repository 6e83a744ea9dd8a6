import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '../errors.ts';
import type { Role } from '../work.ts';
import { PROBLEM_TYPE, problemSchema } from './problems.ts';

export type ProblemStatus = (typeof PROBLEMS)[ProblemCode][0];

/** A route as it is written down once, for the router, the validation and OpenAPI. */
export interface RouteDescription {
  surface: 'wire' | 'desk' | 'service';
  method: string;
  operationId: string;
  tag: string;
  summary: string;
  description: string;
  role?: Role;
  ifMatch?: boolean;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Media types and schemas of 200. */
  produces?: Record<string, z.ZodType>;
  /** Success statuses and their JSON, `null` for no body. */
  responses?: Partial<Record<number, z.ZodType | null>>;
  problems?: readonly ProblemStatus[];
  redirects?: boolean;
}

const ALWAYS: readonly ProblemStatus[] = [400, 429, 500, 503];

/** Success answers by status. */
const SUCCESS: Record<number, string> = {
  200: 'As asked.',
  201: 'Created; Location names it.',
  202: 'Accepted; the work goes on.',
  204: 'Done; there is nothing to tell.',
};

const ifMatchHeader = z.looseObject({
  'if-match': z.string().max(1_000).optional().meta({
    description: 'The ETag of the version that was read; `*` for any. Required: 428 without it.',
    example: '"v3"',
  }),
});

const idempotencyHeader = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, { error: 'is not 1 to 255 printable ASCII characters' })
    .optional()
    .meta({
      description:
        'Stands for this one request for 24 hours: sent again, it answers again and changes nothing.',
    }),
});

const REDIRECT = {
  308: { description: 'A former slug; Location is the present address.', content: {} },
};

const noParameters = z.strictObject({});

/** The Fastify schema of a route. Unknown parameters are refused also where none is known. */
export function describeRoute(route: RouteDescription): Record<string, unknown> {
  const headers = headersOf(route);
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description:
      route.role === undefined ? route.description : `${route.description}\n\nRole: ${route.role}.`,
    ...(route.surface === 'desk' ? { security: [{ token: [] }] } : { security: [] }),
    ...(route.params === undefined ? {} : { params: route.params }),
    querystring: route.query ?? noParameters,
    ...(headers === undefined ? {} : { headers }),
    ...(route.body === undefined ? {} : { body: route.body }),
    response: { ...successes(route), ...(route.redirects ? REDIRECT : {}), ...failures(route) },
  };
}

function headersOf({ method, surface, ifMatch }: RouteDescription): z.ZodType | undefined {
  if (surface !== 'desk') return undefined;
  const idempotent = method === 'post';
  if (ifMatch && idempotent) return ifMatchHeader.extend(idempotencyHeader.shape);
  if (ifMatch) return ifMatchHeader;
  return idempotent ? idempotencyHeader : undefined;
}

function successes(route: RouteDescription): Record<number, unknown> {
  if (route.produces !== undefined) {
    const content = Object.fromEntries(
      Object.entries(route.produces).map(([type, schema]) => [type, { schema }]),
    );
    return { 200: { description: SUCCESS[200], content } };
  }
  return Object.fromEntries(
    Object.entries(route.responses ?? {}).map(([status, schema]) => [
      status,
      schema === null
        ? { description: SUCCESS[Number(status)], content: {} }
        : { description: SUCCESS[Number(status)], content: { 'application/json': { schema } } },
    ]),
  );
}

function failures(route: RouteDescription): Record<number, unknown> {
  const statuses = new Set<number>([...ALWAYS, ...(route.problems ?? [])]);
  if (route.params !== undefined) statuses.add(404);
  if (route.surface === 'wire') statuses.add(406);
  if (route.surface === 'desk') for (const status of [401, 403]) statuses.add(status);
  if (route.body !== undefined) for (const status of [413, 415]) statuses.add(status);
  if (route.surface === 'desk' && route.method === 'post')
    for (const s of [409, 422]) statuses.add(s);
  if (route.ifMatch) for (const status of [412, 428]) statuses.add(status);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [
      status,
      {
        description: titlesOf(status),
        content: { [PROBLEM_TYPE]: { schema: problemSchema } },
      },
    ]),
  );
}

/** The titles of all problems of a status, as its description. */
export function titlesOf(status: number): string {
  return Object.values(PROBLEMS)
    .filter(([candidate]) => candidate === status)
    .map(([, title]) => title)
    .join('; or: ');
}
