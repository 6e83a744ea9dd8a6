import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { nearest } from '../../text/slug.ts';
import type { Finished } from '../database/rows.ts';
import { acceptedType } from './accept.ts';
import { acceptedEncoding, type Encoding } from './compression.ts';
import type { HttpContext } from './context.ts';
import { describeRoute, noParameters, type ProblemStatus } from './contract.ts';
import { findHandedOn } from './handed-on.ts';
import { wireHeaders } from './headers.ts';
import { parserOf } from './parsing.ts';
import {
  createRendition,
  type Redirect,
  type Rendition,
  shareHeaders,
  type WireAnswer,
} from './rendition.ts';
import { choose, sendRendition, takeAllowance, toObject } from './send.ts';

const VARY_ACCEPT = 'Accept, Accept-Encoding';
const REDIRECT_CACHE_CONTROL = 'public, max-age=60';

export interface WireInput<P, Q> {
  params: P;
  query: Q;
  /** The media type to answer, one of `produces`. */
  accept: string;
  /** What may be answered compressed already; `null` where the bytes themselves are needed. */
  encoding: Encoding | null;
  /** When anything in public last changed, asked before anything else is read. */
  changedAt: Date;
}

/** A public route: GET and HEAD, no token, always cacheable. */
export interface WireRoute<P extends z.ZodType, Q extends z.ZodType> {
  url: string;
  operationId: string;
  tag: string;
  summary: string;
  description: string;
  params?: P;
  query?: Q;
  /** What 200 answers, by media type; the first is the default. */
  produces: Record<string, z.ZodType>;
  /** Statuses beside 200 and those that every wire route has. */
  problems?: readonly ProblemStatus[];
  redirects?: boolean;
  /** Whether a browser is to keep it as a file; its name is a header of the answer. */
  isFile?: boolean;
  /** Whether other sites may show it in a frame. */
  framed?: boolean;
  handler(input: WireInput<z.output<P>, z.output<Q>>): Promise<WireAnswer | Redirect>;
}

/** Makes an answer and caches it. */
type MakeAnswer<P, Q> = (
  url: string,
  encodings: string | undefined,
  input: Pick<WireInput<P, Q>, 'params' | 'query' | 'accept'>,
) => Promise<Rendition | Redirect>;

/** Registers a public route whose finished answers are cached by their request target. */
export function wireRoute<P extends z.ZodType, Q extends z.ZodType>(
  app: FastifyInstance,
  context: HttpContext,
  route: WireRoute<P, Q>,
): void {
  const types = Object.keys(route.produces);
  const shared = wireHeaders(context, route.framed);
  const headers = shareHeaders(shared, types.length === 1 ? 'Accept-Encoding' : VARY_ACCEPT);
  const { cache } = context;

  // What is answered by default has the bare address as its key (core/http/front.ts).
  const keyOf = (url: string, accept: string) => (accept === types[0] ? url : `${accept} ${url}`);

  const makeAnswer: MakeAnswer<z.output<P>, z.output<Q>> = async (url, encodings, input) => {
    const { params, query, accept } = input;
    const key = keyOf(url, accept);
    const mark = cache.mark();
    // Whose clients take different encodings is kept as it is, which all of them can be made of.
    const accepted = acceptedEncoding(encodings);
    const encoding = accepted !== null && cache.get(key) === undefined ? accepted : null;
    const readAt = context.clock();
    const changedAt = await context.lastChangeAt();
    const answer = await route.handler({ params, query, accept, encoding, changedAt });
    if ('redirect' in answer) return answer;
    const rendition = createRendition(answer, {
      shared: headers,
      accept,
      isDefault: accept === types[0],
      changedAt,
      readAt,
    });
    cache.set(key, rendition, mark);
    return rendition;
  };

  addPlainRoute(context, route, makeAnswer);
  app.get(
    route.url,
    {
      schema: describeRoute({ ...route, method: 'get', surface: 'wire' }),
      // A callback, because a promise for each cached read is measurable.
      onRequest: (request, reply, done) => {
        const before = findHandedOn(request.raw);
        try {
          const allowance = before?.allowance ?? takeAllowance(context, request.ip);
          reply.wireAllowance = allowance;
          if (before?.error !== undefined) throw before.error;
          const cached = cache.get(keyOf(request.url, negotiate(request, types)));
          if (cached === undefined || choose(request.headers, cached) === null) {
            if (before === undefined) context.counts.misses += 1;
            return done();
          }
          context.counts.hits += 1;
          sendRendition(request, reply, cached, allowance, context.counts).catch(done);
        } catch (error) {
          done(error as Error);
        }
      },
    },
    async (request, reply) => {
      const answer = await makeAnswer(request.url, request.headers['accept-encoding'], {
        params: request.params as z.output<P>,
        query: request.query as z.output<Q>,
        accept: negotiate(request, types),
      });
      if ('redirect' in answer) {
        return reply
          .headers({ ...shared, ...toObject(reply.wireAllowance) })
          .header('cache-control', REDIRECT_CACHE_CONTROL)
          .redirect(withQuery(answer.redirect, request.url), 308);
      }
      await sendRendition(request, reply, answer, reply.wireAllowance, context.counts);
      return reply;
    },
  );
}

