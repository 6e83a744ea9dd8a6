import { describe, expect, test } from 'vitest';
import { type Anchor, createLocator, type Quotation, relocate } from '../../src/text/anchors.ts';
import { project } from '../../src/text/projection.ts';

const locate = (text: string, quotation: Quotation | string) =>
  createLocator(text).locate(typeof quotation === 'string' ? { exact: quotation } : quotation);

/** The anchor that must be found, with its offsets checked against the text. */
function anchorOf(text: string, quotation: Quotation | string): Anchor {
  const location = locate(text, quotation);
  if (!location.found) throw new Error(`not found: ${JSON.stringify(location)}`);
  const { start, end, exact } = location.anchor;
  expect([...text].slice(start, end).join('')).toBe(exact);
  return location.anchor;
}

const exactOf = (text: string, exact: string): string => anchorOf(text, exact).exact;

describe('an anchor', () => {
  test('counts code points and has 32 of context on either side', () => {
    const text = `${'👩‍👩‍👧 '.repeat(10)}Over 7,000 troops ${'é̂'.repeat(20)}`;
    const anchor = anchorOf(text, '7,000 troops');
    expect(anchor).toMatchObject({ exact: '7,000 troops', start: 65, end: 77 });
    expect([...anchor.prefix]).toHaveLength(32);
    expect([...anchor.suffix]).toHaveLength(32);
    expect(`${[...text].slice(33, 65).join('')}`).toBe(anchor.prefix);
  });
  test('survives curly quotes and NBSP', () => {
    expect(exactOf('He said: “I don’t know”', '"I don\'t\u00A0know"')).toBe('“I don’t know”');
    expect(exactOf('« Oui », ‚nein‘', '" Oui ", \'nein\'')).toBe('« Oui », ‚nein‘');
  });
  test('survives soft hyphens, joiners and variation selectors', () => {
    expect(exactOf('a national day', 'na\u00ADtion\u200Bal')).toBe('national');
    expect(exactOf('we ❤\uFE0F it', 'we ❤')).toBe('we ❤\uFE0F');
    expect(exactOf('می\u200Cخواهم', 'میخواهم')).toBe('می\u200Cخواهم');
  });
  test('survives combining marks in either form', () => {
    expect(exactOf('the café is', 'cafe\u0301')).toBe('café');
    expect(exactOf('the cafe\u0301 is', 'café')).toBe('cafe\u0301');
  });
  test('spans emphasis and paragraphs', () => {
    const { text } = project('Over **7,*000*** troops.\n\nThey moved');
    expect(exactOf(text, 'Over 7,000 troops. They moved')).toBe('Over 7,000 troops.\n\nThey moved');
  });
  test('is found with quotation marks around it or without', () => {
    expect(exactOf('She said “yes” then', '“yes”')).toBe('“yes”');
    expect(exactOf('She said “yes” then', ' yes ')).toBe('yes');
  });
  test('keeps to upper and lower case', () => expect(locate('Yes', 'yes').found).toBe(false));
});

describe('words that stand there twice', () => {
  const text = 'First over 7,000 troops came. Then over 7,000 troops left.';
  test('are ambiguous, with each offset', () => {
    expect(locate(text, 'over 7,000')).toEqual({
      found: false,
      reason: 'ambiguous',
      candidates: [
        { start: 6, end: 16, prefix: 'First ', suffix: ' troops came. Then over 7,000 tr' },
        { start: 35, end: 45, prefix: 'st over 7,000 troops came. Then ', suffix: ' troops left.' },
      ],
    });
  });
  test('are told apart by prefix or suffix, however they are quoted or spaced', () => {
    expect(anchorOf(text, { exact: 'over 7,000', prefix: 'Then' }).start).toBe(35);
    expect(anchorOf(text, { exact: 'over 7,000', suffix: '\u00A0troops\ncame' }).start).toBe(6);
    expect(anchorOf('“a” x, ‘b’ x', { exact: 'x', prefix: '"b" ' }).start).toBe(11);
  });
  test('stay ambiguous where the context fits both or none', () => {
    expect(locate(text, { exact: 'over 7,000', suffix: ' troops' })).toMatchObject({
      reason: 'ambiguous',
    });
    expect(locate(text, { exact: 'over 7,000', prefix: 'never' })).toMatchObject({
      reason: 'ambiguous',
    });
  });
  test('are one place where only one stands whole', () => {
    expect(anchorOf('nobody said no', 'no').start).toBe(12);
    expect(anchorOf('nobody', 'no').start).toBe(0);
  });
});

