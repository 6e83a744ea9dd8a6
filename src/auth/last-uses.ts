/** When tokens were last used, so that those which nobody needs any more can be revoked. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database/types.ts';
import type { Logger } from '../core/http/context.ts';
import { repeat } from '../core/repeat.ts';
import { markUsed, type TokenRow } from './store.ts';

/** How far behind what is stored may stay: to write each use down would hold up other writers. */
const EXACT_TO_MS = 3_600_000;
const EVERY_MS = 60_000;

export interface LastUses {
  /** Remembers a use that is to be written down, unless one of the hour before it is. */
  note(token: Pick<TokenRow, 'id' | 'lastUsedAt'>): void;
  /** Writes down what is remembered. What can't be written is given up: the next use is noted. */
  tick(): Promise<void>;
}

export function createLastUses({ db, clock }: { db: Database; clock: Clock }): LastUses {
  const noted = new Map<string, Date>();
  return {
    note({ id, lastUsedAt }) {
      const now = clock();
      // Either way: a clock that was set back must not keep what it wrote before for ever.
      const isKnown =
        lastUsedAt !== null && Math.abs(now.getTime() - lastUsedAt.getTime()) < EXACT_TO_MS;
      if (!isKnown) noted.set(id, now);
    },
    async tick() {
      if (noted.size === 0) return;
      const uses = [...noted];
      noted.clear();
      await db.write(async (client) => {
        for (const [id, at] of uses) await markUsed(client, id, at);
      });
    },
  };
}

/** Writes uses down beside the requests, for as long as the server runs and once as it ends. */
export function keepLastUses(server: FastifyInstance, uses: LastUses, log: Logger): void {
  const keeping = repeat(EVERY_MS, uses.tick, (error) =>
    log.warn({ err: error }, 'When tokens were last used could not be written down.'),
  );
  server.addHook('onReady', async () => keeping.start());
  server.addHook('onClose', async () => {
    await keeping.stop();
    keeping.run();
    await keeping.stop();
  });
}
