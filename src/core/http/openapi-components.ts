/** What operations of the OpenAPI document share: headers, parameters and answers. */
import * as z from 'zod';
import { PROBLEMS } from '../errors.ts';
import { titlesOf } from './contract.ts';
import type { JsonObject, SchemaCollector } from './json-schema.ts';
import { PROBLEM_TYPE, problemSchema } from './problems.ts';

const header = (description: string, example: string, required = false): JsonObject => ({
  description,
  ...(required ? { required } : {}),
  schema: { type: 'string' },
  example,
});

const present = (name: string): JsonObject => ({ $ref: `#/components/headers/${name}` });

export const SECURITY: JsonObject = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the desk. The wire needs none, and never looks at one.',
  },
};

export const HEADERS: JsonObject = {
  Allow: header('The methods of this address.', 'GET, HEAD'),
  CacheControl: header('For how long, and by whom, it may be kept.', 'private, no-store', true),
  CacheTag: header(
    'The ids of everything in it, for purging caches; the first of them where 7,500 characters don’t hold all.',
    'articles',
    true,
  ),
  ContentDisposition: header(
    'What the file is called where it is kept (RFC 6266).',
    'attachment; filename="marrowford-flood-evacuees.csv"',
    true,
  ),
  DeskVary: header('`Origin` where other origins may use the desk.', 'Origin'),
  DeskETag: header('The version, for If-Match. Only for things that have versions.', '"v3"'),
  ETag: header('The entity tag of this answer; strong.', '"a1b2c3d4"', true),
  LastModified: header('When it last changed.', 'Wed, 09 Oct 2024 06:30:00 GMT', true),
  Link: header(
    'The next page (RFC 8288); absent on the last one.',
    '</v1/articles?cursor=e30.abc>; rel="next"',
  ),
  Location: header('Where the thing is.', '/v1/desk/articles/0192f0c1', true),
  ProgressLocation: header('Where its progress is told, if it has any.', '/v1/desk/jobs/0192f0c1'),
  RateLimit: header('What is left of the allowance.', '"default";r=5999;t=60'),
  RateLimitPolicy: header('The allowance.', '"default";q=6000;w=60'),
  RetryAfter: header('How many seconds to wait.', '1', true),
  Vary: header('The headers of the request that it depends on.', 'Accept-Encoding'),
  WWWAuthenticate: header('How to say who asks (RFC 9110 §11.6.1).', 'Bearer realm="…"', true),
};

export const PARAMETERS: JsonObject = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The ETag of the version that the client has: 304 if it is still the present one.',
    schema: { type: 'string' },
    example: '"a1b2c3d4"',
  },
  IfModifiedSince: {
    name: 'If-Modified-Since',
    in: 'header',
    required: false,
    description: 'As If-None-Match, by time. Counts only without If-None-Match.',
    schema: { type: 'string' },
    example: 'Wed, 09 Oct 2024 06:30:00 GMT',
  },
};

const LIMITS: JsonObject = {
  RateLimit: present('RateLimit'),
  'RateLimit-Policy': present('RateLimitPolicy'),
};

/** 304, 308 and one answer for each status of the catalogue of problems. */
export function sharedResponses(schemas: SchemaCollector): JsonObject {
  const statuses = [...new Set(Object.values(PROBLEMS).map(([status]) => status))];
  const schema = schemas.convert(problemSchema, 'output');
  return {
    NotModified: {
      description: 'Not modified: If-None-Match names the present version. There is no body.',
      headers: {
        ETag: present('ETag'),
        'Cache-Control': present('CacheControl'),
        Vary: present('Vary'),
        ...LIMITS,
      },
    },
    FormerSlug: {
      description: 'A former slug, or that of something merged: Location is the present address.',
      headers: {
        Location: present('Location'),
        'Cache-Control': present('CacheControl'),
        ...LIMITS,
      },
    },
    ...Object.fromEntries(
      statuses.map((status) => [
        `Problem${status}`,
        {
          description: `${titlesOf(status)}.`,
          headers: problemHeaders(status),
          content: { [PROBLEM_TYPE]: { schema } },
        },
      ]),
    ),
  };
}

function problemHeaders(status: number): JsonObject {
  const headers: JsonObject = {
    'Cache-Control': present('CacheControl'),
    Vary: present('Vary'),
    ...LIMITS,
  };
  if (status === 429 || status === 503) headers['Retry-After'] = present('RetryAfter');
  // Only while the first request with an Idempotency-Key is still running.
  if (status === 409) headers['Retry-After'] = header('How many seconds to wait.', '1');
  if (status === 401) headers['WWW-Authenticate'] = present('WWWAuthenticate');
  if (status === 415) {
    headers.Accept = header('The media types that the body may have.', 'application/json');
    headers['Accept-Encoding'] = header('Where the body came in an encoding.', 'identity');
  }
  if (status === 412) headers.ETag = present('ETag');
  if (status === 405) headers.Allow = present('Allow');
  return headers;
}

/** The document describes itself no further than that. */
export const anyObject = z
  .record(z.string(), z.unknown())
  .meta({ id: 'OpenApiDocument', description: 'An OpenAPI 3.1 document.' });
