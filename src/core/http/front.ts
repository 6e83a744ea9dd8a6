/**
 * What stands in front of the framework. An answer that is in the cache is sent, and one of a
 * plain address made, before a request has cost routing, request and reply objects and hooks
 * (docs/decisions/0010). Everything else goes on to the framework, which gives the same
 * answers (tests/wire/front.test.ts).
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { nextTurn, noteArrival } from '../turns.ts';
import type { HttpContext } from './context.ts';
import { type HandedOn, handOn } from './handed-on.ts';
import { type FinishedAnswer, sendUnchecked } from './head.ts';
import type { PlainRoutes } from './plain-routes.ts';
import { findFault, type Refuse } from './protocol.ts';
import { compressed } from './rendition.ts';
import { allowanceHeaders, choose, demandsCopy, finish, sendNow } from './send.ts';

export interface FrontOptions {
  context: Pick<HttpContext, 'cache' | 'counts' | 'rateLimit'>;
  plainRoutes: PlainRoutes;
  /** The address that a client is counted by. */
  clientOf(request: IncomingMessage): string;
  /** Whether the server is ending; then the framework asks clients to leave. */
  isEnding(): boolean;
  refuse: Refuse;
}

/** Puts the front before the listener that the server has. */
export function standInFront(server: Server, options: FrontOptions): void {
  const [framework, ...others] = server.listeners('request') as RequestListener[];
  if (framework === undefined || others.length > 0)
    throw new Error('The server is expected to have one listener for requests.');
  server.on('connection', noteArrival);
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const fault = findFault(request);
    if (fault !== null) return options.refuse(response, 'http-malformed', fault);
    const isOurs =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !options.isEnding() &&
      !demandsCopy(request.headers) &&
      (answerFromCache(request, response, options, framework) ||
        answerAnew(request, response, options, framework));
    if (!isOurs) framework(request, response);
  });
}

/** @returns false where only the framework can answer */
function answerFromCache(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
  framework: RequestListener,
): boolean {
  const { context } = options;
  const { url = '', headers } = request;
  const rendition = context.cache.get(url);
  if (rendition === undefined || !isMeant(headers.accept, rendition.accept)) return false;
  const choice = choose(headers, rendition);
  if (choice === null) return false;
  const allowance = takeAllowance(request, options);
  if (allowance === null) return false;
  const send = (answer: FinishedAnswer) => {
    if (options.isEnding()) return leave(request, response, framework, { allowance });
    context.counts.hits += 1;
    sendNow(request, response, answer, allowance, context.counts, sendUnchecked);
  };
  const sent =
    typeof choice === 'string'
      ? compressed(rendition, choice).then(send)
      : nextTurn().then(() => send(choice));
  sent.catch((error: unknown) => leave(request, response, framework, { allowance, error }));
  return true;
}

/** @returns false where only the framework can answer */
function answerAnew(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
  framework: RequestListener,
): boolean {
  const { context, plainRoutes } = options;
  const { url = '', headers } = request;
  const found = plainRoutes.find(url);
  if (found === undefined || !isMeant(headers.accept, found.route.accept)) return false;
  const allowance = takeAllowance(request, options);
  if (allowance === null) return false;
  context.counts.misses += 1;
  const send = async () => {
    try {
      const { route, asked } = found;
      const made = await route.answer(url, asked, headers['accept-encoding']);
      if (made === null || 'redirect' in made)
        return leave(request, response, framework, { allowance });
      const answer = await finish(made, choose(headers, made));
      if (options.isEnding()) return leave(request, response, framework, { allowance });
      sendNow(request, response, answer, allowance, context.counts, sendUnchecked);
    } catch (error) {
      leave(request, response, framework, { allowance, error });
    }
  };
  void send();
  return true;
}

/** Leaves a request to the framework, with what is known of it. */
function leave(
  request: IncomingMessage,
  response: ServerResponse,
  framework: RequestListener,
  handedOn: HandedOn,
): void {
  handOn(request, handedOn);
  framework(request, response);
}

/** Whether a client takes what an address answers by default without asking for anything else. */
function isMeant(accept: string | undefined, byDefault: string): boolean {
  return accept === undefined || accept === '*/*' || accept === byDefault;
}

/** The rate limit's headers; null where the client has no request left, as the framework says. */
function takeAllowance(
  request: IncomingMessage,
  { context, clientOf }: FrontOptions,
): string[] | null {
  const allowance = context.rateLimit?.take(clientOf(request));
  return allowance?.allowed === false ? null : allowanceHeaders(context, allowance);
}
