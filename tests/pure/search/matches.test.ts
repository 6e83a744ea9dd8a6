import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, type Span } from '../../../src/search/highlights.ts';
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
];

describe('places of words', () => {
  it('are those that cutting the whole text would find', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...WORDS, ...OTHERS), fc.constantFrom(' ', '\n', ', ', '-')))
      .map((pieces) => pieces.flat().join(''));
    fc.assert(
      fc.property(
        text,
        fc.subarray(QUERIES, { minLength: 1 }).map((queries) => queries.join(' OR ')),
        (someText, query) => {
          const wanted = positiveWords(parseQuery(query));
          expect(findMatches(someText, wanted)).toEqual(matchesOfAll(someText, wanted));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
