import * as z from 'zod';
import { PROBLEMS, Problem, type ProblemCode } from '../errors.ts';
import type { Role } from '../roles.ts';

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
  /** Headers that a wire route reads beside those of HTTP itself. */
  headers?: z.ZodObject;
  /** Media types of the body; JSON if not given, and JSON Merge Patch for PATCH. */
  consumes?: readonly string[];
  /** Media types and schemas of 200. */
  produces?: Record<string, z.ZodType>;
  /** Success statuses and their JSON, `null` for no body. */
  responses?: Partial<Record<number, z.ZodType | null>>;
  problems?: readonly ProblemStatus[];
  redirects?: boolean;
  /** Whether a browser is to keep it as a file. */
  isFile?: boolean;
}

const ALWAYS: readonly ProblemStatus[] = [400, 429, 500, 503];

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
      example: '2024-10-09-river-wall',
    }),
});

const bothHeaders = ifMatchHeader.extend(idempotencyHeader.shape);

export const noParameters = z.strictObject({});

/** The Fastify schema of a route. Unknown parameters are refused also where none is known. */
export function describeRoute(route: RouteDescription): Record<string, unknown> {
  const headers = headersOf(route);
  return {
    // What the OpenAPI document is made from; Fastify takes no notice of it.
    route,
    ...(route.params === undefined ? {} : { params: route.params }),
    querystring: route.query ?? noParameters,
    ...(headers === undefined ? {} : { headers }),
    ...(route.body === undefined ? {} : { body: route.body }),
  };
}

/** The request headers that a route reads beside those of HTTP itself. */
export function headersOf(route: RouteDescription): z.ZodObject | undefined {
  const { method, surface, ifMatch } = route;
  if (surface !== 'desk') return route.headers;
  const idempotent = method === 'post';
  if (ifMatch && idempotent) return bothHeaders;
  if (ifMatch) return ifMatchHeader;
  return idempotent ? idempotencyHeader : undefined;
}

/** The media types that a route takes. */
export function consumedBy({ method, body, consumes }: RouteDescription): readonly string[] {
  if (body === undefined) return [];
  if (consumes !== undefined) return consumes;
  return method === 'patch'
    ? ['application/merge-patch+json', 'application/json']
    : ['application/json'];
}

/** @throws Problem media-type-unsupported for a body in a type that the route does not declare */
export function requireMediaType(types: readonly string[], contentType: string | undefined): void {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || types.includes(type)) return;
  throw new Problem('media-type-unsupported', `Send the body as ${types.join(' or ')}.`, {
    headers: { accept: types.join(', ') },
  });
}

/** The statuses of a route's problems, in order. */
export function problemStatuses(route: RouteDescription): number[] {
  const statuses = new Set<number>([...ALWAYS, ...(route.problems ?? [])]);
  const add = (...more: number[]) => {
    for (const status of more) statuses.add(status);
  };
  if (route.params !== undefined) add(404);
  if (route.surface === 'wire') add(406, 412);
  if (route.surface === 'desk') add(401, 403);
  if (route.surface === 'desk' && route.method === 'get') add(412);
  if (route.body !== undefined) add(413, 415);
  if (route.surface === 'desk' && route.method === 'post') add(409, 422);
  if (route.ifMatch) add(412, 428);
  return [...statuses].sort((a, b) => a - b);
}

/** The titles of all problems of a status, as its description. */
export function titlesOf(status: number): string {
  return Object.values(PROBLEMS)
    .filter(([candidate]) => candidate === status)
    .map(([, title]) => title)
    .join('; or: ');
}
