import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectionOf } from '../../src/core/database/connection.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const CONVERSATIONS = 3;
const TURNS = 400;
const ROWS = CONVERSATIONS * TURNS;

/** Behind each other, from the oldest to the newest. */
function textOf(number: number): string {
  const words = [`The tide turned${number % 10 === 0 ? ' twice' : ''}.`];
  if (number % 100 === 0) words.push('A red buoy went by.');
  else if (number % 50 === 0) words.push('The buoy was red.');
  return words.join(' ');
}

describe('a newsroom of more rows than a search looks at one by one', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(
      plainArticle({ slug: 'oldest', headline: 'A lighthouse', summary: 'By the red buoy.' }),
    );
    for (let conversation = 0; conversation < CONVERSATIONS; conversation += 1) {
      const turns = Array.from({ length: TURNS }, (_, turn) => ({
        role: 'remark',
        speaker: { kind: 'person', name: 'Ada Renn' },
        text: textOf(conversation * TURNS + turn),
      }));
      await newsroom.publish(
        plainArticle({ slug: `talk-${conversation}`, interviews: [{ turns }] }),
      );
    }
  });
  afterAll(() => newsroom.close());

  /** What all pages show, in order: where each hit is. */
  async function pagesOf(query: string, limit = 100): Promise<string[]> {
    const urls: string[] = [];
    let cursor = '';
    for (;;) {
      const { status, body } = await newsroom.get(`/v1/search?${query}&limit=${limit}${cursor}`);
      expect(status).toBe(200);
      urls.push(...body.data.map((hit: { type: string; id: string }) => `${hit.type} ${hit.id}`));
      if (body.page.next === null) return urls;
      cursor = `&cursor=${body.page.next}`;
    }
  }

  it('finds what only the oldest has', async () => {
    const found = await newsroom.get('/v1/search?q=lighthouse');
    expect(found.body.data.map(({ url }: { url: string }) => url)).toEqual(['/v1/articles/oldest']);
    expect(await pagesOf('q=lighthouse%20-tide')).toHaveLength(1);
    expect(await pagesOf('q=%22red%20buoy%22%20lighthouse')).toHaveLength(1);
    expect(await pagesOf('q=lighthouse%20tide')).toEqual([]);
  });

  it('finds all that have a word, each once and in one order, however it is paged', async () => {
    const found = await pagesOf('q=twice&type=turn');
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(ROWS / 10);
    for (const limit of [7, 33]) expect(await pagesOf('q=twice&type=turn', limit)).toEqual(found);
  });

  it('finds a phrase where its words stand side by side, and nowhere else', async () => {
    const phrases = await pagesOf('q=%22red%20buoy%22');
    const both = await pagesOf('q=red%20buoy&type=turn');
    expect(phrases).toHaveLength(ROWS / 100 + CONVERSATIONS + 1);
    expect(both).toHaveLength(ROWS / 50);
    const without = await pagesOf('q=buoy%20-%22red%20buoy%22&type=turn');
    expect(without).toEqual(both.filter((hit) => !phrases.includes(hit)));
  });

  it('shows a thousand of what all of them have', async () => {
    const found = await pagesOf('q=tide');
    expect(new Set(found).size).toBe(1_000);
    expect(found).toHaveLength(1_000);
  });

  if (inject('template').engine === 'postgresql')
    it('leaves PostgreSQL’s planner nothing to guess by', async () => {
      const ask = (text: string) =>
        connectionOf(newsroom.db.read).query({ sql: text, text, values: [] });
      await ask('ANALYZE "SearchIndex"');
      const known = await ask(
        `SELECT "attname" FROM pg_stats WHERE "tablename" = 'SearchIndex' ORDER BY 1`,
      );
      expect(known).toEqual([{ attname: 'rowid' }, { attname: 'tokens' }]);
    });
});
