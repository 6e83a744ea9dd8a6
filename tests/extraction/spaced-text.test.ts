import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

describe('text whose words and points were set apart', () => {
  const cases: [
    string,
    string,
    { text: string[]; mention: string | null; whole: string | null },
  ][] = [
    [
      'an initial',
      'Ann T . Lund said the lock was safe .',
      { text: ['the lock was safe'], mention: 'Ann T . Lund', whole: null },
    ],
    [
      'a state behind a town',
      '“ The lock leaks , ” said Ann Lund of Tampa , Fla . , on Monday .',
      {
        text: ['The lock leaks ,'],
        mention: 'Ann Lund of Tampa',
        whole: 'Ann Lund of Tampa , Fla .',
      },
    ],
    [
      'a party and a state',
      'Rep . Ann Lund ( D-Fla . ) said the lock was safe .',
      {
        text: ['the lock was safe'],
        mention: 'Rep . Ann Lund',
        whole: 'Rep . Ann Lund ( D-Fla . )',
      },
    ],
    [
      'a company that ends its sentence',
      'The lock belongs to Lund Inc . The mayor said it leaks .',
      { text: ['it leaks'], mention: 'The mayor', whole: null },
    ],
    [
      'two initials',
      'J . J . Lund said the lock was safe .',
      { text: ['the lock was safe'], mention: 'J . J . Lund', whole: null },
    ],
    [
      'an address on the web',
      'The editor of Lockkeeper . com said the lock was safe .',
      { text: ['the lock was safe'], mention: 'The editor of Lockkeeper . com', whole: null },
    ],
    [
      'a number with its hyphen',
      'The 50 - state poll found that the lock was safe .',
      { text: ['that the lock was safe'], mention: 'The 50 - state poll', whole: null },
    ],
    [
      'an age with its hyphens',
      'The 46 - year-old said the lock was safe .',
      { text: ['the lock was safe'], mention: 'The 46 - year-old', whole: null },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(show(text).quotes).toMatchObject([expected]);
  });

  test('a pronoun and a single letter that end a sentence', () => {
    const { quotes } = show('It was not I . Lund said the lock was safe .');
    expect(quotes).toMatchObject([{ mention: 'Lund' }]);
  });
});
