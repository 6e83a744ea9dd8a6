import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import type { Database } from '../../src/core/database/types.ts';
import { createWorkRunner, SYSTEM, type WorkRunner } from '../../src/core/work.ts';
import { createSubscription } from '../../src/webhooks/service.ts';
import { append } from '../support/changes.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { type Sender, startSender } from '../support/senders.ts';
import { eventually } from '../support/waiting.ts';

/** How many events are sent; the long form is `npm run test:faults`. */
const EVENTS = Number(process.env.FAULT_WEBHOOKS ?? 300);
const LONG = EVENTS >= 10_000;
const KILLS_WHILE_DOWN = LONG ? 4 : 1;
const KILLS_WHILE_UP = LONG ? 6 : 1;
const TIMEOUT_MS = LONG ? 3_600_000 : 300_000;
const MINUTE_MS = 60_000;
/** A killed process’s claims end after 30 s: so far apart are the clocks of two senders. */
const STEP_MS = 31_000;

describe('a receiver that is down for an hour, and a sender that is killed', () => {
  let folder: string;
  let databaseUrl: string;
  let db: Database;
  let run: WorkRunner;
  let sender: Sender | undefined;
  // For each try: what one that failed has left would be sent to the next.
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-kills-'));
    databaseUrl = await freshDatabase(folder);
    db = await openDatabase({ databaseUrl });
    run = createWorkRunner({ db, clock: systemClock, onTouched: () => undefined });
  });
  afterEach(async () => {
    await sender?.kill();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const until = (condition: () => Promise<boolean>) =>
    eventually(condition, { limitMs: TIMEOUT_MS });
  const appendEvents = async (count: number) => {
    for (let left = count; left > 0; left -= 500)
      await append({ context: { run } }, Math.min(500, left));
  };

  it(`loses none of ${EVENTS} events in ${KILLS_WHILE_DOWN + KILLS_WHILE_UP} kills; what comes twice has the same id`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    const absent = await openReceiver();
    await absent.close();
    const { id, secret } = await run(SYSTEM, (work) =>
      createSubscription(work, { url: absent.url }),
    );
    await appendEvents(EVENTS / 2);

    for (let round = 0; round < KILLS_WHILE_DOWN; round += 1) {
      const behind = 65 * MINUTE_MS - (round * 60 * MINUTE_MS) / KILLS_WHILE_DOWN;
      sender = await startSender(databaseUrl, -behind);
      await until(async () => {
        const tried = await db.read.delivery.count({ where: { attempts: { gt: round } } });
        return tried >= EVENTS / 4;
      });
      await sender.kill();
    }

    const receiver: Receiver = await openReceiver(absent.port);
    const webhook = new Webhook(secret);
    const idsBySeq = new Map<number, Set<string>>();
    receiver.behave(({ id: messageId, body, headers }, response) => {
      const { data } = webhook.verify(body, headers as Record<string, string>) as {
        data: { seq: number };
      };
      idsBySeq.set(data.seq, (idsBySeq.get(data.seq) ?? new Set()).add(messageId));
      response.writeHead(204).end();
    });
    const appended = appendEvents(EVENTS / 2);
    for (let round = 0; round < KILLS_WHILE_UP; round += 1) {
      sender = await startSender(databaseUrl, (round - KILLS_WHILE_UP) * STEP_MS);
      const goal = ((round + 1) * EVENTS) / (KILLS_WHILE_UP + 2);
      await receiver.until(() => receiver.received.length >= goal);
      await sender.kill();
    }
    await appended;
    sender = await startSender(databaseUrl);
    await until(async () => {
      const { cursor } = await db.read.subscription.findUniqueOrThrow({ where: { id } });
      const open = await db.read.delivery.count({ where: { state: { not: 'delivered' } } });
      return cursor === EVENTS && open === 0;
    });
    await sender.kill();

    const lost = Array.from({ length: EVENTS }, (_, index) => index + 1).filter(
      (seq) => !idsBySeq.has(seq),
    );
    expect(lost).toEqual([]);
    expect([...idsBySeq.values()].every((ids) => ids.size === 1)).toBe(true);
    const rows = await db.read.delivery.findMany({ select: { id: true, seq: true } });
    expect(rows).toHaveLength(EVENTS);
    for (const row of rows) expect(idsBySeq.get(row.seq)).toEqual(new Set([row.id]));
    if (LONG) {
      const twice = receiver.received.length - EVENTS;
      process.stderr.write(`lost ${lost.length} of ${EVENTS}; ${twice} came twice\n`);
    }
    await receiver.close();
  });
});
