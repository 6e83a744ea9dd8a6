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

  test('the head of a union is no union', () => {
    const text = 'The head of the keepers’ union, Ragna Falk, said that the lock leaks.';
    expect(sourceOf(text)).toMatchObject({ name: 'Ragna Falk', kind: 'person' });
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

describe('what somebody does is a noun where one is plain', () => {
  const cases: [string, string][] = [
    [
      '“It leaks,” said Captain Mira Tolvanen, who leads a crew from Lund.',
      'Captain, leader of a crew from Lund',
    ],
    ['Mira Tolvanen, who grows lemons on two hectares, said that it leaks.', 'lemon grower'],
    ['Mira Tolvanen, who has sold onions there for years, said that it leaks.', 'onion seller'],
    ['Mira Tolvanen, who drives a bus, said that it leaks.', 'bus driver'],
    [
      'Mira Tolvanen, who teaches maths at Lund High, said that it leaks.',
      'maths teacher at Lund High',
    ],
    ['Mira Tolvanen, who covers West Africa, said that it leaks.', 'covers West Africa'],
  ];
  test.each(cases)('%s', (text, role) => {
    expect(sourceOf(text).role).toBe(role);
  });
});

describe('the body of a minister', () => {
  const cases: [string, string, string | null][] = [
    [
      'is the ministry of a country that the role names',
      'The Finnish harbour minister, Mira Tolvanen, said that it leaks.',
      'Finnish harbour ministry',
    ],
    [
      'is the ministry that the text names',
      'The health ministry met. Health Minister Mira Tolvanen said that it leaks.',
      'Health Ministry',
    ],
    [
      'is the government that the text names',
      'The government met. Health Minister Mira Tolvanen said that it leaks.',
      'government',
    ],
    [
      'is not told where the text names none',
      'Health Minister Mira Tolvanen said that it leaks.',
      null,
    ],
  ];
  test.each(cases)('%s', (_, text, organisation) => {
    expect(sourceOf(text).organisation).toBe(organisation);
  });
});

describe('the body behind "its" is the subject of a sentence before', () => {
  const cases: [string, string, string][] = [
    [
      'with a name in it',
      "Lund Axle Company met. The OS Kov keepers' union said no. Its leader, Mira Tolvanen, said that it leaks.",
      "OS Kov keepers' union",
    ],
    [
      'without a name',
      'The keepers’ trust was split. In a vote of its members, most said no, its secretary, Mira Tolvanen, said.',
      'keepers’ trust',
    ],
    [
      'for an office that only such a body has',
      'A keepers’ federation said no. General Secretary Mira Tolvanen said that it leaks.',
      'keepers’ federation',
    ],
  ];
  test.each(cases)('%s', (_, text, organisation) => {
    expect(sourceOf(text).organisation).toBe(organisation);
  });
});

describe('a name without a role has that of the sentence before', () => {
  const cases: [string, string, { role: string | null; organisation: string | null }][] = [
    [
      'that tells of such people',
      'Survivors came by bus. Mira Tolvanen, who lost her house, said that it leaks.',
      { role: 'survivor', organisation: null },
    ],
    [
      'with the body behind the name',
      'Climate scientists don’t like it. “It leaks,” said Mira Tolvanen of the Lund Institute.',
      { role: 'climate scientist at the Lund Institute', organisation: 'Lund Institute' },
    ],
    [
      'that tells of the holder of an office',
      'The mayor of Lund sees it otherwise. “The lock leaks,” Mira Tolvanen told the radio.',
      { role: 'mayor of Lund', organisation: 'Lund' },
    ],
    [
      'with its body',
      'Nobody asked the Bar Association. Its president left early. “The lock leaks,” Mira Tolvanen said.',
      { role: 'president', organisation: 'Bar Association' },
    ],
    [
      'unless that names somebody else as well',
      'The mayor met Ann Lind on Monday. “The lock leaks,” Mira Tolvanen said.',
      { role: null, organisation: null },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(sourceOf(text)).toMatchObject(expected);
  });
});

test('the lawyer of somebody is told by whose', () => {
  const text = 'Karl Lind was freed on Monday. His lawyer, Mira Tolvanen, said that he slept.';
  expect(sourceOf(text).role).toBe('lawyer of Karl Lind');
});

describe('one of several', () => {
  test('is told in the singular', () => {
    expect(sourceOf('One of the keepers at the lock said that it leaks.')).toMatchObject({
      name: 'keeper at the lock',
      kind: 'unnamed',
    });
  });

  test('is who is named behind it', () => {
    const text =
      'Eight skippers said that they had warned the town. One of them, Tom Berg, said that it leaks.';
    expect(sourceOf(text)).toMatchObject({ name: 'Tom Berg', kind: 'person' });
  });

  test('belongs to those who spoke before', () => {
    const text =
      'Two keepers of the lock said that they had been told. “It was late,” said one of them.';
    expect(sourceOf(text)).toMatchObject({ name: 'keeper of the lock', anonymous: true });
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

describe('a person named by title and surname alone', () => {
  test.each([
    ['“It leaks,” said Ms. Renn.', 'person', 'Renn'],
    ['“It leaks,” Mr Voss said.', 'person', 'Voss'],
    ['“It leaks,” said Dr. Renn of the council.', 'person', 'Renn'],
    ['“It leaks,” said Judge Renn.', 'person', 'Judge Renn'],
    ['“It leaks,” the Justice Department said.', 'organisation', 'Justice Department'],
    ['“It leaks,” said General Electric.', 'organisation', 'General Electric'],
    ['“It leaks,” Ms. Renn’s office said.', 'organisation', 'Ms. Renn’s office'],
  ])('%s', (text, kind, name) => {
    expect(show(text).raw.quotes[0]?.speaker).toMatchObject({ kind, name });
  });

  test('is who a pronoun stands for', () => {
    const { quotes } = show('“It leaks,” Mr Voss said. He said that it was old.');
    expect(quotes.map(({ name }) => name)).toEqual(['Voss', 'Voss']);
  });
});
