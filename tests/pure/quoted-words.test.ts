import { expect, it } from 'vitest';
import { quotedWords } from '../../src/formats/surroundings.ts';

it.each([
  ['one piece as it stands', [['We wait', 10, 17]], 'We wait'],
  [
    'what is left out between two',
    [
      ['We wait', 10, 17],
      ['nobody slept', 40, 52],
    ],
    'We wait […] nobody slept',
  ],
  [
    'a space where nothing is left out',
    [
      ['We wait.', 10, 18],
      ['Nobody slept.', 19, 32],
    ],
    'We wait. Nobody slept.',
  ],
  [
    'a gap where the later words come first',
    [
      ['We wait', 40, 47],
      ['nobody slept', 10, 22],
    ],
    'We wait […] nobody slept',
  ],
] as [string, [string, number, number][], string][])(
  'the words of a quote show %s',
  (_name, places, words) => {
    const pieces = places.map(([exact, start, end]) => ({
      exact,
      prefix: '',
      suffix: '',
      start,
      end,
    }));
    expect(quotedWords({ anchor: { in: 'body', pieces } })).toBe(words);
  },
);