/** Lets the front ask a route for what it answers by default. */
function addPlainRoute<P extends z.ZodType, Q extends z.ZodType>(
  { plainRoutes }: HttpContext,
  { url: pattern, params, query, produces }: WireRoute<P, Q>,
  makeAnswer: MakeAnswer<z.output<P>, z.output<Q>>,
): void {
  const [accept = ''] = Object.keys(produces);
  const parameter = /:(\w+)$/.exec(pattern)?.[1];
  const parseParams = params === undefined ? undefined : parserOf<unknown>(params);
  const parseQuery = parserOf<unknown>(query ?? noParameters);
  plainRoutes.add(pattern, {
    accept,
    answer(url, asked, encodings) {
      const given: Record<string, string> = {};
      if (parameter !== undefined) given[parameter] = asked.name;
      const named = parseParams?.(given);
      const filtered = parseQuery(asked.query);
      if (named?.success === false || !filtered.success) return null;
      return makeAnswer(url, encodings, {
        params: named?.data as z.output<P>,
        query: filtered.data as z.output<Q>,
        accept,
      });
    },
  });
}

/** A former address leads to the present one with the same query. */
function withQuery(location: string, url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? location : location + url.slice(start);
}

function negotiate(request: FastifyRequest, types: readonly string[]): string {
  return acceptedType(request, types, types.length > 1 ? { vary: VARY_ACCEPT } : {});
}

/** `fields=headline,quotes`: which top-level members to answer. */
export function fieldsQuery(schema: z.ZodObject) {
  const known = Object.keys(schema.shape);
  return z
    .string()
    .max(500)
    .superRefine((value, context) => {
      const names = value.split(',');
      for (const [index, name] of names.entries()) {
        if (!known.includes(name)) context.addIssue(unknownField(name, known));
        else if (names.indexOf(name) < index) context.addIssue(repeatedField(name));
      }
    })
    .optional()
    .meta({
      description: `Only these top-level members, each once, separated by commas. Known: ${known.join(', ')}.`,
      pattern: `^(?:${known.join('|')})(?:,(?:${known.join('|')}))*$`,
      example: known.slice(0, 2).join(','),
    });
}

function unknownField(name: string, known: string[]) {
  const guess = nearest(name, known);
  const hint = guess === null ? `known are ${known.join(', ')}` : `did you mean ${guess}?`;
  return {
    code: 'custom' as const,
    message: `${JSON.stringify(name)} is not a field; ${hint}`,
    params: { code: 'unknown-field', ...(guess === null ? {} : { suggestion: guess }) },
  };
}

function repeatedField(name: string) {
  const message = `${JSON.stringify(name)} is named more than once`;
  return { code: 'custom' as const, message, params: { code: 'repeated' } };
}

/** Picks the named members out of a finished document; all of it if none are named. */
export function pickFields(document: Finished, fields: string | undefined): Finished {
  if (fields === undefined) return document;
  const whole = JSON.parse(String(document)) as Record<string, unknown>;
  const names = fields.split(',');
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, whole[name]])));
}

/** `Link: <…>; rel="next"` (RFC 8288). */
export function nextLink(
  path: string,
  query: Record<string, unknown>,
  next: string | null,
): Record<string, string> {
  if (next === null) return {};
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && name !== 'cursor') parameters.set(name, String(value));
  }
  parameters.set('cursor', next);
  return { link: `<${path}?${parameters}>; rel="next"` };
}
