import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, isPlain, type Span } from '../../../src/search/matches.ts';
import { parseQuery, positiveWords, type WordsNode } from '../../../src/search/query.ts';
import { tokensOf } from '../../../src/search/tokens.ts';

/** Every place of a query's words, by cutting the whole text into words. */
function matchesOfAll(text: string, wanted: readonly WordsNode[]): Span[] {
  const tokens = [...tokensOf(text)];
  const covered = new Map<number, number>();
  for (const { words, prefix } of wanted) {
    for (const [at, { start }] of tokens.entries()) {
      const found = tokens.slice(at, at + words.length);
      const matches = words.every((word, index) => {
        const other = found[index]?.word;
        const isBeginning = prefix && index === words.length - 1;
        return isBeginning ? other?.startsWith(word) : other === word;
      });
      const end = found.at(-1)?.end ?? start;
      if (matches) covered.set(start, Math.max(end, covered.get(start) ?? 0));
    }
  }
  const spans: Span[] = [];
  for (const [start, end] of [...covered].sort(([a], [b]) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && last.end > start) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

const WORDS = ['rain', 'Rain', 'RAÏN', 'ra­in', 'rains', 'a-rain', '7,000', '7 000', '7000', '3.5'];
const OTHERS = [
  '7',
  'ﬁne',
  'fine',
  '水',
  '水rain水',
  'Straße',
  'strasse',
  '“rain”',
  '—',
  '',
  '𝐫𝐚𝐢𝐧',
  '約7,000人',
  '3.5水',
  'データrain',
  'ﾃﾞｰﾀ',
  'काम',
  'कम',
];
const QUERIES = [
  'rain',
  'rai*',
  '"rain 7000"',
  '"rain rain"',
  '7000',
  '3.5',
  'fine',
  '水',
  'strasse',
  'データ',
  'कम',
];

const WAYS = ['rain', 'Rain', 'RAIN', 'rains', 'a-rain', '7,000', '7000', '3.5', '7', 'fine'];
const SIGNS = ['“rain”', '—', '', 'rain’s', '(rain)', 'x2', 'strasse'];

const texts = (words: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '\n', ', ', '-')))
    .map((pieces) => pieces.flat().join(''));

function expectAllFound(text: fc.Arbitrary<string>, plain: boolean): void {
  fc.assert(
    fc.property(
      text,
      fc.subarray(QUERIES, { minLength: 1 }).map((queries) => queries.join(' OR ')),
      (someText, query) => {
        const wanted = positiveWords(parseQuery(query));
        const arePlain = plain && isPlain(someText);
        expect(arePlain).toBe(plain);
        const matches = matchesOfAll(someText, wanted);
        expect(findMatches(someText, { wanted, arePlain })).toEqual(matches);
      },
    ),
    { numRuns: 2_000 },
  );
}

describe('places of words', () => {
  it('are those that cutting the whole text would find', () => {
    expectAllFound(texts([...WORDS, ...OTHERS]), false);
  });

  it('are the same in a text that is known to be plain', () => {
    expectAllFound(texts([...WAYS, ...SIGNS]), true);
  });

  it('are looked for in all signs that folding may change', () => {
    for (const sign of ['ï', '\u00ad', '水', '７', '𝐫', '\u00a0', '\u0301', '\u200d', '\u212a'])
      expect(isPlain(`rain ${sign}`), sign).toBe(false);
  });
});
