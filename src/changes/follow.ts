import type { FastifyInstance } from 'fastify';
import { listRows } from '../core/database/list.ts';
import type { Client } from '../core/database/types.ts';
import type { AnswerCache } from '../core/http/answer-cache.ts';
import { repeat } from '../core/repeat.ts';
import type { Signal } from '../core/signal.ts';
import type { Change } from '../generated/sqlite/client.ts';
import { newestSeq } from './store.ts';

/** How often a process looks for what other processes changed. */
const POLL_MS = 200;
const BATCH = 1_000;

/** Reads the change log on from where it was read last. */
export interface Follower {
  /** Takes the log to be known up to here. */
  begin(): Promise<void>;
  /**
   * Drops from the cache what other processes changed in public before it was called, and tells
   * those who wait for changes.
   */
  catchUp(): Promise<void>;
}

interface Followed {
  cache: AnswerCache;
  changed: Signal;
  /** Given when another log took the place of the one that was read. */
  replaced: Signal;
}

export function createFollower(client: Client, { cache, changed, replaced }: Followed): Follower {
  let seen = 0;
  /** What stood there; not known before it was read once. */
  let entry: string | undefined;
  let running = Promise.resolve();
  let next: Promise<void> | undefined;

  /** @returns whether there may be more */
  const readSome = async () => {
    const changes = await listRows(client, 'Change', {
      where: { seq: { gte: seen } },
      orderBy: [{ seq: 'asc' }],
      take: BATCH,
      columns: ['seq', 'tags', 'type', 'targetId', 'at'],
    });
    const first = changes[0]?.seq ?? (await newestSeq(client));
    const before = seen;
    const isOther = first < seen || (first === seen && isReplaced(changes[0]));
    if (isOther || first > seen + 1) {
      // Nobody knows what was pruned before it was read here, or what another database shows.
      cache.dropAll();
      seen = changes.length > 0 ? first - 1 : first;
    }
    for (const { seq, tags } of changes) {
      if (seq <= seen) continue;
      cache.drop(JSON.parse(tags) as string[]);
      seen = seq;
    }
    entry = nameOf(changes.at(-1));
    if (isOther) replaced.give();
    if (isOther || seen !== before) changed.give();
    return changes.length === BATCH;
  };

  /**
   * The newest entry is never pruned. Where it is gone, or is another one, the database is an
   * older one, as after a failover to a server that had not everything yet, or has become another
   * one since.
   */
  const isReplaced = (found: Entry | undefined) => entry !== undefined && nameOf(found) !== entry;

  const read = async () => {
    while (await readSome());
  };

  const readOn = () => {
    next = undefined;
    running = read();
    return running;
  };

  return {
    async begin() {
      seen = await newestSeq(client);
    },
    catchUp() {
      // One after the other, whatever became of the one before; one that is yet to begin does
      // for all who wait.
      next ??= running.then(readOn, readOn);
      return next;
    },
  };
}

type Entry = Pick<Change, 'type' | 'targetId' | 'at'>;

/** Tells an entry from another one at the same place. */
const nameOf = (entry: Entry | undefined): string | undefined =>
  entry && `${entry.at.toISOString()} ${entry.type} ${entry.targetId}`;

/** Follows the log until the server ends. */
export function followChanges(server: FastifyInstance, follower: Follower): void {
  const polling = repeat(POLL_MS, follower.catchUp, (error) =>
    server.log.warn({ err: error }, 'The change log could not be read; trying again.'),
  );
  server.addHook('onReady', async () => {
    await follower.begin();
    polling.start();
  });
  server.addHook('onClose', () => polling.stop());
}
