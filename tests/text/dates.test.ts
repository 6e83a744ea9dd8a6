import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../src/text/dates.ts';

describe('a date has its earliest and latest day', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-10', '2024-10-01', '2024-10-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-10-28', '2024-10-28', '2024-10-28'],
    ['2024-10-28~', '2024-10-28', '2024-10-28'],
    ['2024-10?', '2024-10-01', '2024-10-31'],
    ['2024-10%', '2024-10-01', '2024-10-31'],
    ['2024-10-21/2024-10-31', '2024-10-21', '2024-10-31'],
    ['2024-10-21/2024-10', '2024-10-21', '2024-10-31'],
    ['2024-10-28/2024-10-28', '2024-10-28', '2024-10-28'],
    ['2024-10/..', '2024-10-01', null],
    ['../2024-10', null, '2024-10-31'],
    ['2024-10/', '2024-10-01', null],
    ['1X24', '1024-01-01', '1924-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2023-02-XX', '2023-02-01', '2023-02-28'],
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['2024-34', '2024-04-01', '2024-06-30'],
    ['2024-28', '2024-12-01', '2025-02-28'],
    ['2024-21/2024-23', '2024-03-01', '2024-11-30'],
    ['[2024-03,2024-01..2024-02]', '2024-01-01', '2024-03-31'],
    ['{2024..}', '2024-01-01', null],
    ['[..2024]', null, '2024-12-31'],
    ['2024-10-28T23:30:00-05:00', '2024-10-29', '2024-10-29'],
    ['0001', '0001-01-01', '0001-12-31'],
  ])('%s', (value, from, to) => expect(parseEdtf(value)).toMatchObject({ from, to }));
});

test('the value is given back in canonical form', () => {
  expect(parseEdtf('?2024-10/..')?.edtf).toBe('2024?-10/..');
});

test.each([
  ...['', '..', '/', '../..', ' 2024', '2024 ', '24-10', 'October 2024', '2024-10-28\n'],
  ...[
    '2024-02-30',
    '2023-02-29',
    '2023-02-29~',
    '2023-02?-29',
    '1900-02-29',
    '2024-13',
    '2024-04-31',
  ],
  ...[
    '2024-10/2024-09',
    '2024/2025/2026',
    '2024-02-30/2024-03',
    '2024-03/2023-02-29',
    '{2023-02-29}',
  ],
  ...['0000', '-0044', 'Y17E7', 'XXXX', '20241', '1730073600000', '[]', '[2024]/2025'],
])('%j is refused', (value) => expect(parseEdtf(value)).toBeNull());

test('any string is answered without an error, and days are in order', () => {
  const hostile = fc.array(fc.constantFrom(...'0129XY-/.~?%[]{},STEZ:+ '), { maxLength: 70 });
  fc.assert(
    fc.property(hostile, (characters) => {
      const date = parseEdtf(characters.join(''));
      if (date?.from && date.to) expect(date.from <= date.to).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('every day that exists is taken, as itself', () => {
  const day = fc.date({
    min: new Date('0001-01-01'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const value = date.toISOString().slice(0, 10);
      expect(parseEdtf(value)).toEqual({ edtf: value, from: value, to: value });
    }),
    { numRuns: 200 },
  );
});

test('hostile input is no date', () => {
  for (const value of [
    `[${'2024,'.repeat(12)}20]`,
    'X'.repeat(64),
    '2024-10?/'.repeat(7),
    '9'.repeat(1e6),
  ]) {
    expect(parseEdtf(value)).toBeNull();
  }
});
