import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nearest } from '../../text/slug.ts';
import { acceptedType } from './accept.ts';
import type { HttpContext } from './context.ts';
import { describeRoute, type ProblemStatus } from './contract.ts';
import { wireHeaders } from './headers.ts';
import { createRendition, isExpired, type WireAnswer } from './rendition.ts';
import { sendRendition, takeAllowance, toObject } from './send.ts';

const VARY_ACCEPT = 'Accept, Accept-Encoding';
const REDIRECT_CACHE_CONTROL = 'public, max-age=60';

export interface WireInput<P, Q> {
  params: P;
  query: Q;
  /** The media type to answer, one of `produces`. */
  accept: string;
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
  /** Whether other sites may show it in a frame. */
  framed?: boolean;
  handler(input: WireInput<z.output<P>, z.output<Q>>): Promise<WireAnswer | Redirect>;
}

/** Where a thing is now that is asked for by a former slug. */
export interface Redirect {
  redirect: string;
}

/** Registers a public route whose finished answers are cached by their request target. */
export function wireRoute<P extends z.ZodType, Q extends z.ZodType>(
  app: FastifyInstance,
  context: HttpContext,
  route: WireRoute<P, Q>,
): void {
  const types = Object.keys(route.produces);
  const shared = wireHeaders(context, route.framed);
  const negotiated = { ...shared, vary: VARY_ACCEPT };
  const { cache } = context;

  // What is answered by default has the bare address as its key (core/http/front.ts).
  const keyOf = (request: FastifyRequest, accept: string) =>
    accept === types[0] ? request.url : `${accept} ${request.url}`;

  app.get(
    route.url,
    {
      schema: describeRoute({ ...route, method: 'get', surface: 'wire' }),
      // A callback, because a promise for each cached read is measurable.
      onRequest: (request, reply, done) => {
        try {
          const allowance = takeAllowance(context, request.ip);
          reply.wireAllowance = allowance;
          const cached = cache.get(keyOf(request, negotiate(request, types)));
          if (cached === undefined || isExpired(cached, context.clock)) {
            context.counts.misses += 1;
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
      const accept = negotiate(request, types);
      const mark = cache.mark();
      const answer = await route.handler({
        params: request.params as z.output<P>,
        query: request.query as z.output<Q>,
        accept,
      });
      if ('redirect' in answer) {
        return reply
          .headers({ ...shared, ...toObject(reply.wireAllowance) })
          .header('cache-control', REDIRECT_CACHE_CONTROL)
          .redirect(withQuery(answer.redirect, request.url), 308);
      }
      const rendition = createRendition(answer, types.length === 1 ? shared : negotiated, accept);
      cache.set(keyOf(request, accept), rendition, mark);
      await sendRendition(request, reply, rendition, reply.wireAllowance, context.counts);
      return reply;
    },
  );
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
      for (const name of value.split(',')) {
        if (known.includes(name)) continue;
        const guess = nearest(name, known);
        const hint = guess === null ? `known are ${known.join(', ')}` : `did you mean ${guess}?`;
        context.addIssue({
          code: 'custom',
          message: `${JSON.stringify(name)} is not a field; ${hint}`,
          params: { code: 'unknown-field', ...(guess === null ? {} : { suggestion: guess }) },
        });
      }
    })
    .optional()
    .meta({
      description: `Only these top-level members, separated by commas. Known: ${known.join(', ')}.`,
      pattern: `^(?:${known.join('|')})(?:,(?:${known.join('|')}))*$`,
      example: known.slice(0, 2).join(','),
    });
}

/** Picks the named members out of a finished document; all of it if none are named. */
export function pickFields(document: string, fields: string | undefined): string {
  if (fields === undefined) return document;
  const whole = JSON.parse(document) as Record<string, unknown>;
  const names = fields.split(',');
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, whole[name]])));
}

/** A page of finished documents, joined without parsing them. */
export function joinPage(documents: string[], limit: number, next: string | null): string {
  return `{"data":[${documents.join(',')}],"page":{"limit":${limit},"next":${JSON.stringify(next)}}}`;
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
