import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

test('a relative clause between commas is no part of the mention', () => {
  const [quote] = show('Mira Tolvanen, who came late, said the lock held.').quotes;
  expect(quote).toMatchObject({ mention: 'Mira Tolvanen', whole: null });
});

describe('the subject of a cue', () => {
  const cases: [string, string, string][] = [
    ['before a day', 'A Lund poll in June found that the lock leaks.', 'A Lund poll'],
    ['before "has since"', 'Mira Tolvanen has since said that the lock leaks.', 'Mira Tolvanen'],
    [
      'before its relative clause',
      'Keepers who watched the Saturday test said that the lock leaks.',
      'Keepers',
    ],
    ['with a slash', 'A Times/Radio poll found that the lock leaks.', 'A Times/Radio poll'],
    [
      'before what somebody is like',
      'Critics like Lindqvist say that the lock leaks.',
      'Critics like Lindqvist',
    ],
    [
      'before a capitalised adjective of its name',
      '“The lock leaks badly,” said David French of the Lock Union.',
      'David French of the Lock Union',
    ],
    [
      'of the main clause, not of a clause with "when"',
      'When Lind opened the gate, she stood by, warning that the lock leaks.',
      'she',
    ],
    [
      'of the main clause, not of a clause with "that"',
      'Mira Tolvanen rejected the idea that the gates had failed and said that the lock holds.',
      'Mira Tolvanen',
    ],
    ['some of whom', 'But some of his keepers said that the lock leaks.', 'some of his keepers'],
    [
      'with a place for those that are counted',
      'But many in the town said that the lock leaks.',
      'many in the town',
    ],
    ['before a pronoun', 'Many of us said that the lock leaks.', 'Many of us'],
    ['of all', 'All the keepers said that the lock leaks.', 'All the keepers'],
    ['of neither', 'Neither Berg nor Falk said that the lock leaks.', 'Neither Berg nor Falk'],
    [
      'of two with a party each',
      'Rep. Tom Berg (D) and Rep. Mia Falk (R) said that the lock leaks.',
      'Rep. Tom Berg (D) and Rep. Mia Falk',
    ],
    [
      'of a list with a last comma',
      'But Berg, the keepers, and some ferrymen said that the lock leaks.',
      'Berg, the keepers, and some ferrymen',
    ],
    [
      'with a hyphen',
      'When would-be buyers said that the lock leaks, it was shut.',
      'would-be buyers',
    ],
    [
      'with a day behind a participle',
      'The lock leaks, according to a poll released Thursday.',
      'a poll released Thursday',
    ],
    ['of a list', 'Berg, Falk and Lund said that the lock leaks.', 'Berg, Falk and Lund'],
    ['with a pronoun', 'She and her keepers said that the lock leaks.', 'She and her keepers'],
    [
      'with a participle before its noun',
      'But leaked letters showed that the lock leaks.',
      'leaked letters',
    ],
    ['with a share', 'In Lund, 85% of keepers said that the lock leaks.', '85% of keepers'],
    [
      'with a ratio',
      'Nearly nine out of 10 keepers said that the lock leaks.',
      'Nearly nine out of 10 keepers',
    ],
    [
      'without a word that only sets it off',
      'Even some keepers said that it leaks.',
      'some keepers',
    ],
    ['that nobody is', 'So far, no one said that the lock leaks.', 'no one'],
    ['with a name that looks like a verb', 'Ted Berg says that the lock leaks.', 'Ted Berg'],
    [
      'behind a relative pronoun',
      'They mended the gates that keepers said were leaking.',
      'keepers',
    ],
    [
      'behind the noun of its relative clause',
      'That was the moment Lund warned that the lock leaks.',
      'Lund',
    ],
    [
      'before an office and the body that it is of',
      'Mike Lind, president of the Lock Fund, a charity, said that the lock leaks.',
      'Mike Lind',
    ],
    [
      'before what a document went through',
      'A report released in September by the Lock Union noted that the gates leak.',
      'A report',
    ],
    [
      'within a clause with "when" that goes on',
      'Some of them left when Lind opened the gate and said that the lock leaks.',
      'Lind',
    ],
  ];
  test.each(cases)('%s', (_, text, mention) => {
    expect(show(text).quotes[0]?.mention).toBe(mention);
  });

  const insertions: [string, string, string][] = [
    [
      'a party and what somebody did then',
      'Sen. Marco Lind, R-Fla., appearing after the speech, said that the lock leaks.',
      'Sen. Marco Lind',
    ],
    [
      'a place with its state',
      'Cora Lind, 22, of Flint, Mich., said that the lock leaks.',
      'Cora Lind',
    ],
    [
      'an occasion with commas',
      'Tolvanen, speaking at a rally in Lund, Skåne, warned that the lock leaks.',
      'Tolvanen',
    ],
    [
      'a relative with commas',
      'Marco Lind, whose town, Lund, is under water, argues that the lock leaks.',
      'Marco Lind',
    ],
    [
      'another description',
      'Sen. Ann Bright (R), another early supporter, suggested that the lock leaks.',
      'Sen. Ann Bright',
    ],
    [
      'what none of them wanted',
      'Two of the keepers, neither of whom gave a name, said that the lock leaks.',
      'Two of the keepers',
    ],
  ];
  test.each(insertions)('over %s', (_, text, mention) => {
    expect(show(text).quotes[0]?.mention).toBe(mention);
  });
});

