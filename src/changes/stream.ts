import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { acceptedType } from '../core/http/accept.ts';
import type { HttpContext } from '../core/http/context.ts';
import { describeRoute } from '../core/http/contract.ts';
import { wireHeaders } from '../core/http/headers.ts';
import { takeAllowance, toObject } from '../core/http/send.ts';
import { createChangeFeed } from './feed.ts';
import { newestSeq, requirePlace } from './store.ts';
import { createChangeStreams } from './streams.ts';
import { afterQuery } from './wire.ts';

const EVENT_STREAM = 'text/event-stream';

const lastEventId = z.looseObject({
  'last-event-id': afterQuery.optional().meta({
    description: 'The `id` of the last event that arrived; counts before `after`.',
    example: '0',
  }),
});
const query = z.strictObject({
  after: afterQuery.optional().meta({
    description: 'Where to begin, as in `/v1/changes`. Without it: with what changes from now on.',
    example: '0',
  }),
});

export function registerChangeStream(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  // One read that fails is told by all streams that waited for it.
  let told: unknown;
  const feed = createChangeFeed(client, context.catchUp);
  const streams = createChangeStreams({
    feed,
    changed: context.changed,
    onError: (error) => {
      if (error === told) return;
      told = error;
      context.log.warn({ err: error }, 'The log could not be read for a stream; trying again.');
    },
  });
  context.replaced.listen(() => {
    feed.forget();
    streams.replace();
  });
  app.addHook('preClose', async () => streams.close());
  const headers = {
    ...wireHeaders(context),
    'content-type': EVENT_STREAM,
    // A stream is never the same answer twice, and a proxy that collects it delays it.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  };

  app.get(
    '/v1/changes/stream',
    {
      schema: describeRoute({
        // Nothing of it is cached, so that it has neither an ETag nor a 304.
        surface: 'service',
        method: 'get',
        operationId: 'streamChanges',
        tag: 'Changes',
        summary: 'Follow what changes in public',
        description:
          'Server-sent events: the entries of `/v1/changes` in their order, first those since the position and then each as it happens. `id` is the `seq`; a browser’s `EventSource` resumes with it by itself, so that a broken connection loses nothing and repeats nothing. A comment every 15 seconds keeps the connection open. A reader that takes nothing for 30 seconds is disconnected and can resume.',
        query,
        headers: lastEventId,
        produces: {
          [EVENT_STREAM]: z
            .string()
            .meta({ description: 'Events whose `data` is a Change as JSON, on one line.' }),
        },
        problems: [406, 410],
      }),
      onRequest: (request, reply, done) => {
        reply.wireAllowance = takeAllowance(context, request.ip);
        done();
      },
    },
    async (request, reply) => {
      acceptedType(request, [EVENT_STREAM]);
      const { after } = request.query as z.output<typeof query>;
      const given = (request.headers as z.output<typeof lastEventId>)['last-event-id'] ?? after;
      const place = given === undefined ? await newestSeq(client) : Number(given);
      await requirePlace(context.db, place);
      // Nothing is waited for from here on: who is admitted is counted before the next one asks.
      streams.admit(request.ip);
      reply.hijack();
      reply.raw.writeHead(200, { ...headers, ...toObject(reply.wireAllowance) });
      if (request.method === 'HEAD') reply.raw.end();
      else streams.open(reply.raw, request.ip, place);
      return reply;
    },
  );
}
