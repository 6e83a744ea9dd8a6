import { describe, expect, test } from 'vitest';
import { contents, show } from './helpers.ts';

describe('what somebody takes a stand on', () => {
  const cases: [string, string, string][] = [
    ['for it', 'Jonas Weir touted the new gates.', 'the new gates'],
    ['against it', 'The ferrymen bemoaned the toll.', 'the toll'],
    ['what is compared', 'Ann Lund compared the lock to a sieve.', 'the lock to a sieve'],
    ['denied', 'The council does not support the toll.', 'the toll'],
    ['for some time', 'The council is defending the toll.', 'the toll'],
    ['what somebody refuses', 'Jonas Weir refused to open the gate.', 'to open the gate'],
    ['what somebody wants', 'Jonas Weir wants to keep the toll.', 'to keep the toll'],
    ['what somebody expects', 'The keepers expect the lock to fail.', 'the lock to fail'],
    ['a reason', 'They left because they think the lock will fail.', 'the lock will fail'],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual([expected]);
  });

  const others: [string, string][] = [
    ['the thing that somebody wants', 'Those are the gates he wants to keep.'],
    ['a participle of somebody else', 'Ferrymen supporting the toll met on Monday.'],
    ['a deed', 'The rebels attacked the village.'],
    ['where somebody stands', 'The keepers stood behind the gate.'],
  ];
  test.each(others)('not %s', (_, text) => {
    expect(contents(text)).toEqual([]);
  });
});

describe('a stand told with a preposition', () => {
  const cases: [string, string, string, string][] = [
    ['with', 'Jonas Weir sided with the keepers.', 'the keepers', 'sided with'],
    ['against', 'The council voted against the toll.', 'the toll', 'voted against'],
    ['a particle', 'Ann Lund shrugged off the leak.', 'the leak', 'shrugged off'],
    [
      'before a reason',
      'Jonas Weir railed against the toll because it rose.',
      'the toll',
      'railed against',
    ],
  ];
  test.each(cases)('%s', (_, text, content, cue) => {
    expect(show(text).quotes).toMatchObject([{ text: [content], cue }]);
  });

  test('not with another preposition', () => {
    expect(contents('The council voted in the old hall.')).toEqual([]);
  });
});

describe('an attitude that more words than one tell', () => {
  const cases: [string, string, string, string][] = [
    ['critical of', 'Jonas Weir was critical of the toll.', 'the toll', 'was critical of'],
    ['worried about', 'The keepers are worried about the gates.', 'the gates', 'are worried about'],
    ['confident in', 'Ann Lund is confident in the pumps.', 'the pumps', 'is confident in'],
    ['issue with', 'Ann Lund took issue with the toll.', 'the toll', 'took issue with'],
    ['mention of', 'Jonas Weir made no mention of the leak.', 'the leak', 'made no mention of'],
  ];
  test.each(cases)('%s', (_, text, content, cue) => {
    expect(show(text).quotes).toMatchObject([{ text: [content], cue }]);
  });

  test('what somebody is eager to do', () => {
    expect(contents('Ann Lund is eager to open the gate.')).toEqual(['to open the gate']);
  });

  const others: [string, string][] = [
    ['at first', 'Ann Lund was skeptical at first.'],
    ['without what it is about', 'The toll is one thing that Ann Lund is well aware of.'],
    ['with another noun', 'Ann Lund took the boat with the pumps.'],
  ];
  test.each(others)('not %s', (_, text) => {
    expect(contents(text)).toEqual([]);
  });
});

test('what is named in a list ends with the list', () => {
  expect(contents('The council backed Lund, Berg and Falk, and left.')).toEqual([
    'Lund, Berg and Falk',
  ]);
  expect(contents('Ann Lund cited leaks, such as the one in May, in her talk.')).toEqual([
    'leaks, such as the one in May',
  ]);
});

test('a date inside an object does not end it', () => {
  expect(contents('Ann Lund blasted Weir on Monday over the leak in the gate.')).toEqual([
    'Weir on Monday over the leak in the gate',
  ]);
});
