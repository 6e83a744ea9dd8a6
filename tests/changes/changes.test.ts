import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteChangesBefore } from '../../src/changes/store.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { createSubscription } from '../../src/webhooks/service.ts';
import { plainArticle } from '../support/articles.ts';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('GET /v1/changes', () => {
  let newsroom: Newsroom;
  let now = new Date('2024-10-09T08:00:00.000Z');
  beforeAll(async () => {
    newsroom = await openNewsroom({ clock: () => now });
    for (const slug of ['one', 'two', 'three']) await newsroom.publish(plainArticle({ slug }));
  });
  afterAll(() => newsroom.close());

  it('answers the changes after a place, in their order, with the published document', async () => {
    const { status, body } = await newsroom.get('/v1/changes?after=1');
    expect(status).toBe(200);
    const { body: article } = await newsroom.get('/v1/articles/two');
    expect(body.data[0]).toEqual({
      seq: 2,
      type: 'article.published',
      kind: 'article',
      id: article.id,
      articleId: article.id,
      slug: 'two',
      edition: 1,
      url: '/v1/articles/two',
      at: '2024-10-09T08:00:00.000Z',
      data: article,
    });
    expect(body.page).toEqual({ limit: 20, next: null, last: 3 });
  });

  it('links full pages, which never change again, and may be kept', async () => {
    const page = await newsroom.get('/v1/changes?limit=2&fields=seq,slug');
    expect(page.body.data).toEqual([
      { seq: 1, slug: 'one' },
      { seq: 2, slug: 'two' },
    ]);
    expect(page.headers.link).toBe('</v1/changes?after=2&limit=2&fields=seq%2Cslug>; rel="next"');
    expect(page.headers['cache-control']).toContain('immutable');
    const last = await newsroom.get('/v1/changes?after=2&limit=2');
    expect(last.headers['cache-control']).not.toContain('immutable');
    expect(last.body.page.next).toBeNull();
    const unchanged = await newsroom.get('/v1/changes?after=2&limit=2', {
      headers: { 'if-none-match': last.etag },
    });
    expect(unchanged.status).toBe(304);
  });

  it('shows a change at once where the page before was cached', async () => {
    const url = '/v1/changes?after=latest';
    expect((await newsroom.get(url)).body.page.last).toBe(3);
    const before = await newsroom.get('/v1/changes?after=3');
    expect(before.body.data).toEqual([]);
    await newsroom.publish(plainArticle({ slug: 'four' }));
    expect((await newsroom.get(url)).body.page.last).toBe(4);
    expect((await newsroom.get('/v1/changes?after=3')).body.data[0].slug).toBe('four');
  });

  it('shows within a moment what another process changed', async () => {
    const other = await openNewsroom({ env: { DATABASE_URL: newsroom.config.databaseUrl } });
    try {
      expect((await other.get('/v1/changes?after=latest')).body.page.last).toBe(4);
      const told = new Promise<void>((resolve) => {
        const end = other.context.changed.listen(() => {
          end();
          resolve();
        });
      });
      await newsroom.publish(plainArticle({ slug: 'five' }));
      await told;
      expect((await other.get('/v1/changes?after=latest')).body.page.last).toBe(5);
    } finally {
      await other.server.close();
      await other.db.close();
    }
  });

  it('400 for what is not a place, a limit or a parameter', async () => {
    for (const query of [
      'after=-1',
      'after=1.5',
      'after=x',
      'after=2147483648',
      'after=',
      'after=1&after=2',
      'limit=0',
      'limit=101',
      'fields=secret',
      'since=1',
      'cursor=1',
    ]) {
      const { status, body } = await newsroom.get(`/v1/changes?${query}`);
      expect(status, query).toBe(400);
      expect(body.errors[0].parameter, query).toBe(query.split('=')[0]);
    }
  });

  it('406 for another media type, 405 for another method', async () => {
    const accept = { headers: { accept: 'text/csv' } };
    expect((await newsroom.get('/v1/changes', accept)).status).toBe(406);
    expect((await newsroom.send('POST', '/v1/changes')).status).toBe(405);
  });

  it('410 with where to start again for a place that is ahead of the log', async () => {
    const { status, body } = await newsroom.get('/v1/changes?after=99');
    expect(status).toBe(410);
    expect(body).toMatchObject({
      code: 'changes-expired',
      oldest: 1,
      newest: 5,
      startAgain: '/v1/changes?after=5',
    });
  });

  it('410 with where to start again for a place that was pruned, and none after it', async () => {
    now = new Date('2024-11-09T08:00:00.000Z');
    await newsroom.publish(plainArticle({ slug: 'six' }));
    const before = new Date('2024-11-01T00:00:00.000Z');
    const pruned = await newsroom.context.run(SYSTEM, ({ client }) =>
      deleteChangesBefore(client, before),
    );
    expect(pruned).toBe(5);
    const { status, body } = await newsroom.get('/v1/changes?after=3&limit=3');
    expect(status).toBe(410);
    expect(body).toMatchObject({ code: 'changes-expired', oldest: 6, newest: 6 });
    const next = await newsroom.get('/v1/changes?after=5');
    expect(next.body.data.map(({ slug }: { slug: string }) => slug)).toEqual(['six']);
    expect((await newsroom.get(body.startAgain)).status).toBe(200);
  });

  it('never prunes the newest change, nor what a subscription has still to be told', async () => {
    const future = new Date('2030-01-01T00:00:00.000Z');
    const prune = () =>
      newsroom.context.run(SYSTEM, ({ client }) => deleteChangesBefore(client, future));
    expect(await prune()).toBe(0);
    expect((await newsroom.get('/v1/changes?after=latest')).body.page.last).toBe(6);
    const { id } = await newsroom.context.run(SYSTEM, (work) =>
      createSubscription(work, { url: 'http://127.0.0.1:9/refused' }),
    );
    await append(newsroom, 3);
    await newsroom.webhooks.tick();
    expect(await newsroom.db.read.delivery.count({ where: { state: 'pending' } })).toBe(3);
    expect(await prune()).toBe(1);
    expect((await newsroom.get('/v1/changes?after=6')).body.data).toHaveLength(3);
    // Nobody waits for one that was disabled.
    await newsroom.patch(`/v1/desk/subscriptions/${id}`, { state: 'disabled' });
    expect(await prune()).toBe(2);
    expect(await newsroom.db.read.delivery.count({ where: { state: 'pending' } })).toBe(3);
    await newsroom.remove(`/v1/desk/subscriptions/${id}`);
  });
});

