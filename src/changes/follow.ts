import type { FastifyInstance } from 'fastify';
import { listRows } from '../core/database/list.ts';
import type { HttpContext } from '../core/http/context.ts';
import { repeat } from '../core/repeat.ts';
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

  const poll = async () => {
    const changes = await listRows(db.read, 'Change', {
      where: { seq: { gte: seen } },
      orderBy: [{ seq: 'asc' }],
      take: BATCH,
      columns: ['seq', 'tags'],
    });
    // The newest entry is never pruned: where it is gone, an older database is read now.
    const first = changes[0]?.seq ?? (await newestSeq(db.read));
    const before = seen;
    if (first < seen || first > seen + 1) {
      // Nobody knows what was pruned before it was read here, or what an older database shows.
      cache.dropAll();
      seen = changes.length > 0 ? first - 1 : first;
    }
    for (const { seq, tags } of changes) {
      if (seq <= seen) continue;
      cache.drop(JSON.parse(tags) as string[]);
      seen = seq;
    }
    if (seen !== before) changed.give();
  };

  const polling = repeat(POLL_MS, poll, (error) =>
    log.warn({ err: error }, 'The change log could not be read; trying again.'),
  );
  server.addHook('onReady', async () => {
    seen = await newestSeq(db.read);
    polling.start();
  });
  server.addHook('onClose', () => polling.stop());
}
