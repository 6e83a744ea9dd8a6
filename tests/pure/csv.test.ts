import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import { parseCsv } from '../support/csv.ts';

describe('comma-separated values', () => {
  it('give every text back, after one apostrophe is taken away', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', "'", '"', ',', '\r', '\n', 'a'),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const [header, ...cells] = parseCsv(toCsv(['a', 'b'], rows));
        expect(header).toEqual(['a', 'b']);
        expect(cells.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(rows);
      }),
    );
  });

  it('let no text begin like a formula', () => {
    const full = ['＝1+1', '＋1', '－1', '＠SUM(A1)'];
    const plain = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '=HYPERLINK("http://x")',
    ];
    for (const text of [...plain, ...full]) {
      const [, [cell = ''] = []] = parseCsv(toCsv(['a'], [[text]]));
      expect(cell).toBe(`'${text}`);
    }
  });

  it('leave numbers as numbers, end lines in CRLF and have nothing for null', () => {
    expect(toCsv(['a', 'b', 'c'], [[-5, null, true]])).toBe('a,b,c\r\n-5,,true\r\n');
  });
});
