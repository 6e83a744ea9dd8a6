import type { FastifyReply, FastifyRequest } from 'fastify';
import { EXPOSED_BY_DESK } from './headers.ts';

const PREFLIGHT_SECONDS = '600';
const WIRE_REQUEST_HEADERS =
  'Accept, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, Last-Event-ID';
const DESK_REQUEST_HEADERS = 'Authorization, Content-Type, If-Match, Idempotency-Key';

/** True for the editors' side, where a browser needs leave to send a token. */
function isDesk(path: string): boolean {
  return path === '/v1/desk' || path.startsWith('/v1/desk/');
}

/** Lets scripts of the configured origins read desk answers. The wire is open to all. */
export function allowDeskOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[],
): void {
  if (origins.length === 0) return;
  reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-expose-headers', EXPOSED_BY_DESK);
}

/** Answers OPTIONS: which methods an address has, and a browser's preflight (Fetch §4.8). */
export function answerOptions(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  methods: readonly string[],
  origins: readonly string[],
): FastifyReply {
  const allow = methods.join(', ');
  const desk = isDesk(path);
  if (desk) allowDeskOrigin(request, reply, origins);
  else reply.header('access-control-allow-origin', '*');
  if (reply.hasHeader('access-control-allow-origin')) {
    reply.headers({
      'access-control-allow-methods': allow,
      'access-control-allow-headers': desk ? DESK_REQUEST_HEADERS : WIRE_REQUEST_HEADERS,
      'access-control-max-age': PREFLIGHT_SECONDS,
    });
  }
  return reply.code(204).headers({ allow, 'cache-control': 'no-store' }).send();
}
