import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestSeq } from '../../src/changes/store.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { createJobRunner, type JobKinds } from '../../src/core/jobs/runner.ts';
import { createJob } from '../../src/core/jobs/store.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { fullArticle, ownSlug } from '../support/articles.ts';
import { append } from '../support/changes.ts';
import { HOUR } from '../support/clock.ts';
import { readEvents } from '../support/events.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { type PostgresqlServer, type Replica, startPostgresql } from '../support/postgresql.ts';
import { accept, openReceiver } from '../support/receiver.ts';
import { eventually } from '../support/waiting.ts';

const LAG_MS = 1_500;

describe('With a replica that lags behind', () => {
  let primary: PostgresqlServer;
  let replica: Replica;
  let newsroom: Newsroom;
  let aheadMs = 0;
  const clock = () => new Date(Date.now() + aheadMs);

  const ofReplica = (url: string) =>
    Object.assign(new URL(url), { port: String(replica.port) }).href;

  beforeAll(async () => {
    primary = await startPostgresql();
    replica = await primary.startReplica(LAG_MS);
    const url = await primary.createDatabase();
    newsroom = await openNewsroom({
      clock,
      env: {
        DATABASE_URL: url,
        DATABASE_REPLICA_URL: ofReplica(url),
        ALLOW_PRIVATE_WEBHOOKS: '1',
      },
    });
  });
  afterAll(async () => {
    await newsroom?.close();
    await replica?.stop();
    await primary?.stop();
  });

  it('a start waits until what it migrated is there', async () => {
    const databaseUrl = await primary.createDatabase();
    const db = await openDatabase({ databaseUrl, databaseReplicaUrl: ofReplica(databaseUrl) });
    expect(await db.read.article.count()).toBe(0);
    await db.close();
  });

  it('the desk shows what was written a moment ago, to whoever may see it since', async () => {
    const { body } = await newsroom.create(fullArticle({ slug: ownSlug('at-once') }));
    const found = await newsroom.get(`/v1/desk/articles/${body.id}`);
    expect([found.status, found.body.id]).toEqual([200, body.id]);
    const token = await newsroom.post('/v1/desk/tokens', { name: 'new', role: 'writer' });
    expect(token.status).toBe(201);
    const headers = { authorization: `Bearer ${token.body.secret}` };
    expect((await newsroom.get('/v1/desk/articles', { as: null, headers })).status).toBe(200);
    expect((await newsroom.remove(`/v1/desk/tokens/${token.body.id}`)).status).toBe(204);
    expect((await newsroom.get('/v1/desk/articles', { as: null, headers })).status).toBe(401);
    const changed = await newsroom.patch(`/v1/desk/articles/${body.id}`, { headline: 'Later' });
    expect(changed.status).toBe(200);
    expect((await newsroom.step(body.id, 'publish')).status).toBe(200);
  });

  it('the wire shows what the replica has, and never again what came before', async () => {
    const slug = ownSlug('later');
    const path = `/v1/articles/${slug}`;
    const { body } = await newsroom.publish(fullArticle({ slug, headline: 'First' }));
    await eventually(async () => (await newsroom.get(path)).status === 200);
    expect((await newsroom.get('/v1/articles')).text).toContain('First');
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { headline: 'Second' });
    const { status, text } = await newsroom.step(body.id, 'publish');
    expect(status, text).toBe(200);
    // What was dropped as it was published is read of the replica again, which has it not yet.
    expect((await newsroom.get(path)).body.headline).toBe('First');
    await eventually(async () => (await newsroom.get(path)).body.headline === 'Second');
    await eventually(async () => (await newsroom.get('/v1/articles')).text.includes('Second'));
    expect((await newsroom.step(body.id, 'withdraw')).status).toBe(200);
    const told: number[] = [];
    await eventually(async () => told[told.push((await newsroom.get(path)).status) - 1] !== 200);
    await sleep(2 * LAG_MS);
    expect((await newsroom.get(path)).status).toBe(told.at(-1));
    expect((await newsroom.get('/v1/articles')).text).not.toContain('Second');
  });

  it('the log goes on from a place that another server told, which is ahead of the replica', async () => {
    await append(newsroom, 1);
    const last = await newestSeq(newsroom.db.current);
    expect(await newestSeq(newsroom.db.read)).toBeLessThan(last);
    const { status, body } = await newsroom.get(`/v1/changes?after=${last}`);
    expect([status, body.data, body.page]).toEqual([200, [], { limit: 20, next: null, last }]);
    const origin = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    const url = `${origin}/v1/changes/stream`;
    const reader = await readEvents(url, { 'last-event-id': String(last) });
    expect(reader.status).toBe(200);
    await append(newsroom, 1);
    await reader.until(() => reader.events.length > 0);
    expect(reader.events[0]?.id).toBe(last + 1);
    reader.cut();
    expect((await newsroom.get(`/v1/changes?after=${last + 1_000}`)).status).toBe(410);
  });

  it('webhooks tell of a change once the wire shows it, and again as soon as they are asked', async () => {
    const receiver = await openReceiver();
    const shown: number[] = [];
    receiver.behave((message, response) => {
      const { slug } = JSON.parse(message.body).data;
      newsroom.get(`/v1/articles/${slug}`).then(({ status }) => {
        shown.push(status);
        accept(message, response);
      });
    });
    try {
      const made = await newsroom.post('/v1/desk/subscriptions', {
        url: receiver.url,
        types: ['article.published'],
      });
      await newsroom.publish(fullArticle({ slug: ownSlug('told-of') }));
      await receiver.until(() => receiver.received.length === 1);
      const url = `/v1/desk/subscriptions/${made.body.id}/deliveries`;
      const list = async () => (await newsroom.get(url)).body.data;
      await eventually(async () => (await list())[0]?.state === 'delivered');
      expect([shown, (await list())[0].attempts]).toEqual([[200], 1]);
      // What is delivered must be known to the replica, or it seems to be due as before.
      await sleep(2 * LAG_MS);
      const again = await newsroom.post(`${url}/${(await list())[0].id}/redeliver`);
      expect(again.status).toBe(202);
      await newsroom.webhooks.tick();
      expect(receiver.received).toHaveLength(2);
      expect((await newsroom.remove(`/v1/desk/subscriptions/${made.body.id}`)).status).toBe(204);
    } finally {
      await receiver.close();
    }
  });

  it('the schedule and the jobs go on with what was written a moment ago', async () => {
    const { body } = await newsroom.create(fullArticle({ slug: ownSlug('on-time') }));
    const publishAt = new Date(clock().getTime() + HOUR).toISOString();
    expect((await newsroom.step(body.id, 'schedule', { publishAt })).status).toBe(200);
    aheadMs += HOUR;
    const fired = await newsroom.scheduler.tick();
    expect(fired).toMatchObject([{ articleId: body.id, outcome: 'published' }]);
    const { db, context } = newsroom;
    const kinds: JobKinds = {
      nothing: {
        describe: () => 'Nothing.',
        step: async () => ({ cursor: null, done: 1, finished: true }),
      },
    };
    const log = { warn: () => undefined };
    const runner = createJobRunner({ db, clock: context.clock, run: context.run, log, kinds });
    await context.run(SYSTEM, (work) =>
      createJob(work, { kind: 'nothing', payload: {}, total: 1 }),
    );
    expect(await runner.tick()).toBe(true);
    expect(await runner.tick()).toBe(false);
  });
});
