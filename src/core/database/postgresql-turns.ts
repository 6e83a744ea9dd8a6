/**
 * Which transactions of a process PostgreSQL has kept. Its own numbers of transactions would not
 * tell: one that was lost in a crash, or with a server that failed over, is given again to another.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Prisma } from '../../generated/sqlite/client.ts';
import type { Connection } from './connection.ts';
import { WRITER_LOCK } from './transaction.ts';

/** For how long a database that broke off in a COMMIT is asked what became of it. */
const OUTCOME_MS = 15_000;
const ASK_AGAIN_MS = 100;
/** Of a column of 32 bits. */
const TURN_MAX = 2 ** 31 - 1;

export interface Turns {
  /**
   * Waits until nobody else writes, and notes in a transaction that it is the latest one of this
   * process. As on SQLite one writes at a time: what a transaction has read stays true until it
   * commits, so that no check of a version, a slug or a name can be overtaken. Its COMMIT is
   * answered once it is kept, also where PostgreSQL is set to answer sooner
   * (`synchronous_commit = off`).
   */
  take(transaction: Connection): Promise<void>;
  /**
   * Whether the latest one was kept, once the database answers again and has ended it.
   *
   * @param connection outside of any transaction
   * @returns null when it does not answer for 15 seconds
   */
  wasKept(connection: Connection): Promise<boolean | null>;
  /** Takes back what this process has noted; its last transaction was answered. */
  forget(connection: Connection): Promise<void>;
}

export function countTurns(): Turns {
  const name = `writer ${randomUUID()}`;
  let turn = 0;
  return {
    async take(transaction) {
      turn = (turn % TURN_MAX) + 1;
      await transaction.column(Prisma.sql`
        INSERT INTO "Counter" ("name", "value")
        SELECT ${name}, ${turn}::int
        FROM pg_advisory_xact_lock(${WRITER_LOCK}::bigint),
          current_setting('synchronous_commit') AS "set",
          set_config('synchronous_commit', CASE "set" WHEN 'off' THEN 'on' ELSE "set" END, true)
        ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`);
    },

    async wasKept(connection) {
      // Unlike a SELECT it waits for a transaction that still holds the row.
      const ask = Prisma.sql`
        INSERT INTO "Counter" ("name", "value") VALUES (${name}, 0)
        ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" RETURNING "value"`;
      const deadline = performance.now() + OUTCOME_MS;
      do {
        await sleep(ASK_AGAIN_MS);
        const [noted] = await connection.column(ask).catch(() => []);
        if (noted !== undefined) return noted === turn;
      } while (performance.now() < deadline);
      return null;
    },

    async forget(connection) {
      if (turn > 0)
        await connection.column(Prisma.sql`DELETE FROM "Counter" WHERE "name" = ${name}`);
    },
  };
}
