import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlug, nearest, SLUG_PATTERN, slugify } from '../../src/text/slug.ts';

describe('a slug', () => {
  test.each([
    ['North Korea sends over 7,000 troops', 'north-korea-sends-over-7-000-troops'],
    ['Don’t “panic” — it’s fine', 'dont-panic-its-fine'],
    ['Crème brûlée', 'creme-brulee'],
    ['Größe, Łódź & Æsir', 'groesse-lodz-aesir'],
    ['Übergröße u\u0308', 'uebergroesse-ue'],
    ['Володимир Зеленський', 'volodimir-zelenskiy'],
    ['Москва', 'moskva'],
    ['Αθήνα', 'athina'],
    ['北京 2024', '5317-4eac-2024'],
    ['Na\u00ADtion', 'nation'],
    ['', 'item'],
    ['—!?', 'item'],
    ['👩‍👩‍👧', 'item'],
  ])('of %j is %j', (text, slug) => expect(slugify(text)).toBe(slug));

  test('is cut at a word’s end', () => {
    const slug = slugify('twelve chars '.repeat(12));
    expect(slug.length).toBeLessThanOrEqual(96);
    expect(slug).toMatch(/chars$|twelve$/);
    expect(slugify('x'.repeat(200))).toHaveLength(96);
  });

  test('always has the pattern, and is its own slug', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const slug = slugify(value);
        expect(slug).toMatch(SLUG_PATTERN);
        expect(isSlug(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['-a', 'a-', 'a--b', 'A', 'é', '', 'a b', 'a\n', 'x'.repeat(97)])(
    '%j is none',
    (value) => expect(isSlug(value)).toBe(false),
  );
});

describe('did you mean', () => {
  const names = ['headline', 'summary', 'section', 'q'];
  test('the nearest name is proposed', () => {
    expect(nearest('headlin', names)).toBe('headline');
    expect(nearest('Sumary', names)).toBe('summary');
    expect(nearest('seciton', names)).toBe('section');
  });
  test('nothing is, where all are far', () => {
    expect(nearest('limit', names)).toBeNull();
    expect(nearest('', names)).toBeNull();
    expect(nearest('x'.repeat(1e6), names)).toBeNull();
    expect(nearest('a', [])).toBeNull();
  });
});
