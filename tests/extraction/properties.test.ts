import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderExtraction } from '../../src/cli/render-extraction.ts';
import { extract } from '../../src/extraction/extract.ts';
import { extractionSchema } from '../../src/extraction/schema.ts';
import { counted } from '../../src/text/counted.ts';

const pieces = fc.constantFrom(
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  ' said ',
  'She ',
  'Ann Lee',
  ', ',
  '. ',
  '\n\n',
  '\r\n',
  '— ',
  'Q: ',
  'A: ',
  '**',
  'at least 12 ',
  '$3m',
  ' people ',
  ' in Oslo',
  ' on Tuesday',
  ' that ',
  'according to ',
  '🦜',
  '👩🏽‍🚒',
  'e\u0301',
  '\u00a0',
  '\ufeff',
  ' told ',
  '?',
  ':',
  'مرحبا ',
  '東京',
);
const texts = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: pieces },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('extract', () => {
  test('never throws, keeps its contract, and every span lies in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = extractionSchema.parse(
          extract(text, { publishedOn: '2025-05-08', trace: true }),
        );
        const length = [...text].length;
        const spans = [
          ...found.quotes.flatMap((quote) => [
            ...quote.spans,
            quote.speaker?.mention ?? null,
            quote.verb,
          ]),
          ...found.claims.map((claim) => claim.span),
          ...found.quantities.map((quantity) => quantity.span),
          ...found.turns.map((turn): [number, number] => [turn.start, turn.end]),
        ];
        for (const span of spans) {
          if (!span) continue;
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(length);
        }
        for (const claim of found.claims)
          expect(claim.partOf ?? 0).toBeLessThan(Math.max(1, found.claims.length));
        expect(renderExtraction(text, found)).toContain(counted(found.quotes.length, 'quote'));
      }),
      { numRuns: 150 },
    );
  });

  test('is deterministic', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
      { numRuns: 30 },
    );
  });

  test('counts code points, so that emoji shift nothing', () => {
    const text = '🦜🦜 “The lock leaks,” Ann Lee said.';
    const [start, end] = extract(text).quotes[0]?.spans[0] ?? [0, 0];
    expect([...text].slice(start, end).join('')).toBe('The lock leaks,');
  });

  test('an empty text holds nothing', () => {
    expect(extract('')).toEqual({
      turns: [],
      quotes: [],
      claims: [],
      quantities: [],
      language: 'en',
    });
  });

  test('another language keeps marked quotations and numbers, and says so', () => {
    const text =
      'Die Schleuse ist seit dem Sommer undicht. „Wir haben das nicht gewusst“, sagte der Hafenmeister. Es sind mindestens 12.500 Liter, die jeden Tag aus der Schleuse in den Fluss laufen.';
    const found = extract(text);
    expect(found.language).toBe('de');
    expect(found.notices).toHaveLength(1);
    expect(found.quotes).toHaveLength(1);
    expect(found.quantities[0]).toMatchObject({ comparator: 'gte', low: 12500 });
    expect(found.claims).toEqual([]);
  });

  test('the trace names the rule of every quote', () => {
    const { quotes } = extract('“The lock leaks,” Ann Lee said.', { trace: true });
    expect(quotes.map((quote) => quote.rule)).toEqual(['quotation before cue']);
  });
});
