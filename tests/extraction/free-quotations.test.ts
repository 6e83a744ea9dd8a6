import { describe, expect, test } from 'vitest';
import { contents, show } from './helpers.ts';

describe('quotations that no verb introduces', () => {
  const intro = 'The lock was closed on Monday.';
  const cases: [string, string, string[]][] = [
    [
      'are quotes where they fill a paragraph',
      `${intro}\n\n“We have mended this lock for thirty years and never once been thanked for it.”`,
      ['We have mended this lock for thirty years and never once been thanked for it.'],
    ],
    [
      'are quotes where they end one and speak of "I"',
      'Ann Lund keeps the lock. “I have mended it for thirty years.”',
      ['I have mended it for thirty years.'],
    ],
    [
      'are none where they name a work',
      `${intro} “The Long Way Down to the Water.” It was sold out in a week.`,
      [],
    ],
    [
      'are none where they repeat the story in large type, with a name that closes the mark',
      `${intro}\n\n"We have mended this lock for thirty years and never been thanked.\n\nAnn Lund, a keeper."\n\nIt is shut.`,
      [],
    ],
    [
      'resume what the same speaker says at the start of the paragraph',
      '“The lock leaks,” said Ann Lund, a keeper. She has mended it since she was a girl. “It was never safe.”',
      ['The lock leaks, … It was never safe.'],
    ],
    [
      'resume what she is reported to say in the paragraph',
      'Ann Lund says a friend called her from the lock. She had been there before. “It was never safe.”',
      ['a friend called her from the lock … “It was never safe.”'],
    ],
    [
      'resume nothing behind a sentence about somebody else',
      '“The lock leaks,” said Ann Lund, a keeper. Mira Berg shook her head. “It was never safe.”',
      ['The lock leaks,'],
    ],
    [
      'go on in a sentence that ends in marks',
      '“The lock leaks,” said Ann Lund, a keeper. That makes it “a danger to every boat below.”',
      ['“The lock leaks,” … That makes it “a danger to every boat below.”'],
    ],
    [
      'go on in no sentence that tells of somebody else',
      '“Mend the lock!” the crowd shouted. On a sheet somebody had painted “Water has a better keeper than us”.',
      ['Mend the lock!'],
    ],
    [
      'belong to the report right before them',
      'Ann Lund said the lock was safe. “It is older than the town and will outlive it.”',
      ['the lock was safe … “It is older than the town and will outlive it.”'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  test('go on from a paragraph that left a single mark open', () => {
    const text =
      '‘We knew it,’ said Ann Lund, a keeper. ‘It never closed well.\n\n‘We told them so in May.’\n\nThe lock is shut.';
    expect(show(text).quotes[0]?.text).toEqual([
      'We knew it,',
      'It never closed well.',
      'We told them so in May.',
    ]);
  });
});

describe('a conversation in marks', () => {
  test('has each of its paragraphs said by who is named in it', () => {
    const text =
      'They spoke on Monday:\n\n"HOST: Is the lock safe?\n\n"LUND: It leaks. Weir calls it “a sieve.” So it is.\n\n"We told the town.\n\n"HOST: Thank you.';
    expect(show(text).quotes).toMatchObject([
      { text: ['Is the lock safe?'], mention: 'HOST' },
      {
        text: ['It leaks. Weir calls it “a sieve.” So it is.', 'We told the town.'],
        mention: 'LUND',
      },
      { text: ['Thank you.'], mention: 'HOST' },
    ]);
  });

  test('is none where words in capitals stand alone', () => {
    const text = 'She read it aloud.\n\n“WARNING: This lock is closed to every boat until May.”';
    expect(show(text).quotes).toMatchObject([{ mention: null }]);
  });
});

test('a quotation behind others in its paragraph stays nobody’s', () => {
  const text =
    'Weir calls it “a sieve.” Ann Lund keeps the lock. “I have mended it for thirty years.”';
  expect(show(text).quotes.every((one) => !one.text.join().includes('thirty'))).toBe(true);
});

describe('words in marks that nobody says', () => {
  const cases: [string, string, string[]][] = [
    ['the text of a banner', 'A banner over the gate reads “Water is life”.', []],
    ['the name of a thing', 'She came in a boat called “The Last Keeper”.', []],
    [
      'the title of a book',
      'In her 2012 book, “The Last Lock,” Ann Lund suggested that it leaks.',
      ['that it leaks'],
    ],
    [
      'the title of a book behind what it says',
      'The lock has leaked for years, Ann Lund said in her 2012 book, “The Last Lock.”',
      ['The lock has leaked for years'],
    ],
    ['a term', 'They work on what we call “infrastructure”.', []],
    [
      'but not what somebody calls it',
      'The council closed the lock, which Ann Lund called “a mess”.',
      ['which … “a mess”'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('quotations with their speaker behind a dash', () => {
  const story = 'What keepers of the lock say.\n\n';
  const cases: [string, string, { text: string[]; mention: string | null }[]][] = [
    [
      'in lines of their own',
      '“The lock scares me. It leaks.” ― Ann Lund\n“It cannot even close.” — Jonas Weir, a keeper',
      [
        { text: ['The lock scares me. It leaks.'], mention: 'Ann Lund' },
        { text: ['It cannot even close.'], mention: 'Jonas Weir' },
      ],
    ],
    [
      'in the line below',
      '"The lock is old. It never closed well."\n\n- Mira Vale',
      [{ text: ['The lock is old. It never closed well.'], mention: 'Mira Vale' }],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(show(story + text).quotes).toMatchObject(expected);
  });

  test('are none where the dash opens an insertion', () => {
    const text = `${story}“The lock is old and never closed.” — An engineer knows that —`;
    expect(show(text).quotes.every((one) => one.mention === null)).toBe(true);
  });
});

describe('a headline alone', () => {
  test('a name before its colon says it', () => {
    const { quotes } = show('Ann Lund: The Lock Is Safe.');
    expect(quotes).toMatchObject([{ text: ['The Lock Is Safe'], mention: 'Ann Lund' }]);
  });

  test.each([
    'Q: Is the lock safe?',
    'EXCLUSIVE: The lock leaks badly.',
    'The Latest: Lock leaks again.',
  ])('not %s', (text) => {
    expect(show(text).quotes).toEqual([]);
  });
});

test('the colon behind a name stands for the verb', () => {
  const { quotes } = show('The vote is near. Lund: “The lock was mended twice, and it leaked.”');
  expect(quotes).toMatchObject([{ mention: 'Lund', verb: ':' }]);
});