describe('a number', () => {
  test.each([
    ['17,000', '7,000'],
    ['7,000', '7'],
    ['7,000', '000'],
    ['7.5', '5'],
    ['70', '7'],
    ['7’000', '7'],
  ])('%s is not cut to find %s', (text, exact) => {
    expect(locate(`about ${text} of`, exact)).toMatchObject({ found: false, reason: 'not-found' });
  });
  test('is found beside punctuation and letters', () => {
    expect(exactOf('7,000, or 5km (3.', '7,000')).toBe('7,000');
    expect(exactOf('7,000, or 5km (3.', '5')).toBe('5');
    expect(exactOf('7,000, or 5km (3.', '3')).toBe('3');
  });
});

describe('words that don’t stand there', () => {
  test('come with the nearest text and its distance', () => {
    const text = 'Seoul says that over 70,000 troops were moved to the border.';
    expect(locate(text, 'over 7,000 troops')).toEqual({
      found: false,
      reason: 'not-found',
      nearest: { text: 'over 70,000 troops', start: 16, end: 34, distance: 1 },
    });
    expect(locate(text, 'SEOUL SAYS THAT')).toMatchObject({ nearest: { text: 'Seoul says that' } });
  });
  test('are hinted at by whole words and numbers', () => {
    expect(locate('about 17,000 men', '7,000 men')).toMatchObject({
      nearest: { text: '17,000 men', distance: 1 },
    });
  });
  test('have nothing near them where nothing is like them', () => {
    expect(locate('abc', 'Completely other words')).toMatchObject({ nearest: null });
    for (const exact of ['', ' ', '\u200B', 'x'])
      expect(locate('abc', exact)).toMatchObject({ nearest: null });
    expect(locate('', 'abc')).toMatchObject({ nearest: null });
  });
  test('of several thousand letters are hinted at too', () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index * 7}`).join(' ');
    const found = locate(`Before. ${words} After.`, words.replace('w700 ', 'w701 '));
    expect(found).toMatchObject({ nearest: { start: 8, text: words, distance: 1 } });
  });
});

describe('after an edit', () => {
  const before = 'Kim said no. Lee said no. Over 7,000 troops moved.';
  const moved = (text: string, quotation: Quotation | string) =>
    relocate(createLocator(text), anchorOf(before, quotation));

  test('an anchor is found where its words have moved', () => {
    expect(moved(`👩‍👩‍👧 New lead. ${before}`, '7,000 troops')).toMatchObject({
      found: true,
      anchor: { start: 47 },
    });
    expect(moved('7,000\u00A0troops “moved”', '7,000 troops')).toMatchObject({
      found: true,
      anchor: { start: 0 },
    });
  });
  test('its context decides between several places, then its old position', () => {
    const anchor = { exact: 'no', prefix: 'Lee said' };
    expect(moved('Lee said no. Kim said no.', anchor)).toMatchObject({ anchor: { start: 9 } });
    expect(moved('no no no no no', anchor)).toMatchObject({ anchor: { start: 12 } });
    expect(moved('no no no no no', { exact: 'no', prefix: 'Kim said' })).toMatchObject({
      anchor: { start: 9 },
    });
  });
  test('it is lost where its words have changed', () => {
    expect(moved('Over 70,000 troops', '7,000 troops')).toMatchObject({
      reason: 'not-found',
      nearest: { text: '70,000 troops', distance: 1 },
    });
  });
  test('it is lost where its words are only parts of others', () => {
    expect(moved('Over 17,000 troops moved.', '7,000')).toMatchObject({ found: false });
    expect(moved('Lee said nobody came.', { exact: 'said no', prefix: 'Lee' })).toMatchObject({
      found: false,
    });
  });
});

describe('hostile words and texts are answered', () => {
  const a = 'a'.repeat(200_000);
  test.each([
    ['one letter in many', a, 'a'],
    ['many in many', a, 'a'.repeat(100_000)],
    ['words almost everywhere', a, `${'a'.repeat(255)}b`],
    ['half of them wrong everywhere', a, 'a'.repeat(342) + 'b'.repeat(170)],
    ['words of all lengths', 'ab '.repeat(60_000), 'abc '.repeat(1_000)],
    ['nothing but invisible characters', '\u200D'.repeat(200_000), '\u200D'.repeat(100_000)],
    ['accents', 'e\u0301'.repeat(100_000), 'e\u0301\u0301'.repeat(1_000)],
  ])('%s', (_name, text, exact) => {
    const locator = createLocator(text);
    const found = locator.locate({ exact, prefix: 'a'.repeat(500), suffix: 'b' });
    const again = locator.locate({ exact, prefix: 'a'.repeat(500), hint: 5 });
    for (const place of [found, again]) {
      if (place.found)
        expect([...text].slice(place.anchor.start, place.anchor.end).join('')).toBe(
          place.anchor.exact,
        );
      else expect(['not-found', 'ambiguous']).toContain(place.reason);
    }
  });
});
