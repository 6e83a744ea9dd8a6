import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

describe('claims', () => {
  test('carry comparator, unit, place, date and source', () => {
    const text =
      'In late October, the Harbour Office said that approximately 300 barges were moored in Vellin, with roughly 40 moored in the Oder basin.';
    const { raw, at } = show(text, '2025-11-03');
    expect(raw.claims.map((claim) => at(claim.span))).toEqual([
      'approximately 300 barges',
      'roughly 40',
    ]);
    expect(raw.claims[0]).toMatchObject({
      comparator: 'approx',
      low: 300,
      high: 300,
      unit: 'barges',
      place: 'Vellin',
      asOf: '2025-10-21/2025-10-31',
      partOf: null,
    });
    expect(raw.claims[0]?.source).toEqual({ name: 'Harbour Office', kind: 'organisation' });
    expect(raw.claims[1]).toMatchObject({
      low: 40,
      unit: 'barges',
      place: 'Oder basin',
      partOf: 0,
    });
  });

  test('the first of two figures joined by "of" is a part of the second', () => {
    const { raw } = show('The navy said it had found 12 of 19 buoys.');
    expect(raw.claims.map((claim) => [claim.low, claim.unit, claim.partOf])).toEqual([
      [12, 'buoys', 1],
      [19, 'buoys', null],
    ]);
  });

  test('say what happened to those counted', () => {
    const { raw } = show('The storm killed nine people and left 400 homeless.');
    expect(raw.claims.map((claim) => [claim.unit, claim.subject])).toEqual([
      ['people', 'people killed'],
      ['people', 'people homeless'],
    ]);
  });

  test.each([
    ['an age', 'Ines Brandt, 47, opened the door.'],
    ['a date', 'The lock opened on 14 March 2019.'],
    ['a calibre', 'They carried a 12-mm pistol.'],
    ['a clock time', 'The gates close at seven.'],
    ['a distance that locates', 'The village lies 30 km east of the lock.'],
    ['the number of sources', 'Two residents said the lock was loud.'],
    ['a telephone number', 'Call 0170 555 0142 for a seat.'],
  ])('leave out %s', (_, text) => {
    expect(show(text).raw.claims).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['on Tuesday', '2025-05-06'],
    ['last week', '2025-04-28/2025-05-04'],
    ['in early May', '2025-05-01/2025-05-10'],
    ['since March', '2025-03/..'],
    ['yesterday', '2025-05-07'],
    ['in 2021', '2021'],
    ['on 3 February', '2025-02-03'],
  ])('"%s" is read from the day of publication', (words, edtf) => {
    const { raw } = show(`The lock leaked 90 litres ${words}.`, '2025-05-08');
    expect(raw.claims[0]?.asOf).toBe(edtf);
  });

  test('a relative date without a day of publication is left out', () => {
    expect(show('The lock leaked 90 litres on Tuesday.').raw.claims[0]?.asOf).toBeNull();
  });
});

describe('quantities', () => {
  test('hold every number that counts, with unit and direction', () => {
    const { raw } = show('Ticket sales rose 12 percent to $3.4 million.');
    expect(raw.quantities).toMatchObject([
      { low: 12, unit: 'percent', change: 'up', subject: 'Ticket sales' },
      { low: 3_400_000, unit: 'USD' },
    ]);
  });
});
