import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordDiff, type Segment } from '../../src/revisions/word-diff.ts';

const compare = (before: string, after: string) => createWordDiff().compare(before, after);
const side = (segments: Segment[], without: Segment['op']) =>
  segments
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');

describe('a difference in words', () => {
  it('gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('rain', ' ', 'wind', '\n', '.', 'é', '字', '👩‍🚒'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = compare(before, after);
        expect(side(segments, 'added')).toBe(before);
        expect(side(segments, 'removed')).toBe(after);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
      }),
    );
  });

  it('says nothing of texts that are equal', () => {
    expect(compare('', '')).toEqual([]);
    expect(compare('The same.', 'The same.')).toEqual([{ op: 'same', text: 'The same.' }]);
  });

  it('tears no word, in any script', () => {
    expect(compare('thirteen men', 'fourteen men')).toEqual([
      { op: 'removed', text: 'thirteen' },
      { op: 'added', text: 'fourteen' },
      { op: 'same', text: ' men' },
    ]);
    expect(compare('город утром', 'города утром')[0]).toEqual({ op: 'removed', text: 'город' });
    expect(compare('the mayor’s word', 'the mayor word')).toContainEqual({
      op: 'removed',
      text: 'mayor’s',
    });
  });

  it('finds small changes in a long text', () => {
    const paragraphs = Array.from({ length: 2_000 }, (_, index) => `Paragraph ${index} of many.`);
    const before = paragraphs.join('\n\n');
    const after = before
      .replace('Paragraph 7 of', 'Section 7 of')
      .replace('1900 of', '1900 out of');
    const changed = compare(before, after).filter(({ op }) => op !== 'same');
    expect(changed.map(({ text }) => text.trim())).toEqual(['Paragraph', 'Section', 'out']);
  });

  it('bounds its work where everything differs', () => {
    const words = (prefix: string) =>
      Array.from({ length: 30_000 }, (_, index) => `${prefix}${(index * 7_919) % 5_003}`).join(' ');
    const [before, after] = [words('a'), words('b')];
    expect(compare(before, after)).toEqual([
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ]);
  });
});
