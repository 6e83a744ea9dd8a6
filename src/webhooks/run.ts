import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../core/http/context.ts';
import { createDispatcher, type Dispatcher } from './dispatch.ts';

/** Sends webhooks for as long as the server runs. */
export function runWebhooks(server: FastifyInstance, context: HttpContext): Dispatcher {
  const dispatcher = createDispatcher(context);
  server.addHook('onReady', async () => dispatcher.start());
  server.addHook('onClose', () => dispatcher.close());
  return dispatcher;
}
