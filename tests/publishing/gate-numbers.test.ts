import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchored, checkDraft, claiming } from '../support/gate.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const check = (article: object) => checkDraft(newsroom, article);

describe('numbers', () => {
  const OK: [string, string, object, object?][] = [
    [
      'over, outside the anchored words',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 7000, ...anchored('7,000') },
    ],
    [
      'over',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 7000, ...anchored('over 7,000 soldiers') },
    ],
    [
      'at least',
      'It saw at least 1,200 soldiers.',
      { comparator: 'gte', low: 1200, ...anchored('at least 1,200') },
    ],
    [
      'up to',
      'It saw up to 40 soldiers.',
      { comparator: 'lte', high: 40, ...anchored('up to 40') },
    ],
    [
      'fewer than',
      'It saw fewer than 40 soldiers.',
      { comparator: 'lt', high: 40, ...anchored('fewer than 40') },
    ],
    [
      'about',
      'It saw about 8,000 soldiers.',
      { comparator: 'approx', low: 8000, high: 8000, ...anchored('about 8,000') },
    ],
    [
      'between',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'between', low: 5, high: 7, ...anchored('between 5 and 7') },
    ],
    [
      'dozens, without bounds',
      'It saw dozens of soldiers.',
      { comparator: 'approx', ...anchored('dozens of soldiers') },
    ],
    [
      'dozens, with a reason',
      'It saw dozens of soldiers.',
      {
        comparator: 'approx',
        low: 24,
        high: 99,
        boundsReason: 'As the ministry defines it.',
        ...anchored('dozens'),
      },
    ],
    [
      'number words',
      'It saw two hundred and fifty soldiers.',
      { comparator: 'eq', low: 250, high: 250, ...anchored('two hundred and fifty soldiers') },
    ],
    [
      'one of two numbers',
      'Of 10,000 men, 8,000 soldiers were there.',
      { comparator: 'eq', low: 8000, high: 8000, ...anchored('Of 10,000 men, 8,000 soldiers') },
    ],
    [
      'the separators of another language',
      'Es waren 7.000 Soldaten.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 Soldaten') },
      { language: 'de' },
    ],
    [
      '… and of its region',
      'Es waren 7.000 Soldaten.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 Soldaten') },
      { language: 'de-AT' },
    ],
    [
      'the scales of another language',
      'Es fehlten mehr als 3,5 Milliarden Soldaten.',
      { comparator: 'gt', low: 3.5e9, ...anchored('mehr als 3,5 Milliarden Soldaten') },
      { language: 'de' },
    ],
    ...(
      [
        ['over', 'Erano più di 7.000 soldati.', { comparator: 'gt', low: 7000 }, '7.000', 'it'],
        ['at most', 'لا يزيد على 40 جنديا.', { comparator: 'lte', high: 40 }, '40', 'ar'],
        ['about', 'Ongeveer 40 man.', { comparator: 'approx', low: 40, high: 40 }, '40', 'nl'],
        [
          'between',
          'Od 5.000 do čak 7.000 ih je.',
          { comparator: 'between', low: 5000, high: 7000 },
          '5.000 do čak 7.000',
          'hr',
        ],
      ] as const
    ).map(([name, sentence, claim, exact, language]): [string, string, object, object] => [
      `${name}, in a language whose comparing words are not read`,
      sentence,
      { ...claim, ...anchored(exact) },
      { language },
    ]),
    [
      'a scale that is not read, with a reason',
      'Erano 3,5 miliardi.',
      {
        comparator: 'eq',
        low: 3.5e9,
        high: 3.5e9,
        boundsReason: 'miliardi',
        ...anchored('3,5 miliardi'),
      },
      { language: 'it' },
    ],
  ];
  it.each(OK)('fit: %s', async (_name, sentence, claim, changes) => {
    expect(await check(claiming(sentence, claim, changes))).toEqual([]);
  });

  const WRONG: [string, string, object, string, object?][] = [
    [
      'a zero too many',
      'It saw over 7,000 soldiers.',
      { comparator: 'gt', low: 70_000, ...anchored('7,000') },
      'figure-mismatch',
    ],
    [
      'a bound as a number',
      'It saw over 7,000 soldiers.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7,000') },
      'comparator-mismatch',
    ],
    [
      'at least as over',
      'It saw at least 1,200 soldiers.',
      { comparator: 'gt', low: 1200, ...anchored('at least 1,200') },
      'comparator-mismatch',
    ],
    [
      'up to as exactly',
      'It saw up to 40 soldiers.',
      { comparator: 'eq', low: 40, high: 40, ...anchored('up to 40') },
      'comparator-mismatch',
    ],
    [
      'half of a range',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'eq', low: 5, high: 5, ...anchored('between 5 and 7') },
      'figure-mismatch',
    ],
    [
      'bounds for dozens without a reason',
      'It saw dozens of soldiers.',
      { comparator: 'approx', low: 24, high: 99, ...anchored('dozens') },
      'figure-mismatch',
    ],
    [
      'a number where the words have none',
      'It saw soldiers.',
      { comparator: 'eq', low: 5, high: 5, ...anchored('soldiers') },
      'figure-mismatch',
    ],
    [
      'a German thousand read in English',
      'It saw 7.000 soldiers.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000 soldiers') },
      'figure-mismatch',
    ],
    [
      'bounds the wrong way round',
      'It saw between 5 and 7 soldiers.',
      { comparator: 'between', low: 7, high: 5, ...anchored('between 5 and 7') },
      'bounds-invalid',
    ],
    [
      'a bound as a number, by a sign that every language has',
      'Erano >7.000 soldati.',
      { comparator: 'eq', low: 7000, high: 7000, ...anchored('7.000') },
      'comparator-mismatch',
      { language: 'it' },
    ],
    [
      'a zero too many, in a language whose comparing words are not read',
      'Erano più di 7.000 soldati.',
      { comparator: 'gt', low: 70_000, ...anchored('7.000') },
      'figure-mismatch',
      { language: 'it' },
    ],
    [
      'another number with a reason, in English',
      'It saw 7,000 soldiers.',
      {
        comparator: 'eq',
        low: 8000,
        high: 8000,
        boundsReason: 'So they say.',
        ...anchored('7,000'),
      },
      'figure-mismatch',
    ],
  ];
  it.each(WRONG)('do not fit: %s', async (_name, sentence, claim, code, changes) => {
    const problems = await check(claiming(sentence, claim, changes));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('propose no number where the words that compare are not read', async () => {
    const claim = { comparator: 'gt', low: 70_000, ...anchored('7.000') };
    const [italian] = await check(claiming('Più di 7.000 soldati.', claim, { language: 'it' }));
    expect(italian).toMatchObject({
      message: expect.stringContaining('needs a boundsReason'),
    });
    expect(italian).not.toHaveProperty('suggestion');
    const [german] = await check(claiming('Über 7.000 Soldaten.', claim, { language: 'de' }));
    expect(german).toMatchObject({ suggestion: { comparator: 'gt', low: 7000, high: null } });
  });
});
