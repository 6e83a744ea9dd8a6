import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../src/text/numbers.ts';

/** The first expression as [words, comparator, low, high]. */
function first(text: string, language = 'en') {
  const found = findNumbers(text, { language })[0];
  if (!found) return null;
  return [text.slice(found.start, found.end), found.comparator, found.low, found.high];
}

describe('findNumbers', () => {
  test.each([
    ['saw over 7,000 geese', 'over 7,000', 'gt', 7000, null],
    ['saw at least 12 geese', 'at least 12', 'gte', 12, null],
    ['saw no fewer than 12 geese', 'no fewer than 12', 'gte', 12, null],
    ['room for up to 40 geese', 'up to 40', 'lte', null, 40],
    ['saw as many as 90 geese', 'as many as 90', 'lte', null, 90],
    ['saw no more than 90 geese', 'no more than 90', 'lte', null, 90],
    ['saw fewer than 30 geese', 'fewer than 30', 'lt', null, 30],
    ['saw just under 30 geese', 'just under 30', 'lt', null, 30],
    ['saw roughly 8,000 geese', 'roughly 8,000', 'approx', 8000, 8000],
    ['an estimated 8,000 geese', 'an estimated 8,000', 'approx', 8000, 8000],
    ['between 5 and 7 geese', 'between 5 and 7', 'between', 5, 7],
    ['counted 5,000-6,000 geese', '5,000-6,000', 'between', 5000, 6000],
    ['counted 5,000 to 6,000 geese', '5,000 to 6,000', 'between', 5000, 6000],
    ['counted 5 to 6 million geese', '5 to 6 million', 'between', 5e6, 6e6],
    ['a prize of $1.2 million', '1.2 million', 'eq', 1.2e6, 1.2e6],
    ['more than $1.2 million', 'more than $1.2 million', 'gt', 1.2e6, null],
    ['a loss of £1.2m', '1.2m', 'eq', 1.2e6, 1.2e6],
    ['saw two dozen geese', 'two dozen', 'eq', 24, 24],
    ['saw dozens of geese', 'dozens', 'approx', null, null],
    ['tens of thousands of geese', 'tens of thousands', 'approx', null, null],
    ['saw seven thousand geese', 'seven thousand', 'eq', 7000, 7000],
    ['two hundred and fifty geese', 'two hundred and fifty', 'eq', 250, 250],
    ['seventy-five geese', 'seventy-five', 'eq', 75, 75],
    ['a half-million geese', 'a half-million', 'eq', 5e5, 5e5],
    ['half a million geese', 'half a million', 'eq', 5e5, 5e5],
    ['two and a half million geese', 'two and a half million', 'eq', 2.5e6, 2.5e6],
    ['fell 3.5 percent', '3.5', 'eq', 3.5, 3.5],
    ['half-a-million geese', 'half-a-million', 'eq', 5e5, 5e5],
    ['half a lakh geese', 'half a lakh', 'eq', 5e4, 5e4],
    ['over a crore geese', 'over a crore', 'gt', 1e7, null],
    ['lakhs of geese', 'lakhs', 'approx', null, null],
    ['a couple of hundred geese', 'a couple of hundred', 'approx', null, null],
    ['three-quarters of a million geese', 'three-quarters of a million', 'eq', 75e4, 75e4],
    ['1’200’000 geese', '1’200’000', 'eq', 1.2e6, 1.2e6],
    ["12'500.50 francs", "12'500.50", 'eq', 12500.5, 12500.5],
    ['saw 50 or more geese', '50 or more', 'gte', 50, null],
    ['one in five geese', 'one in five', 'eq', 0.2, 0.2],
    ['two-thirds of the geese', 'two-thirds', 'eq', 2 / 3, 2 / 3],
    ['12\u202f500 geese', '12\u202f500', 'eq', 12500, 12500],
    ['12\u00a0500 geese', '12\u00a0500', 'eq', 12500, 12500],
  ])('%s', (text, words, comparator, low, high) => {
    expect(first(text)).toEqual([words, comparator, low, high]);
  });

  test('reads the separators of the language', () => {
    expect(first('mehr als 12.500,5 Gänse', 'de')).toEqual([
      'mehr als 12.500,5',
      'gt',
      12500.5,
      null,
    ]);
    expect(first('12,500.5 geese', 'en')).toEqual(['12,500.5', 'eq', 12500.5, 12500.5]);
  });

  test.each([
    ['de', 'fast 3,5 Milliarden Euro', 'fast 3,5 Milliarden', 'approx', 3.5e9, 3.5e9],
    ['de', '−2 Mrd. Euro', '−2 Mrd.', 'eq', -2e9, -2e9],
    ['de', '3 bis 4 Mio. Gänse', '3 bis 4 Mio.', 'between', 3e6, 4e6],
    ['de', '50 Tausender', '50', 'eq', 50, 50],
    ['fr', "plus de 1,2 million d'oies", 'plus de 1,2 million', 'gt', 1.2e6, null],
    ['fr', '3 milliards d’euros', '3 milliards', 'eq', 3e9, 3e9],
    ['es', 'al menos 300 mil gansos', 'al menos 300 mil', 'gte', 3e5, null],
    ['es', '2 mil millones de euros', '2 mil millones', 'eq', 2e9, 2e9],
    ['es', '1,5 millón', '1,5 millón', 'eq', 1.5e6, 1.5e6],
    ['it', '3,5 miliardi', '3,5', 'eq', 3.5, 3.5],
  ])('reads the scales of %s: %s', (language, text, words, comparator, low, high) => {
    expect(first(text, language)).toEqual([words, comparator, low, high]);
  });

  test('keeps both numbers of a change apart', () => {
    const found = findNumbers('Prices rose from 5 percent to 7 percent');
    expect(found.map((one) => one.low)).toEqual([5, 7]);
  });

  test('leaves out model names, ordinals, decades, clock times and pronouns', () => {
    expect(findNumbers('The AK-12 of the 1990s came 21st at 10:30 and no one knew.')).toEqual([]);
  });

  test.each(['12,34 geese', '12,345,67 geese', '7,00 geese'])('reads no piece of "%s"', (text) => {
    expect(findNumbers(text)).toEqual([]);
  });

  test('every span lies inside the text, in order, without overlap', () => {
    const pieces = fc.constantFrom(
      'over ',
      '7,000',
      ' to ',
      '5',
      '-',
      'two ',
      'dozen',
      'half a ',
      'million',
      '%',
      '\u00a0',
      '$',
      ' and ',
      'between ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('');
          let end = 0;
          for (const found of findNumbers(text)) {
            expect(found.start).toBeGreaterThanOrEqual(end);
            expect(found.end).toBeGreaterThan(found.start);
            expect(found.end).toBeLessThanOrEqual(text.length);
            end = found.end;
          }
        },
      ),
    );
  });
});

