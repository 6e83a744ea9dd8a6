import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionOf } from '../../src/core/database/connection.ts';
import { queryRows } from '../../src/core/database/rows.ts';
import { lookUpWords } from '../../src/search/list-words.ts';
import { wordList } from '../../src/search/tokens.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const LISTS = { PublishedArticle: 'articles', PublishedTurn: 'turns', PublishedQuote: 'quotes' };
const TABLES = ['PublishedArticle', 'PublishedTurn', 'PublishedQuote'] as const;

describe('words in a list', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (const slug of ['wall-one', 'wall-two']) await newsroom.publish(fullArticle({ slug }));
    await newsroom.publish(plainArticle({ slug: 'third' }));
  });
  afterAll(() => newsroom.close());

  const count = async (url: string) => (await newsroom.get(url)).body.data.length as number;

  /** The ids that a statement selects. */
  async function idsOf(write: (add: (value: unknown) => string) => string): Promise<string[]> {
    const { parameter } = connectionOf(newsroom.db.read);
    const values: unknown[] = [];
    const text = write((value) => parameter(values.push(value)));
    const rows = await queryRows<{ key: string }>(newsroom.db.read, { sql: text, text, values });
    return rows.map(({ key }) => key).sort();
  }

  /** Of articles the headlines alone. */
  async function textOf(table: keyof typeof LISTS): Promise<string> {
    const { body } = await newsroom.get(`/v1/${LISTS[table]}`);
    const rows = body.data as { headline?: string; text?: string; plainText?: string }[];
    return rows.map((row) => row.headline ?? row.plainText ?? row.text).join(' ');
  }

  it('are the same whether all rows that have them are looked up or each is looked at', async () => {
    const { engine } = newsroom.db;
    for (const table of TABLES) {
      const words = new Set(wordList(await textOf(table)));
      expect(words.size).toBeGreaterThan(5);
      for (const word of words) {
        const lookup = lookUpWords(table, word);
        if (lookup === undefined) throw new Error('There is a word.');
        const keys = await idsOf((add) => lookup.keys(add, engine));
        const each = await idsOf(
          (add) => `SELECT "id" AS "key" FROM "${table}" WHERE ${lookup.each(add, engine)}`,
        );
        const all = await idsOf((add) => lookup.all(add, engine));
        expect(keys, `${word} in ${table}`).toEqual(each);
        expect(all, `${word} in ${table}`).toHaveLength(keys.length);
        expect(keys.length, `${word} in ${table}`).toBeGreaterThan(0);
      }
    }
  });

  it('are asked for together with what else the index knows of a row', async () => {
    const idsIn = async (url: string) => {
      const { body } = await newsroom.get(url);
      return body.data.map(({ id }: { id: string }) => id) as string[];
    };
    const lists = {
      'articles?q=river': ['section=local', 'tag=floods', 'source=mara-elsing'],
      'articles?q=harbour': ['section=local', 'tag=floods', 'figure=marrowford-evacuees'],
      'quotes?q=five': ['section=local', 'tag=floods', 'speaker=mara-elsing'],
      'turns?q=we': ['speaker=mara-elsing', 'speaker=the-ledger'],
      'turns?q=know': ['speaker=mara-elsing', 'speaker=the-ledger'],
    };
    let found = 0;
    for (const [list, filters] of Object.entries(lists)) {
      const withWords = await idsIn(`/v1/${list}`);
      expect(withWords, list).not.toEqual([]);
      for (const filter of filters) {
        const [path] = list.split('?');
        const filtered = await idsIn(`/v1/${path}?${filter}`);
        const both = withWords.filter((id) => filtered.includes(id));
        expect(await idsIn(`/v1/${list}&${filter}`), `${list} ${filter}`).toEqual(both);
        found += both.length;
      }
    }
    expect(found).toBeGreaterThan(10);
  });

  it('are whole words, in any order, whatever their case and accents', async () => {
    expect(await count('/v1/articles?q=HOM%C3%89S%20river')).toBe(2);
    expect(await count('/v1/articles?q=rive')).toBe(0);
    expect(await count('/v1/articles?q=river&section=none')).toBe(0);
  });

  it('are those of what was said, not of who said it', async () => {
    const { body } = await newsroom.get('/v1/turns?limit=1');
    const [turn] = body.data;
    const [name] = turn.speaker.name.toLowerCase().split(' ');
    expect(turn.plainText.toLowerCase()).not.toContain(name);
    expect(await count(`/v1/turns?q=${name}`)).toBe(0);
    expect(await count('/v1/quotes?q=elsing')).toBe(0);
    expect(await count('/v1/quotes?q=five%20water')).toBe(2);
    expect(await count(`/v1/turns?q=${turn.plainText.split(' ')[0]}`)).toBeGreaterThan(0);
  });

  it('find nothing where one of them holds no letter and no digit', async () => {
    for (const path of ['articles', 'turns', 'quotes'])
      for (const q of ['!?', 'the --', "' five"])
        expect(await count(`/v1/${path}?q=${encodeURIComponent(q)}`), `${path} ${q}`).toBe(0);
  });
});
