import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../core/http/context.ts';

/** How often a process looks for what other processes changed. */
const POLL_MS = 200;

/**
 * Drops from the cache what other processes changed in public: the change log is read
 * from where it was read last. Ends with the server.
 */
export function followChanges(server: FastifyInstance, { db, cache, log }: HttpContext): void {
  let seen = 0;
  let running: Promise<void> | null = null;

  const poll = async () => {
    const changes = await db.read.change.findMany({
      where: { seq: { gt: seen } },
      orderBy: { seq: 'asc' },
      select: { seq: true, tags: true },
      take: 1_000,
    });
    for (const { seq, tags } of changes) {
      cache.drop(JSON.parse(tags) as string[]);
      seen = seq;
    }
  };

  server.addHook('onReady', async () => {
    const newest = await db.read.change.findFirst({
      orderBy: { seq: 'desc' },
      select: { seq: true },
    });
    seen = newest?.seq ?? 0;
  });
  const timer = setInterval(() => {
    running ??= poll()
      .catch((error: unknown) =>
        log.warn({ err: error }, 'The change log could not be read; trying again.'),
      )
      .finally(() => {
        running = null;
      });
  }, POLL_MS);
  timer.unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await running;
  });
}
