import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { Problem } from '../errors.ts';
import type { HttpContext } from './context.ts';
import { describeRoute } from './contract.ts';
import { wireHeaders } from './headers.ts';

const TAG = 'Service';

/** What a health check is told. */
const health = z
  .strictObject({ status: z.literal('ok') })
  .meta({ id: 'Health', description: 'That the process lives.' });
const readiness = z
  .strictObject({ status: z.literal('ready'), checks: z.record(z.string(), z.literal('ok')) })
  .meta({ id: 'Readiness', description: 'That the process can do its work.' });

export interface ServiceState {
  /** True from the moment on when the process was asked to end. */
  draining: boolean;
}

/** `/health`: the process lives. `/ready`: it can do its work, or why it can't. */
export function registerServiceRoutes(
  app: FastifyInstance,
  context: HttpContext,
  state: ServiceState,
): void {
  const headers = { ...wireHeaders(context), 'cache-control': 'no-store' };
  app.get(
    '/health',
    {
      schema: describeRoute({
        surface: 'service',
        method: 'get',
        operationId: 'readHealth',
        tag: TAG,
        summary: 'Is the process alive',
        description: 'Answers as long as the process lives.',
        responses: { 200: health },
      }),
    },
    async (_request, reply) => reply.headers(headers).send({ status: 'ok' }),
  );
  app.get(
    '/ready',
    {
      schema: describeRoute({
        surface: 'service',
        method: 'get',
        operationId: 'readReadiness',
        tag: TAG,
        summary: 'Can it serve',
        description:
          'Answers 503 with the reasons while the database is out of reach or the process is ending, and once a newer version has migrated the database.',
        responses: { 200: readiness },
      }),
    },
    async (_request, reply) => {
      reply.headers(headers);
      const reasons = await findReasons(context, state);
      if (reasons.length > 0) {
        throw new Problem('unavailable', `Not ready: ${reasons.join('; ')}.`, {
          headers: { 'retry-after': '1' },
          members: { reasons },
        });
      }
      return reply.send({ status: 'ready', checks: { database: 'ok', process: 'ok' } });
    },
  );
}

async function findReasons({ db }: HttpContext, state: ServiceState): Promise<string[]> {
  const reasons: string[] = [];
  if (state.draining) reasons.push('the process is ending');
  try {
    if (await db.isOutdated()) reasons.push('a newer version has migrated the database');
  } catch {
    reasons.push('the database does not answer');
  }
  return reasons;
}
