import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendChanges } from '../../src/changes/log.ts';
import { deleteChangesBefore } from '../../src/changes/store.ts';
import { deleteRows } from '../../src/core/database/rows.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { ownSlug, plainArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { readEvents } from '../support/events.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { eventually } from '../support/waiting.ts';

/** Two processes on one database; what is done in the first reaches the other by the log. */
describe('a process beside another one', () => {
  let newsroom: Newsroom;
  let other: Newsroom;
  let origin: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    other = await openNewsroom({ env: { DATABASE_URL: newsroom.config.databaseUrl } });
    origin = await other.server.listen({ host: '127.0.0.1', port: 0 });
    await newsroom.publish(plainArticle({ slug: 'one' }));
  });
  afterAll(async () => {
    await other.server.close();
    await other.db.close();
    await newsroom.close();
  });

  const list = async () => {
    const { body } = await other.get('/v1/articles');
    return (body.data as { slug: string }[]).map(({ slug }) => slug);
  };

  /** Waits until the other process has heard that there is an article. */
  const until = (slug: string) => eventually(async () => (await list()).includes(slug));

  it('answers what is true though the log was pruned before it was read', async () => {
    for (let round = 0; round < 5; round += 1) {
      await until('one');
      const slug = ownSlug('pruned');
      await newsroom.publish(plainArticle({ slug }));
      await newsroom.db.write(async (client) => {
        await client.change.updateMany({ data: { tags: '[]' } });
        await deleteChangesBefore(client, new Date('9999-01-01'));
        const [newest] = await client.change.findMany({ orderBy: { seq: 'desc' }, take: 1 });
        const { seq, ...change } = newest as { seq: number } & Record<string, unknown>;
        await client.change.create({ data: { ...change, seq: seq + 1 } as never });
        await client.counter.updateMany({
          where: { value: seq, name: { startsWith: 'change' } },
          data: { value: seq + 1 },
        });
        await deleteRows(client, 'Change', { seq });
      });
      await until(slug);
    }
  });

  it('answers nothing older than what its own log told', async () => {
    const slug = ownSlug('told');
    const { id } = (await newsroom.publish(plainArticle({ slug }))).body;
    const headline = async () => (await other.get(`/v1/articles/${slug}`)).body.headline;
    await other.context.catchUp();
    await secondOver();
    for (let round = 0; round < 5; round += 1) {
      await headline();
      const { last } = (await other.get('/v1/changes?after=latest')).body.page;
      await newsroom.patch(`/v1/desk/articles/${id}`, { headline: `The ferry, no ${round}` });
      await newsroom.step(id, 'publish');
      const told = await other.get(`/v1/changes?after=${last}`);
      expect(told.text).toContain(`no ${round}`);
      expect(await headline()).toBe(`The ferry, no ${round}`);
    }
  });

  it('answers nothing older than its log told though thousands of changes came at once', async () => {
    const slug = ownSlug('after-many');
    const { id } = (await newsroom.publish(plainArticle({ slug }))).body;
    const headline = async () => (await other.get(`/v1/articles/${slug}`)).body.headline;
    await other.context.catchUp();
    await secondOver();
    await headline();
    const change = { type: 'source.updated', kind: 'source', targetId: id } as const;
    const changes = Array.from({ length: 10_000 }, () => ({ ...change, document: null, tags: [] }));
    await newsroom.context.run(SYSTEM, (work) => appendChanges(work, changes));
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'The ferry, after many' });
    await newsroom.step(id, 'publish');
    await other.get('/v1/changes?after=latest');
    expect(await headline()).toBe('The ferry, after many');
  });

  it('answers what is true though an older database took the place of this one', async () => {
    const slug = ownSlug('undone');
    await newsroom.publish(plainArticle({ slug }));
    await until(slug);
    // The other process has read of it in the log.
    await other.context.catchUp();
    await newsroom.db.write(async (client) => {
      const [newest] = await client.change.findMany({ orderBy: { seq: 'desc' }, take: 1 });
      const [article] = await client.publishedArticle.findMany({ where: { slug } });
      await deleteRows(client, 'PublishedArticle', { id: article?.id ?? '' });
      await deleteRows(client, 'Change', { seq: newest?.seq ?? 0 });
    });
    await eventually(async () => !(await list()).includes(slug));
  });

  it('answers what is true though another change took the place of its newest', async () => {
    const slug = ownSlug('true');
    const address = `/v1/articles/${slug}`;
    const { id } = (await newsroom.publish(plainArticle({ slug }))).body;
    await newsroom.publish(plainArticle({ slug: ownSlug('lost') }));
    await other.context.catchUp();
    expect((await other.get(address)).status).toBe(200);
    const url = `${origin}/v1/changes/stream`;
    const { last } = (await newsroom.get('/v1/changes?after=latest')).body.page;
    const reader = await readEvents(`${url}?after=${last - 1}`);
    await reader.until(() => reader.events.length === 1);
    // As after a failover: the newest change is lost, and others were made since.
    await newsroom.context.run(SYSTEM, async (work) => {
      await deleteRows(work.client, 'PublishedArticle', { id });
      await deleteRows(work.client, 'Change', { seq: last });
      await work.client.counter.updateMany({
        where: { name: 'changes' },
        data: { value: last - 1 },
      });
      const change = { type: 'article.withdrawn', kind: 'article', targetId: id } as const;
      await appendChanges(work, [{ ...change, document: null, tags: [id] }]);
    });
    await other.context.catchUp();
    expect((await other.get(address)).status).toBe(404);
    await reader.ended;
    const again = await readEvents(url, { 'last-event-id': String(reader.lastId()) });
    expect(again.status).toBe(410);
    const fresh = await readEvents(`${url}?after=${last - 1}`);
    await fresh.until(() => fresh.events.length === 1);
    expect(fresh.events[0]?.data.id).toBe(id);
    fresh.cut();
  });
});
