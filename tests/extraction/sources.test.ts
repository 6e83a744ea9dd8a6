import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';
import type { Quote } from '../../src/extraction/schema.ts';
import { show } from './helpers.ts';

const last = (text: string): Quote | undefined => extract(text).quotes.at(-1);
const sourceOf = (text: string) => {
  const quote = last(text);
  return {
    name: quote?.speaker?.name,
    kind: quote?.speaker?.kind,
    role: quote?.speakerRole,
    organisation: quote?.organisation,
    anonymous: quote?.anonymous,
  };
};

describe('bodies', () => {
  const cases: [string, string, string][] = [
    ['named behind a common noun', 'The operator, Lund Hydro, said the lock held.', 'Lund Hydro'],
    [
      'described behind their name',
      'Fair Water, a campaign group, said the lock has failed.',
      'Fair Water',
    ],
    [
      'repeated by the noun that introduced them',
      'The operator, Lund Hydro, met on Monday. The operator said the lock held.',
      'Lund Hydro',
    ],
    [
      'repeated by "the company" in the sentence that names them',
      'Boat maker Lund Axle will close its yard, the company said on Monday.',
      'Lund Axle',
    ],
    [
      'that issue a document',
      'The Lund Institute met. A Lund Institute paper found that the lock leaks.',
      'Lund Institute',
    ],
  ];
  test.each(cases)('%s', (_, text, organisation) => {
    expect(sourceOf(text).organisation).toBe(organisation);
  });

  test('a place before "the company" is no body', () => {
    expect(sourceOf('In Lund, the company said the lock held.').name).toBe('company');
  });
});

describe('offices', () => {
  const cases: [string, string, { name: string; role: string; organisation: string | null }][] = [
    [
      'with the body that "its" stands for',
      'The Harbour Council met on Monday. Its press secretary, Col. Mira Tolvanen, said the lock held.',
      { name: 'Mira Tolvanen', role: 'press secretary', organisation: 'Harbour Council' },
    ],
    [
      'before a second description',
      'Lundberg’s chief executive, the Danish lawyer Mira Tolvanen, said the lock held.',
      { name: 'Mira Tolvanen', role: 'Lundberg’s chief executive', organisation: 'Lundberg' },
    ],
    [
      'that only a body has, with the one named before',
      'Lund Hydro Company will mend the lock. Chief Executive Mira Tolvanen said it held.',
      { name: 'Mira Tolvanen', role: 'Chief Executive', organisation: 'Lund Hydro Company' },
    ],
    [
      'with the body that owns it, though a place follows',
      'Fair Water’s observer at the lock, Mira Tolvanen, said it held.',
      {
        name: 'Mira Tolvanen',
        role: 'Fair Water’s observer at the lock',
        organisation: 'Fair Water',
      },
    ],
    [
      'behind an inverted verb',
      '“The lock held,” said the lead engineer, Mira Tolvanen, 51.',
      { name: 'Mira Tolvanen', role: 'lead engineer', organisation: null },
    ],
    [
      'told by what somebody does',
      'Mira Tolvanen, who runs a ferry from Lund, said the lock held.',
      { name: 'Mira Tolvanen', role: 'runs a ferry from Lund', organisation: null },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(sourceOf(text)).toMatchObject(expected);
  });
});

describe('unnamed sources', () => {
  test('stand whole before their verb', () => {
    const quote = show('A source close to the mayor said the lock held.').quotes[0];
    expect(quote?.mention).toBe('A source close to the mayor');
    expect(last('A source close to the mayor said the lock held.')?.anonymous).toBe(true);
  });

  test('in the plural are persons, though a name describes them', () => {
    expect(sourceOf('Lund voters said the lock held.')).toMatchObject({
      kind: 'unnamed',
      anonymous: true,
    });
  });

  test('have no body where one of them or a place follows', () => {
    expect(sourceOf('A lawyer for two of the keepers said the lock held.').organisation).toBeNull();
    expect(sourceOf('Two residents of Lund said the lock held.').organisation).toBeNull();
  });

  test('judges as a bench are a body', () => {
    expect(sourceOf('The judges said the lock had been neglected.').anonymous).toBe(false);
  });
});

test('a relative clause between commas is no part of the mention', () => {
  const [quote] = show('Mira Tolvanen, who came late, said the lock held.').quotes;
  expect(quote).toMatchObject({ mention: 'Mira Tolvanen', whole: null });
});