describe('a share without "of"', () => {
  test.each([
    ['Rents fell by a third last year.', 'eq', 1 / 3],
    ['Catches have shrunk by more than half since May.', 'gt', 0.5],
    ['Rations were cut by about a quarter.', 'approx', 0.25],
  ] as const)('is read in "%s"', (text, comparator, share) => {
    const [number] = findNumbers(text);
    expect(number).toMatchObject({ comparator, form: 'fraction' });
    expect(number?.low).toBeCloseTo(share);
  });

  test.each([
    'She came by half past nine.',
    'He lost by a third round.',
    'In the second half it rained.',
  ])('is not read in "%s"', (text) => {
    expect(findNumbers(text).filter(({ form }) => form === 'fraction')).toEqual([]);
  });
});

describe('a guess between neighbours', () => {
  test.each([
    ['Two or three hundred came.', 200, 300],
    ['They get two, three hundred euros.', 200, 300],
    ['Five or six million eels left.', 5e6, 6e6],
    ['It was up two to three hundred points.', 200, 300],
    ['Two or three came.', 2, 3],
  ])('takes its scale from the second: "%s"', (text, low, high) => {
    expect(findNumbers(text)).toMatchObject([{ comparator: 'between', low, high }]);
  });

  test('is none where both are counted', () => {
    expect(findNumbers('Two, nine hundred and 40.').map(({ low }) => low)).toEqual([2, 900, 40]);
  });
});

describe('"one" of those counted before', () => {
  test.each(['Only one of them was shut.', 'Six are needed; one has applied.'])(
    'is a number in "%s"',
    (text) => {
      expect(findNumbers(text).at(-1)).toMatchObject({ low: 1 });
    },
  );

  test('is none where it stands for somebody', () => {
    expect(findNumbers('They left, and one of them sang. One has to eat.')).toEqual([]);
  });
});

