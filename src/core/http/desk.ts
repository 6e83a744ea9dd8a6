import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { Problem } from '../errors.ts';
import { ROLES, type Role } from '../roles.ts';
import { nextTurn, othersWait } from '../turns.ts';
import type { Actor, Work } from '../work.ts';
import type { HttpContext } from './context.ts';
import { consumedBy, describeRoute, type ProblemStatus, requireMediaType } from './contract.ts';
import { allowDeskOrigin } from './cors.ts';
import { deskHeaders } from './headers.ts';
import { runIdempotently } from './idempotency.ts';
import {
  type Precondition,
  preconditionFrom,
  readPrecondition,
  requireMatch,
} from './preconditions.ts';
import { takeAllowance, toObject } from './send.ts';

/** Finds who sends a request. @throws Problem unauthenticated */
export type Authenticate = (request: FastifyRequest) => Promise<Actor>;

export interface DeskAnswer {
  status?: 200 | 201 | 202 | 204;
  body?: unknown;
  etag?: string;
  /** Path of the new thing, for 201; for 202, of where its progress is told. */
  location?: string;
  headers?: Record<string, string>;
}

export interface DeskInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  actor: Actor;
  /** What If-Match demands; on routes with `ifMatch` only. */
  precondition: Precondition;
  request: FastifyRequest;
}

interface DeskRouteBase<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  url: string;
  operationId: string;
  tag: string;
  summary: string;
  description: string;
  /** The least role that may do this. */
  role: Role;
  params?: P;
  query?: Q;
  body?: B;
  /** What each success status answers; `null` for no body. */
  responses: Partial<Record<200 | 201 | 202 | 204, z.ZodType | null>>;
  /** Media types of the body; JSON if not given. */
  consumes?: readonly string[];
  /** Media types and schemas of 200, where it is not JSON. */
  produces?: Record<string, z.ZodType>;
  problems?: readonly ProblemStatus[];
}

/** A desk route that reads. */
export interface DeskRead<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends DeskRouteBase<P, Q, B> {
  method: 'get' | 'post';
  read(input: DeskInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<DeskAnswer>;
}

/** A desk route that writes: its function runs in one transaction with audit and idempotency. */
export interface DeskWrite<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, N = void>
  extends DeskRouteBase<P, Q, B> {
  method: 'post' | 'patch' | 'put' | 'delete';
  /** Whether If-Match is required, as for everything that changes what exists. */
  ifMatch?: boolean;
  /** What takes long and changes nothing, such as asking a name server: before the transaction. */
  before?(input: DeskInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<N>;
  /** @param prepared what `before` found */
  write(
    work: Work,
    input: DeskInput<z.output<P>, z.output<Q>, z.output<B>>,
    prepared: N,
  ): Promise<DeskAnswer>;
  /** What only tidies up, once the change is kept. */
  after?(input: DeskInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<void>;
}

export function deskRead<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  app: FastifyInstance,
  context: HttpContext,
  route: DeskRead<P, Q, B>,
): void {
  register(app, context, route, false, (input) => route.read(input));
}

export function deskWrite<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, N = void>(
  app: FastifyInstance,
  context: HttpContext,
  route: DeskWrite<P, Q, B, N>,
): void {
  register(app, context, route, route.ifMatch ?? false, async (input) => {
    const prepared = (await route.before?.(input)) as N;
    const result = await runIdempotently(context, route.method, input, (work) =>
      route.write(work, input, prepared),
    );
    // The change is kept, whatever becomes of this.
    await route.after?.(input).catch((err: unknown) => {
      context.log.warn({ err }, 'What a change leaves behind could not be tidied up.');
    });
    return result;
  });
}

function register<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  app: FastifyInstance,
  context: HttpContext,
  route: DeskRead<P, Q, B> | Omit<DeskWrite<P, Q, B>, 'before' | 'write' | 'after'>,
  ifMatch: boolean,
  answer: (input: DeskInput<z.output<P>, z.output<Q>, z.output<B>>) => Promise<DeskAnswer>,
): void {
  const headers = deskHeaders(context);
  const description = { ...route, surface: 'desk', ifMatch } as const;
  const types = consumedBy(description);
  const actors = new WeakMap<FastifyRequest, Actor>();
  app.route({
    method: route.method.toUpperCase(),
    url: route.url,
    schema: describeRoute(description),
    // Readers go first, before a request and before its answer: a commit takes a turn by itself.
    onRequest: async (request, reply) => {
      if (othersWait()) await nextTurn();
      reply.headers(headers);
      allowDeskOrigin(request, reply, context.corsOrigins);
      actors.set(request, await admit(context, request, reply, route.role));
    },
    onResponse: (request, reply, done) => {
      context.onDeskAnswer(request.method, reply.statusCode);
      done();
    },
    preValidation: async (request) => {
      if (request.body !== undefined && types.length > 0) {
        requireMediaType(types, request.headers['content-type']);
      }
    },
    handler: async (request, reply) => {
      if (route.body === undefined && request.body !== undefined) throw takesNoBody();
      const precondition = ifMatch ? readPrecondition(request) : null;
      const result = await answer({
        params: request.params as z.output<P>,
        query: request.query as z.output<Q>,
        body: request.body as z.output<B>,
        actor: actors.get(request) as Actor,
        precondition,
        request,
      });
      if (othersWait()) await nextTurn();
      if (route.method === 'get') requireVersion(request, result.etag);
      return send(reply, result);
    },
  });
}

/** A body that would be ignored was meant to say something. */
function takesNoBody(): Problem {
  return new Problem('request-invalid', 'The body is not valid: this request takes none.', {
    errors: [{ pointer: '', code: 'unknown-field', message: 'is not expected here' }],
  });
}

async function admit(
  context: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  role: Role,
): Promise<Actor> {
  let actor: Actor;
  try {
    actor = await context.authenticate(request);
  } catch (error) {
    reply.headers(toObject(takeAllowance(context, request.ip)));
    throw error;
  }
  reply.headers(toObject(takeAllowance(context, actor.id)));
  requireRole(actor, role);
  return actor;
}

export function requireRole(actor: Actor, role: Role): void {
  if (ROLES.indexOf(actor.role) >= ROLES.indexOf(role)) return;
  throw new Problem('forbidden', `This needs the role ${role}; the token’s role is ${actor.role}.`);
}

/** A read may demand the version that it knows too. @throws Problem precondition-failed */
function requireVersion({ headers }: FastifyRequest, current: string | undefined): void {
  const match = headers['if-match'];
  if (match !== undefined && current !== undefined) requireMatch(preconditionFrom(match), current);
}

function send(reply: FastifyReply, answer: DeskAnswer): FastifyReply {
  const status = answer.status ?? 200;
  reply.code(status);
  if (answer.etag !== undefined) reply.header('etag', answer.etag);
  if (answer.location !== undefined) reply.header('location', answer.location);
  if (answer.headers !== undefined) reply.headers(answer.headers);
  return status === 204 ? reply.send() : reply.send(answer.body);
}
