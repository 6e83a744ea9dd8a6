import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { append } from '../support/changes.ts';
import { type EventReader, readEvents } from '../support/events.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const seqs = (reader: EventReader) => reader.events.map(({ id }) => id);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('GET /v1/changes/stream', () => {
  let newsroom: Newsroom;
  let url: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const origin = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    url = `${origin}/v1/changes/stream`;
  });
  afterAll(() => newsroom.close());

  it('sends what was missed and then what happens, in order, once each', async () => {
    await newsroom.publish(plainArticle({ slug: 'one' }));
    await append(newsroom, 60);
    const reader = await readEvents(`${url}?after=0`);
    expect(reader.status).toBe(200);
    await reader.until(() => reader.events.length >= 61);
    await newsroom.publish(plainArticle({ slug: 'two' }));
    await append(newsroom, 5);
    await reader.until(() => reader.events.length >= 67);
    expect(seqs(reader)).toEqual(range(1, 67));
    const listed = await newsroom.get('/v1/changes?after=0&limit=1');
    expect(reader.events[0]?.data).toEqual(listed.body.data[0]);
    expect(reader.events[61]?.data.slug).toBe('two');
    reader.cut();
  });

  it('resumes after a cut with Last-Event-ID: nothing missing, nothing twice', async () => {
    const first = await readEvents(url);
    await first.until(() => first.lastId() !== null);
    const start = Number(first.lastId());
    await append(newsroom, 3);
    await first.until(() => first.events.length >= 2);
    first.cut();
    await first.ended;
    await append(newsroom, 40);
    const last = String(first.events.at(-1)?.id);
    const second = await readEvents(url, { 'last-event-id': last });
    const rest = append(newsroom, 40);
    await second.until(() => second.events.at(-1)?.id === start + 83);
    await rest;
    expect([...seqs(first), ...seqs(second)]).toEqual(range(start + 1, start + 83));
    second.cut();
  });

  it('begins with now when no place is given, and names that place for a later resumption', async () => {
    const newest = (await newsroom.get('/v1/changes?after=latest')).body.page.last;
    const reader = await readEvents(url);
    await reader.until(() => reader.lastId() !== null);
    expect(reader.lastId()).toBe(newest);
    expect(reader.events).toEqual([]);
    await append(newsroom, 1);
    await reader.until(() => reader.events.length === 1);
    expect(seqs(reader)).toEqual([newest + 1]);
    reader.cut();
  });

  it('follows what another process changes', async () => {
    const other = await openNewsroom({ env: { DATABASE_URL: newsroom.config.databaseUrl } });
    const reader = await readEvents(url);
    await reader.until(() => reader.lastId() !== null);
    const start = Number(reader.lastId());
    try {
      await append(other, 10);
      await reader.until(() => reader.events.length >= 10);
      expect(seqs(reader)).toEqual(range(start + 1, start + 10));
    } finally {
      reader.cut();
      await other.server.close();
      await other.db.close();
    }
  });

  it('serves many readers alike from one reading of the log', async () => {
    const start = (await newsroom.get('/v1/changes?after=latest')).body.page.last;
    const readers = await Promise.all(range(1, 30).map(() => readEvents(`${url}?after=0`)));
    await append(newsroom, 20);
    for (const reader of readers) {
      await reader.until(() => reader.events.at(-1)?.id === start + 20);
      expect(seqs(reader)).toEqual(range(1, start + 20));
      reader.cut();
    }
  });

  it('carries the headers of the wire, and says that it is not to be kept', async () => {
    const reader = await readEvents(url);
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    });
    reader.cut();
    const head = await newsroom.send('HEAD', '/v1/changes/stream');
    expect(head.status).toBe(200);
    expect(head.headers['content-type']).toBe('text/event-stream');
  });

  it('400, 406 and 410 as the list of changes answers them', async () => {
    const header = (value: string) => ({ headers: { 'last-event-id': value } });
    for (const value of ['x', '-1', '1,2', '99999999999']) {
      const { status, body } = await newsroom.get('/v1/changes/stream', header(value));
      expect(status, value).toBe(400);
      expect(body.code).toBe('request-invalid');
    }
    expect((await newsroom.get('/v1/changes/stream?since=1')).status).toBe(400);
    const json = { headers: { accept: 'application/json' } };
    expect((await newsroom.get('/v1/changes/stream', json)).status).toBe(406);
    const ahead = await newsroom.get('/v1/changes/stream', header('1000000'));
    expect(ahead.status).toBe(410);
    expect(ahead.body.code).toBe('changes-expired');
  });

  it('429 for a client with too many streams, also where they are asked for at once', async () => {
    const readers = await Promise.all(range(1, 60).map(() => readEvents(url)));
    const refused = readers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    for (const { status, headers } of refused) {
      expect(status).toBe(429);
      expect(headers['retry-after']).toBe('30');
    }
    for (const reader of readers) reader.cut();
  });

  it('ends its streams when the server closes, which then takes no time', async () => {
    const ending = await openNewsroom();
    const origin = await ending.server.listen({ host: '127.0.0.1', port: 0 });
    const reader = await readEvents(`${origin}/v1/changes/stream`);
    await reader.until(() => reader.lastId() !== null);
    await ending.close();
    await reader.ended;
    expect(reader.events).toEqual([]);
  });
});
