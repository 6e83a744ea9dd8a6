import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const TURNS = 400;
const WORDS = 450;
/** The article’s own row has the words up to about this one. */
const KEPT = 140_000;

/** A word of its own for each number: letters only, six behind the first. */
function wordOf(number: number): string {
  let rest = number;
  let word = 'q';
  for (let index = 0; index < 6; index += 1) {
    word += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return word;
}

describe('a conversation of more words than a tsvector holds', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const turns = Array.from({ length: TURNS }, (_, turn) => ({
      role: 'remark',
      speaker: { kind: 'person', name: 'Ada Renn' },
      text: Array.from({ length: WORDS }, (_, index) => wordOf(turn * WORDS + index)).join(' '),
    }));
    await newsroom.publish(plainArticle({ slug: 'long', interviews: [{ turns }] }));
  });
  afterAll(() => newsroom.close());

  const found = async (word: string) => {
    const { body } = await newsroom.get(`/v1/search?q=${word}`);
    return body.data.map(({ type }: { type: string }) => type);
  };

  it('is found by each of them, and by what the article itself says', async () => {
    expect(await found('ferry')).toEqual(['article']);
    for (let number = 0; number < TURNS * WORDS; number += 9_973) {
      const types = number < KEPT ? ['article', 'turn'] : ['turn'];
      expect(await found(wordOf(number)), String(number)).toEqual(types);
    }
  });

  it('is found by none that it has not', async () => {
    for (const word of ['qzzzzzz', 'qaaaaaz', 'qbcdefg']) expect(await found(word)).toEqual([]);
  });
});
