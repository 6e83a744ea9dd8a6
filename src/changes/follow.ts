import type { FastifyInstance } from 'fastify';
import { listRows } from '../core/database/list.ts';
import type { HttpContext } from '../core/http/context.ts';
import { newestSeq } from './store.ts';

/** How often a process looks for what other processes changed. */
const POLL_MS = 200;
const BATCH = 1_000;

/**
 * Drops from the cache what other processes changed in public, and tells those who wait
 * for changes: the change log is read on from where it was read last. Ends with the server.
 */
export function followChanges(server: FastifyInstance, context: HttpContext): void {
  const { db, cache, changed, log } = context;
  let seen = 0;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const poll = async () => {
    const changes = await listRows(db.read, 'Change', {
      where: { seq: { gt: seen } },
      orderBy: [{ seq: 'asc' }],
      take: BATCH,
      columns: ['seq', 'tags'],
    });
    for (const { seq, tags } of changes) {
      cache.drop(JSON.parse(tags) as string[]);
      seen = seq;
    }
    if (changes.length > 0) changed.give();
  };

  server.addHook('onReady', async () => {
    seen = await newestSeq(db.read);
    timer = setInterval(() => {
      running ??= poll()
        .catch((error: unknown) =>
          log.warn({ err: error }, 'The change log could not be read; trying again.'),
        )
        .finally(() => {
          running = null;
        });
    }, POLL_MS);
    timer.unref();
  });
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await running;
  });
}