describe('what is pruned of the log', () => {
  let newsroom: Newsroom;
  let now = new Date('2024-10-01T00:00:00.000Z');
  beforeAll(async () => {
    newsroom = await openNewsroom({ clock: () => now });
    // Nobody is told of anything: it stands in the log alone.
    await newsroom.webhooks.close();
  });
  afterAll(() => newsroom.close());

  const pruneBefore = (time: string) =>
    newsroom.context.run(SYSTEM, ({ client }) => deleteChangesBefore(client, new Date(time)));
  const kept = async () => {
    const rows = await newsroom.db.current.change.findMany({ orderBy: { seq: 'asc' } });
    return rows.map(({ seq }) => seq);
  };

  it('is older than the time that is given, also where a clock went back', async () => {
    await append(newsroom, 2);
    now = new Date('2024-11-01T00:00:00.000Z');
    await append(newsroom, 1);
    now = new Date('2024-10-01T00:00:00.000Z');
    await append(newsroom, 1);
    expect(await pruneBefore('2024-10-15T00:00:00.000Z')).toBe(2);
    expect(await kept()).toEqual([3, 4]);
  });

  it('was made into deliveries for every active subscription, not for those that are disabled', async () => {
    const { id } = await newsroom.context.run(SYSTEM, (work) =>
      createSubscription(work, { url: 'http://127.0.0.1:9/' }),
    );
    await append(newsroom, 3);
    const future = '2030-01-01T00:00:00.000Z';
    expect(await pruneBefore(future)).toBe(2);
    expect(await kept()).toEqual([5, 6, 7]);
    await newsroom.patch(`/v1/desk/subscriptions/${id}`, { state: 'disabled' });
    expect(await pruneBefore(future)).toBe(2);
    expect(await kept()).toEqual([7]);
  });
});

describe('GET /v1/changes while the log is pruned', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await append(newsroom, 2_000);
  });
  afterAll(() => newsroom.close());

  it('answers what follows a place, or 410; what was pruned is not left out', async () => {
    const statuses = new Set<number>();
    for (let place = 0; place < 1_800; place += 5) {
      // They come at the same time as it is pruned, or a little later.
      const pages = [0, 1, 2].map(async (ahead) => {
        if (ahead > 0) await sleep(place % (ahead + 2));
        const { status, body } = await newsroom.get(`/v1/changes?after=${place + ahead}&limit=5`);
        statuses.add(status);
        if (status === 200) expect(body.data[0].seq).toBe(place + ahead + 1);
      });
      const pruning = newsroom.db.write((client) =>
        client.change.deleteMany({ where: { seq: { lte: place + 5 } } }),
      );
      await Promise.all([...pages, pruning]);
    }
    expect(statuses).toEqual(new Set([200, 410]));
  });
});