describe('the whole phrase of a source', () => {
  const cases: [string, string, string | null][] = [
    [
      'takes in a participle that restricts it',
      'A judge handling the suit ordered the town to mend the lock.',
      'A judge handling the suit',
    ],
    [
      'takes in the day of a document',
      'A poll released on Monday found that the lock leaks.',
      'A poll released on Monday',
    ],
    [
      'ends before the first verb of the sentence',
      'Ann Lind, the keeper, ran to the gate, saying that the lock leaks.',
      'Ann Lind, the keeper,',
    ],
    [
      'ends before what the speaker did next',
      '“At last,” said Ann Lind, 81, and hung up.',
      'Ann Lind, 81',
    ],
    [
      'takes in a relative that restricts it',
      'Keepers who watched the Saturday test said that the lock leaks.',
      'Keepers who watched the Saturday test',
    ],
    [
      'leaves an office before the name to the role',
      'The harbour master, Mira Tolvanen, said that the lock leaks.',
      null,
    ],
    ['is no verb of the source', 'Lind released a statement saying that the lock leaks.', null],
  ];
  test.each(cases)('%s', (_, text, whole) => {
    expect(show(text).quotes[0]?.whole).toBe(whole);
  });
});

describe('a quotation behind a colon is said by', () => {
  const cases: [string, string, string | null][] = [
    [
      'the subject before it',
      'Lindqvist was less sure: “The lock leaks and I know it.”',
      'Lindqvist',
    ],
    [
      'the subject of the main clause',
      'When the gate fell, the keeper, who had come late, lost his temper: “The lock leaks badly.”',
      'the keeper',
    ],
    ['who utters it', 'The mayor’s answer was: “The lock leaks and I know it.”', 'The mayor'],
    ['whoever "her" is', 'Her answer was: “The lock leaks and I know it.”', 'Her'],
    ['the name behind a dash', 'The lock is old - Ann Lind: “It leaks and I know it.”', 'Ann Lind'],
    ['nobody where it is a text', 'The letter reads as follows: “The lock leaks badly.”', null],
  ];
  test.each(cases)('%s', (_, text, mention) => {
    expect(show(text).quotes[0]?.mention).toBe(mention);
  });
});

describe('a source of two, or one that is stressed', () => {
  test.each([
    ['The mayor himself said the lock was safe.', 'The mayor himself'],
    ['Lund and others said the lock was safe.', 'Lund and others'],
    ['Lund and his lawyers said the lock was safe.', 'Lund and his lawyers'],
    ['On Monday a few old keepers said the lock was safe.', 'a few old keepers'],
  ])('%s', (text, mention) => {
    expect(show(text).quotes).toMatchObject([{ mention }]);
  });
});

describe('the whole of a cue', () => {
  test.each([
    ['Jonas Weir said in a statement that the lock was safe.', 'said in a statement'],
    ['“The lock is safe,” Jonas Weir said with a smile.', 'said with a smile'],
    ['The council released a statement saying the lock was safe.', 'released a statement saying'],
    ['Jonas Weir began by saying the lock was safe.', 'began by saying'],
    ['The keepers were quick to say the lock was safe.', 'were quick to say'],
    ['They’ve said the lock was safe.', '’ve said'],
  ])('%s', (text, cue) => {
    expect(show(text).quotes).toMatchObject([{ cue }]);
  });
});
