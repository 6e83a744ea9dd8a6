import { describe, expect, it } from 'vitest';
import { highlight, showExcerpt } from '../../../src/search/highlights.ts';
import type { Look } from '../../../src/search/matches.ts';
import { parseQuery, positiveWords } from '../../../src/search/query.ts';

const wanted = (query: string) => ({
  wanted: positiveWords(parseQuery(query)),
  arePlain: false,
});
const showWhole = (text: string, look: Look) => ({ text, highlights: highlight(text, look) });
const marked = ({
  text,
  highlights,
}: {
  text: string;
  highlights: { start: number; end: number }[];
}) => highlights.map(({ start, end }) => [...text].slice(start, end).join(''));

describe('highlights', () => {
  it.each<[string, string, string[]]>([
    ['flood', 'Floods? A FLOOD, flood.', ['FLOOD', 'flood']],
    ['flo*', 'Floods? A FLOOD, no fly.', ['Floods', 'FLOOD']],
    ['"river wall"', 'The river — wall; the wall river.', ['river — wall']],
    ['wall "wall gave"', 'The wall gave way. A wall.', ['wall gave', 'wall']],
    ['cafe', '☕️ Café, CAFE\u0301!', ['Café', 'CAFE\u0301']],
    ['lukasz strasse', 'Łukasz in der Straße', ['Łukasz', 'Straße']],
    ['7000', 'over 7,000 soldiers, 7\u202f000 men, 70,000', ['7,000', '7\u202f000']],
    ['京', '🗾 東京都', ['京']],
    ['soft', 'It is so\u00adft.', ['so\u00adft']],
    ['none', 'Nothing of it', []],
  ])('marks %s', (query, text, words) => {
    expect(marked(showWhole(text, wanted(query)))).toEqual(words);
  });

  it('does not mark what a query excludes', () => {
    expect(marked(showWhole('river and wall', wanted('river -wall')))).toEqual(['river']);
  });

  it('cuts an excerpt at words, and says where it begins, in code points', () => {
    const before = '𝔸 long way before it comes to the point at last. '.repeat(20);
    const text = `${before}Then the water came. ${'And on it went for ever. '.repeat(40)}`;
    const shown = showExcerpt(text, wanted('water'));
    expect(shown).not.toBeNull();
    if (shown === null) return;
    expect(marked(shown)).toEqual(['water']);
    const whole = [...text];
    expect(whole.slice(shown.offset, shown.offset + [...shown.text].length).join('')).toBe(
      shown.text,
    );
    expect([...shown.text].length).toBeLessThanOrEqual(260);
    expect(whole[shown.offset - 1]).toBe(' ');
    expect(shown.text).not.toMatch(/^\s|\s$/);
  });

  it('has no excerpt where nothing matches', () => {
    expect(showExcerpt('Nothing here', wanted('water'))).toBeNull();
  });
});