describe('a fraction in digits', () => {
  test('is a share before "of", and a part of a measure before its unit', () => {
    expect(findNumbers('About 3/4 of the guests came.')[0]).toMatchObject({
      comparator: 'approx',
      low: 0.75,
      form: 'fraction',
    });
    expect(findNumbers('Add 1/2 pound of rice.')[0]).toMatchObject({ low: 0.5, form: 'digits' });
  });

  test.each([
    'On 1/2/2024 it rained.',
    'They won 3/4.',
    'The 9/11 report is out.',
    'Open 24/7 here.',
  ])('is not read in "%s"', (text) => {
    expect(findNumbers(text).filter(({ low }) => low !== null && low < 1)).toEqual([]);
  });
});

describe('comparator words', () => {
  test.each([
    ['It promised “not less than” £75m.', 'gte'],
    ['It put the minimum at 90.', 'gte'],
    ['It is nearer 30 percent.', 'approx'],
  ] as const)('are read in "%s"', (text, comparator) => {
    expect(findNumbers(text)[0]?.comparator).toBe(comparator);
  });
});

describe('money', () => {
  test.each([
    ['over ₹5,000', 'over ₹5,000', 'gt', 5000, null],
    ['at least CHF 300', 'at least CHF 300', 'gte', 300, null],
    ['up to R$5m', 'up to R$5m', 'lte', null, 5e6],
    ['over Rs 5 lakh', 'over Rs 5 lakh', 'gt', 5e5, null],
    ['between ₹5m and ₹6m', 'between ₹5m and ₹6m', 'between', 5e6, 6e6],
    ['paid Rs 500 to Rs 600', '500 to Rs 600', 'between', 500, 600],
    ['paid NOK5bn', '5bn', 'eq', 5e9, 5e9],
    ['lost -$5 million', '5 million', 'eq', -5e6, -5e6],
    ['a net −€1.2bn', '1.2bn', 'eq', -1.2e9, -1.2e9],
    ['cost $3-$5', '3-$5', 'between', 3, 5],
  ])('%s', (text, words, comparator, low, high) => {
    expect(first(text)).toEqual([words, comparator, low, high]);
  });
});

describe('digits beside letters without spaces', () => {
  test.each([
    ['ja', '約1,200人が避難した', '1,200', 1200],
    ['ja', '死者は3万人', '3万', 3e4],
    ['ja', '人口1億2000万人', '1億2000万', 1.2e8],
    ['ja', '12万3456票', '12万3456', 123456],
    ['ja', '5百万円', '5百万', 5e6],
    ['ja', '3百貨店', '3', 3],
    ['ja', '１，２００人', '１，２００', 1200],
    ['ja', '3日間続いた', '3', 3],
    ['zh', '投入3.5万亿元', '3.5万亿', 3.5e12],
    ['ko', '약 500명이', '500', 500],
    ['ko', '5만 명', '5만', 5e4],
    ['th', 'มี1,200คน', '1,200', 1200],
    ['en', 'It says 3万人.', '3万', 3e4],
  ])('are read in %s: %s', (language, text, words, value) => {
    expect(first(text, language)).toEqual([words, 'eq', value, value]);
  });

  test.each(['2024年10月28日10時', '24年10月', '令和6年', '2023年度', '第3回', '제3조', 'G7首脳'])(
    'count nothing in %s',
    (text) => {
      expect(findNumbers(text, { language: 'ja' })).toEqual([]);
    },
  );
});

describe('a scale that is shortened', () => {
  test.each([
    ['1.2 bn geese', 1.2e9],
    ['5 mn tonnes', 5e6],
    ['$5 m', 5e6],
    ['a 5 m wall', 5],
    ['a 10 k run', 10],
  ])('may stand apart from its number: %s', (text, value) => {
    expect(findNumbers(text)[0]?.low).toBe(value);
  });
});

describe('powers of ten', () => {
  test.each([
    ['10⁶ cells', 1_000_000],
    ['5 × 10⁶ cells', 5_000_000],
    ['5x10^6 cells', 5_000_000],
    ['1,5 × 10³ cells', 1_500],
    ['5,000 × 10³ cells', 5_000_000],
    ['10⁻³ grams', 0.001],
    ['10² cells', 10],
    ['2019³ was dry', 2019],
    ['6 x 10 metres', 6],
  ])('%s: %d', (text, value) => {
    expect(findNumbers(text)[0]).toMatchObject({ low: value, high: value });
  });

  test('take in their comparator', () => {
    expect(findNumbers('over 5 × 10⁶ cells')[0]).toMatchObject({
      start: 0,
      comparator: 'gt',
      low: 5_000_000,
      high: null,
    });
  });
});
