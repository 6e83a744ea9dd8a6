/** Text without markup takes a shorter way, on which it becomes what the parser makes of it. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, sanitizeHtml } from '../../src/text/html.ts';
import { isProse, isTangled, splitBlocks } from '../../src/text/markdown.ts';
import { project } from '../../src/text/projection.ts';
import { markdown } from './arbitrary.ts';

const PIECES = [
  ...['a', 'Word', 'It’s', '7,000', '12', '1.', '3)', 'é', 'e\u0301', 'ﬁ', '한', '\u1112\u1161'],
  ...[' ', '  ', '\n', '\n\n', '\n\n\n', '.', ',', ': ', '“', '”', '"', "'", '-', '- ', '– ', '+ '],
  ...['(', ')', '$', '€', '%', '=', '===', '!', '?', '/', '«', '»', '…', '*', '_', '#', '&amp;'],
];
const nearlyProse = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''));
const RUNS = { numRuns: 2_000 };

/** What stands in the text at each character of it, and where in the source that is. */
function placesIn(text: string, length: number): unknown[] {
  const { toSource } = project(text);
  return Array.from({ length }, (_, at) => toSource(at, at + 1));
}

describe('prose', () => {
  it('is what has no markup', () => {
    for (const text of [
      'Two lines\nof words.',
      '“So,” she said.\n\n1984 was: (a) year.',
      'a-b – c',
    ])
      expect(isProse(text)).toBe(true);
    for (const text of [
      '*so*',
      '- a',
      '1. a',
      '1)',
      'a  \nb',
      ' a',
      'a\n===',
      'a\n\n\nb',
      'a&b',
      '#',
    ])
      expect(isProse(text)).toBe(false);
  });

  it('is rendered as a parser renders it', () => {
    fc.assert(
      fc.property(nearlyProse, (text) => {
        fc.pre(isProse(text));
        expect(renderMarkdown(text)).toBe(sanitizeHtml(micromark(text)).trim());
      }),
      RUNS,
    );
  });

  it('is read as a parser reads it, each character at its place', () => {
    fc.assert(
      fc.property(nearlyProse, (text) => {
        fc.pre(isProse(text));
        const { text: plain, length } = project(text);
        // Raw HTML behind it has all of it parsed.
        const parsed = `${text}\n\n<i>x</i>`;
        expect(project(parsed).text).toBe(`${plain}\n\nx`);
        expect(placesIn(text, length)).toEqual(placesIn(parsed, length));
      }),
      RUNS,
    );
  });
});

describe('blocks', () => {
  for (const [name, texts] of Object.entries({ markdown, 'nearly prose': nearlyProse })) {
    it(`of ${name} are rendered as the whole is`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          fc.pre(splitBlocks(text) !== null && !isTangled(text) && text.isWellFormed());
          fc.pre(!text.includes('\uFEFF'));
          const whole = sanitizeHtml(micromark(text, { allowDangerousProtocol: true })).trim();
          expect(renderMarkdown(text).replace(/\s+/g, ' ')).toBe(whole.replace(/\s+/g, ' '));
        }),
        RUNS,
      );
    });
  }
});
