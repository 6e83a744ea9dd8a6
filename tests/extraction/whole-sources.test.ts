import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

const whole = (text: string): (string | null)[] =>
  show(text).quotes.map((quote) => quote.whole ?? quote.mention);

describe('the whole phrase of a source before its cue', () => {
  const cases: [string, string, string][] = [
    [
      'with some of those it counts',
      'Many keepers, including Ann Lund, said that the lock leaks.',
      'Many keepers, including Ann Lund,',
    ],
    [
      'between dashes',
      'Keepers — and some ferrymen — said that the lock leaks.',
      'Keepers — and some ferrymen —',
    ],
    [
      'with what somebody was then',
      'Ann Lund, then a keeper, said that the lock leaks.',
      'Ann Lund, then a keeper,',
    ],
    [
      'with a participle of an office',
      'Ann Lund, managing director of the union, said that the lock leaks.',
      'Ann Lund, managing director of the union,',
    ],
    [
      'up to a second verb behind an adverb',
      'Ann Lund, a keeper, also shut the gate, calling the lock a sieve.',
      'Ann Lund, a keeper,',
    ],
    [
      'with the month of a poll',
      'A Lund poll last week found that the toll is too high.',
      'A Lund poll last week',
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(whole(text)).toEqual([expected]);
  });

  test('without what somebody does at the time', () => {
    expect(whole('Ann Lund, standing at the gate, said that the lock leaks.')).toEqual([
      'Ann Lund',
    ]);
  });
});

describe('the whole phrase of a source behind its cue', () => {
  const cases: [string, string, string][] = [
    [
      'an adviser',
      '“It leaks,” said a longtime adviser to Ann Lund.',
      'a longtime adviser to Ann Lund',
    ],
    [
      'somebody near',
      '“It leaks,” said a person close to the council.',
      'a person close to the council',
    ],
    [
      'somebody who knows',
      '“It leaks,” said one keeper familiar with the pumps.',
      'one keeper familiar with the pumps',
    ],
    [
      'an adjective between body and office',
      '“It leaks,” said Lund University political scientist Mia Falk.',
      'Lund University political scientist Mia Falk',
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(whole(text)).toEqual([expected]);
  });
});

test('"press" before a noun is no cue', () => {
  const [quote] = show('“It leaks,” council press secretary Mia Falk said.').quotes;
  expect(quote).toMatchObject({ mention: 'council press secretary Mia Falk', verb: 'said' });
});

test('"More from" continues a quotation and names nobody', () => {
  expect(whole('More from Lund: “The lock is as safe as it was in 1911.”')).toEqual(['Lund']);
});
