import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachConnection, connectionOf } from '../../src/core/database/connection.ts';
import { createKeptRows, type KeptRows } from '../../src/core/database/kept-rows.ts';
import { listKeptRows, listRows } from '../../src/core/database/list.ts';
import type { Client } from '../../src/core/database/types.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const ROOM = 1_000_000;
const NEWEST = [{ publishedAt: 'desc' as const }, { id: 'desc' as const }];
const BY_DATE = [{ asOfFrom: 'desc' as const }, { id: 'desc' as const }];

describe('rows that lists showed', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (const slug of ['wall-one', 'wall-two', 'wall-three'])
      await newsroom.publish(fullArticle({ slug }));
  });
  afterAll(() => newsroom.close());

  /** A client that notes what columns are asked for. */
  function listen(): { client: Client; asked: string[] } {
    const connection = connectionOf(newsroom.db.read);
    const asked: string[] = [];
    const noting = <R>(run: (sql: { sql: string; text: string; values: unknown[] }) => R) =>
      ((statement) => {
        asked.push(/^SELECT (.*?) FROM/.exec(statement.sql)?.[1] ?? statement.sql);
        return run(statement);
      }) as typeof run;
    const client = {} as Client;
    attachConnection(client, {
      ...connection,
      query: noting(connection.query),
      column: noting(connection.column),
    });
    return { client, asked };
  }

  const lists = async (client: Client, kept: KeptRows) => {
    const page = { orderBy: NEWEST, take: 9 };
    const speakerId = (await newsroom.get('/v1/sources/mara-elsing')).body.id as string;
    const figureId = (await newsroom.get('/v1/figures/marrowford-evacuees')).body.id as string;
    return {
      turns: await listKeptRows(client, kept, 'PublishedTurn', {
        ...page,
        where: { speakerId },
      }),
      quotes: await listKeptRows(client, kept, 'PublishedQuote', {
        ...page,
        where: { speakerId },
      }),
      claims: await listKeptRows(client, kept, 'PublishedClaim', {
        orderBy: BY_DATE,
        take: 9,
        where: { figureId, asOfFrom: { lt: 20241010 }, asOfTo: { gte: 20241009 } },
      }),
    };
  };

  it('are those that the database gives, the first time and later', async () => {
    const kept = createKeptRows(ROOM);
    const { read } = newsroom.db;
    const first = await lists(read, kept);
    expect(first.turns).toHaveLength(3);
    expect(first.quotes).toHaveLength(3);
    expect(first.claims).toHaveLength(6);
    expect(await lists(read, kept)).toEqual(first);
    const rows = await listRows(read, 'PublishedClaim', {
      orderBy: BY_DATE,
      take: 9,
      where: {},
      columns: ['id', 'articleId', 'figureId', 'sourceId', 'asOfFrom', 'publishedAt', 'etag'],
      bytes: ['document'],
    });
    expect(first.claims).toEqual(rows);
  });

  it('are not read from the database again', async () => {
    const kept = createKeptRows(ROOM);
    await lists(newsroom.db.read, kept);
    const { client, asked } = listen();
    await lists(client, kept);
    expect(asked).toEqual(['"etag"', '"etag"', '"etag"']);
  });

  it('are read again, all of a list, when one of them has changed', async () => {
    const kept = createKeptRows(ROOM);
    const before = await lists(newsroom.db.read, kept);
    const { id } = (await newsroom.get('/v1/articles/wall-two')).body;
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'The wall gave way at four' });
    await newsroom.step(id, 'publish');
    const after = await lists(newsroom.db.read, kept);
    expect(after).toEqual(await lists(newsroom.db.read, createKeptRows(ROOM)));
    const changed = after.quotes.filter(({ etag }) =>
      before.quotes.every((quote) => quote.etag !== etag),
    );
    expect(changed).toHaveLength(1);
    expect(String(changed[0]?.document)).toContain('The wall gave way at four');
  });

  it('are not asked for where nothing may be kept', async () => {
    const kept = createKeptRows(0);
    const { client, asked } = listen();
    const first = await lists(client, kept);
    expect(await lists(client, kept)).toEqual(first);
    expect(asked).toHaveLength(6);
    expect(asked).not.toContain('"etag"');
    expect(kept.size).toBe(0);
  });

  it('go as others come, those first that were not shown for the longest time', () => {
    const kept = createKeptRows(10_000);
    const row = (etag: string) => ({ etag, document: Buffer.alloc(1_000) });
    for (const etag of ['one', 'two', 'three', 'four']) kept.keep(row(etag));
    expect(kept.find(['one', 'two'])).toHaveLength(2);
    kept.keep(row('five'));
    expect(kept.find(['five']), 'what is shown once pushes nothing out').toBeNull();
    expect(kept.size).toBe(4);
    kept.keep(row('five'));
    expect(kept.find(['three'])).toBeNull();
    expect(kept.find(['one', 'three'])).toBeNull();
    expect(kept.find(['five', 'one', 'two'])).toEqual([row('five'), row('one'), row('two')]);
    expect(kept.size).toBe(4);
  });
});
