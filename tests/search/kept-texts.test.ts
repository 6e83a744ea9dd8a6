import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeptTexts, type KeptTexts } from '../../src/search/kept-texts.ts';
import { readQuery, search } from '../../src/search/service.ts';
import type { ShownRow } from '../../src/search/shown-row.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { openStories } from './fixture.ts';

const ROOM = 1_000_000;
const EVERYTHING = {
  type: undefined,
  section: undefined,
  tag: undefined,
  language: undefined,
  source: undefined,
  speaker: undefined,
  figure: undefined,
  from: undefined,
  to: undefined,
};

describe('what hits were shown from', () => {
  let newsroom: Newsroom;
  let ids: Map<string, string>;
  beforeAll(async () => {
    ({ newsroom, ids } = await openStories());
  });
  afterAll(() => newsroom.close());

  const find = async (q: string, keptTexts: KeptTexts) => {
    const { hits } = await search(
      { db: newsroom.db, keptTexts },
      readQuery(q),
      EVERYTHING,
      null,
      50,
    );
    return hits;
  };

  it.each([
    'wall',
    'river wall',
    '"river wall"',
    'wal*',
    'water OR people',
    'mara',
    'café',
    '1200',
    'service',
  ])('shows the same the first time and later, for %s', async (q) => {
    const expected = await find(q, createKeptTexts(0));
    expect(expected.length).toBeGreaterThan(0);
    const kept = createKeptTexts(ROOM);
    await find('wall OR river OR water OR people OR mara OR café', kept);
    expect(kept.size).toBeGreaterThan(10);
    expect(await find(q, kept)).toEqual(expected);
    expect(await find(q, kept)).toEqual(expected);
  });

  it('is shown no more when it has changed', async () => {
    const kept = createKeptTexts(ROOM);
    const before = await find('wall', kept);
    const id = ids.get('wall-gives-way') ?? '';
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'The old wall gives way' });
    await newsroom.step(id, 'publish');
    const after = await find('wall', kept);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await find('wall', createKeptTexts(0)));
    expect(after.filter((hit) => hit.includes('The old wall gives way'))).toHaveLength(2);
  });

  it('is shown no more when it is withdrawn', async () => {
    const kept = createKeptTexts(ROOM);
    const ofHarbour = async () =>
      (await find('fog', kept)).filter((hit) => hit.includes('harbour-fog'));
    expect((await ofHarbour()).length).toBeGreaterThan(0);
    await newsroom.step(ids.get('harbour-fog') ?? '', 'withdraw');
    expect(await ofHarbour()).toEqual([]);
  });

  it('stays within its room, where what is found once takes no place of others', () => {
    const stored = { type: 'article', shown: 'x'.repeat(1_000), texts: 'x'.repeat(1_000) } as const;
    const kept = createKeptTexts(15_000);
    const row = {} as ShownRow;
    for (const etag of ['one', 'two', 'three']) kept.keep(etag, row, stored);
    expect(kept.size).toBe(2);
    kept.keep('three', row, stored);
    expect(kept.size).toBe(2);
    const none = createKeptTexts(0);
    for (const etag of ['one', 'one', 'one']) none.keep(etag, row, stored);
    expect(none.size).toBe(0);
  });
});
