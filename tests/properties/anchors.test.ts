import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, createLocator, relocate } from '../../src/text/anchors.ts';
import { project } from '../../src/text/projection.ts';
import { markdown, prose } from '../text/arbitrary.ts';

const runs = { numRuns: 200 };

/** Two places in a text, as fractions of its length. */
const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }));

function expectInvariant(text: string, anchor: Anchor): void {
  const points = [...text];
  const { start, end, exact, prefix, suffix } = anchor;
  expect(points.slice(start, end).join('')).toBe(exact);
  expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(prefix);
  expect(points.slice(end, end + 32).join('')).toBe(suffix);
}

/** Whole words of a text: as many as `count`, from about a place on. */
function wordsAt(text: string, [where, count]: [number, number]): { exact: string; start: number } {
  const words = [...text.matchAll(/\S+/gu)];
  const first = Math.min(words.length - 1, Math.floor(where * words.length));
  const last = words[Math.min(words.length - 1, first + count)];
  const start = words[first]?.index ?? 0;
  const exact = last ? text.slice(start, last.index + last[0].length) : '';
  return { exact, start: [...text.slice(0, start)].length };
}

describe('anchors', () => {
  test('whatever is asked of whatever text, offsets are code points of the text', () => {
    fc.assert(
      fc.property(markdown, markdown, markdown, (source, exact, prefix) => {
        const { text } = project(source);
        for (const subject of [text, source]) {
          const location = createLocator(subject).locate({ exact, prefix });
          if (location.found) expectInvariant(subject, location.anchor);
          else if (location.reason === 'ambiguous')
            expect(location.candidates.length).toBeGreaterThan(1);
          else if (location.nearest) {
            const { start, end, text: near } = location.nearest;
            expect([...subject].slice(start, end).join('')).toBe(near);
          }
        }
      }),
      runs,
    );
  });

  test('words of the text are found, or every one of their places is given', () => {
    fc.assert(
      fc.property(prose, place, (source, where) => {
        const { text } = project(source);
        const { exact, start } = wordsAt(text, where);
        const location = createLocator(text).locate({ exact });
        if (location.found) {
          expectInvariant(text, location.anchor);
          expect(location.anchor.exact).toBe(exact);
          expect(location.anchor.start).toBe(start);
        } else {
          const starts =
            location.reason === 'ambiguous' ? location.candidates.map((one) => one.start) : [];
          expect(starts).toContain(start);
        }
      }),
      runs,
    );
  });

  test('an anchor is found again, itself, in the same text', () => {
    fc.assert(
      fc.property(prose, place, (source, where) => {
        const { text } = project(source);
        const { exact, start } = wordsAt(text, where);
        const points = [...text];
        const end = start + [...exact].length;
        const context = {
          prefix: points.slice(Math.max(0, start - 32), start).join(''),
          suffix: points.slice(end, end + 32).join(''),
        };
        const anchor = { exact, ...context, start, end };
        expect(relocate(createLocator(text), anchor)).toEqual({ found: true, anchor });
      }),
      runs,
    );
  });

  test('an anchor whose words stand once follows text put before it', () => {
    fc.assert(
      fc.property(prose, prose, (first, second) => {
        const { text } = project(`${first}\n\nA marked phrase 42 here. ${second}`);
        const location = createLocator(text).locate({ exact: 'marked phrase 42' });
        if (!location.found) throw new Error('not found');
        const longer = project(`${second} ${text}`).text;
        const again = relocate(createLocator(longer), location.anchor);
        if (!again.found) throw new Error('not found again');
        expectInvariant(longer, again.anchor);
        expect(again.anchor.exact).toBe('marked phrase 42');
      }),
      runs,
    );
  });
});

describe('the source of an anchor', () => {
  test('projects to a text that holds its words', () => {
    const marks = fc.constantFrom(
      ['', ''],
      ['*', '*'],
      ['**', '**'],
      ['[', '](http://x.y)'],
      ['<b>', '</b>'],
    );
    const word = fc.constantFrom(
      'troops',
      '7,000',
      'café',
      'cafe\u0301',
      '👩‍👩‍👧',
      'na\u00ADtion',
      '&amp;',
      '\\*',
      'don’t',
    );
    const space = fc.constantFrom(' ', '\n', '\u00A0', '\n\n', '  ', '\n> ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(marks, word, space), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (parts, pick) => {
          const source = parts
            .map(([[open, close], text, gap]) => `${open}${text}${close}${gap}`)
            .join('');
          const projection = project(source);
          const words = [...projection.text.matchAll(/\S+/gu)];
          const chosen = words[pick % words.length];
          if (!chosen) return;
          const start = [...projection.text.slice(0, chosen.index)].length;
          const slice = projection.sourceSlice(start, start + [...chosen[0]].length);
          expect(project(slice).text).toContain(chosen[0]);
        },
      ),
      runs,
    );
  });
});
