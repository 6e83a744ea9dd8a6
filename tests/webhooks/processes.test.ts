import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import type { Database } from '../../src/core/database/types.ts';
import { createWorkRunner, SYSTEM, type WorkRunner } from '../../src/core/work.ts';
import { createSubscription } from '../../src/webhooks/service.ts';
import { append } from '../support/changes.ts';
import { freshDatabase, openNewsroom } from '../support/newsroom.ts';
import { accept, openReceiver, type Receiver } from '../support/receiver.ts';
import { type Sender, startSender } from '../support/senders.ts';
import { eventually } from '../support/waiting.ts';

const EVENTS = 100;
/** Starting processes takes long on a busy machine. */
const TIMEOUT_MS = 300_000;

describe('several processes that send webhooks', { timeout: TIMEOUT_MS }, () => {
  let folder: string;
  let databaseUrl: string;
  let db: Database;
  let run: WorkRunner;
  let receiver: Receiver;
  let subscriptionId: string;
  let senders: Sender[] = [];
  // For each try: what one that failed has sent would count in the next.
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-processes-'));
    databaseUrl = await freshDatabase(folder);
    db = await openDatabase({ databaseUrl });
    run = createWorkRunner({ db, clock: systemClock, onTouched: () => undefined });
    receiver = await openReceiver();
    const { url } = receiver;
    const { id } = await run(SYSTEM, (work) => createSubscription(work, { url }));
    subscriptionId = id;
  });
  afterEach(async () => {
    for (const sender of senders.splice(0)) await sender.kill();
    await receiver.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('send each message once', async () => {
    senders = await Promise.all([startSender(databaseUrl), startSender(databaseUrl)]);
    for (let left = EVENTS; left > 0; left -= 10) await append({ context: { run } }, 10);
    await receiver.until(() => receiver.received.length >= EVENTS);
    const pending = { where: { subscriptionId, state: 'pending' } };
    await eventually(async () => (await db.read.delivery.count(pending)) === 0);
    for (const sender of senders) await sender.kill();
    expect(receiver.received).toHaveLength(EVENTS);
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(EVENTS);
    const rows = await db.read.delivery.findMany();
    expect(rows).toHaveLength(EVENTS);
    expect(rows.every(({ state, attempts }) => state === 'delivered' && attempts === 1)).toBe(true);
  });

  it('take over at once from one that ends in the middle of a message', async () => {
    const env = { ALLOW_PRIVATE_WEBHOOKS: '1', DATABASE_URL: databaseUrl };
    receiver.behave(() => undefined);
    const ending = await openNewsroom({ env });
    await append(ending, 1);
    await receiver.until(() => receiver.received.length === 1);
    await ending.server.close();
    const pending = { where: { state: 'pending' } };
    const row = await ending.db.read.delivery.findFirstOrThrow(pending);
    expect(row).toMatchObject({ attempts: 0, claim: null, lastError: null });
    expect(row.nextAttemptAt?.getTime()).toBeLessThanOrEqual(Date.now());
    await ending.db.close();

    receiver.behave(accept);
    const next = await openNewsroom({ env });
    await next.webhooks.tick();
    expect(receiver.received.map(({ id }) => id)).toEqual([row.id, row.id]);
    expect(await next.db.read.delivery.count(pending)).toBe(0);
    await next.close();
    rmSync(ending.folder, { recursive: true, force: true });
  });
});
