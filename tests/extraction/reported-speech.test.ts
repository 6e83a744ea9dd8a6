import { describe, expect, test } from 'vitest';
import { contents, show } from './helpers.ts';

describe('where reported speech ends', () => {
  const cases: [string, string, string[]][] = [
    [
      'at a second reporting verb of the same form',
      'Jonas Weir said the lock was safe and criticized the council for its haste.',
      ['the lock was safe', 'the council for its haste'],
    ],
    [
      'where somebody else reports behind "and"',
      'One in three said the lock was old and one in four said it was a danger.',
      ['the lock was old', 'it was a danger'],
    ],
    [
      'at a semicolon, where somebody else is cited behind it',
      'According to the mayor, the lock is safe; Jonas Weir says that it leaks.',
      ['the lock is safe', 'that it leaks'],
    ],
    [
      'before an apposition to the whole clause',
      'The toll was cut by half, the council said on Monday, the first change in five years and a larger one than the mayor had wanted.',
      ['The toll was cut by half'],
    ],
    [
      'at a dash behind which the reporter comments',
      'Jonas Weir said the lock would be sold — a plan that two engineers oppose.',
      ['the lock would be sold'],
    ],
    [
      'not at a dash that a second one closes',
      'Jonas Weir said the lock — a ruin by now — would be sold.',
      ['the lock — a ruin by now — would be sold'],
    ],
    [
      'where the reporter says what was left out',
      'Jonas Weir said the lock would be sold but declined to name the buyer.',
      ['the lock would be sold'],
    ],
    [
      'at a clause of the reporter, where what is asked has no verb of its own',
      'Jonas Weir called for a ban on boats, but the council was not ready.',
      ['a ban on boats'],
    ],
    [
      'at a participle of the reporter',
      'Jonas Weir pledged to mend the lock, reversing an older plan.',
      ['to mend the lock'],
    ],
    [
      'where it is told when it was said',
      'Jonas Weir said he had no plans when asked whether the lock would be sold.',
      ['he had no plans', 'whether the lock would be sold'],
    ],
    [
      'at a relative clause that explains',
      'Jonas Weir said the boats would avoid the lock, which opens again in May.',
      ['the boats would avoid the lock'],
    ],
    [
      'at an appositive that comments on it',
      'Jonas Weir said that the lock was safe, a claim that two engineers dispute.',
      ['that the lock was safe'],
    ],
    [
      'not at a relative clause in its middle',
      'Jonas Weir said the boats, which are old, would avoid the lock.',
      ['the boats, which are old, would avoid the lock'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('cues in other forms', () => {
  const cases: [string, string, { text: string[]; mention: string | null }][] = [
    [
      'a shortened perfect',
      "He's said the lock would hold another winter.",
      { text: ['the lock would hold another winter'], mention: 'He' },
    ],
    [
      'a share of the people asked',
      'Six in 10 say the lock should close.',
      { text: ['the lock should close'], mention: 'Six in 10' },
    ],
    [
      'a participle that opens the sentence behind a preposition',
      'After saying the lock would hold, Jonas Weir left the room.',
      { text: ['the lock would hold'], mention: 'Jonas Weir' },
    ],
    [
      'a participle of warning',
      'The keepers had met in March, warning that the lock would fail.',
      { text: ['that the lock would fail'], mention: 'The keepers' },
    ],
    [
      'an infinitive behind an adjective',
      'Ferrymen were more likely to say they trusted the keepers.',
      { text: ['they trusted the keepers'], mention: 'Ferrymen' },
    ],
    [
      'a verb behind its clause, with a described source',
      'The lock will hold for another year, said two keepers who mend it.',
      { text: ['The lock will hold for another year'], mention: 'two keepers' },
    ],
    [
      'an opening clause with "as"',
      'As the Harbour Courier reported on Monday, the lock has failed.',
      { text: ['the lock has failed'], mention: 'the Harbour Courier' },
    ],
    [
      'an opening "as" with an agent',
      'As noted by Jonas Weir, the lock has failed.',
      { text: ['the lock has failed'], mention: 'Jonas Weir' },
    ],
    [
      'a gerund',
      'Jonas Weir suggested closing the lock in winter.',
      { text: ['closing the lock in winter'], mention: 'Jonas Weir' },
    ],
    [
      '"that" behind an addressee with commas',
      'Jonas Weir told a meeting in Lund, Denmark, that the lock has failed.',
      { text: ['that the lock has failed'], mention: 'Jonas Weir' },
    ],
    [
      'an inverted cue between subject and verb',
      'The trouble with the lock, said Jonas Weir, a keeper, is its age.',
      { text: ['The trouble with the lock', 'is its age'], mention: 'Jonas Weir' },
    ],
    [
      'a time between auxiliary and verb',
      'Jonas Weir had last month warned that the lock leaks.',
      { text: ['that the lock leaks'], mention: 'Jonas Weir' },
    ],
    [
      'a time behind the verb',
      '“The lock leaks,” Jonas Weir, a keeper, wrote last week.',
      { text: ['The lock leaks,'], mention: 'Jonas Weir' },
    ],
    [
      'a source that looks like a participle',
      'Recent polling shows that the lock worries many.',
      { text: ['that the lock worries many'], mention: 'Recent polling' },
    ],
    [
      '"that" behind some of those who were told',
      'Jonas Weir told both of them in October that the lock has failed.',
      { text: ['that the lock has failed'], mention: 'Jonas Weir' },
    ],
    [
      'a poll that opens the sentence',
      'In a Courier poll of keepers, conducted in May, most were for the toll.',
      { text: ['most were for the toll'], mention: 'a Courier poll' },
    ],
    [
      'a document and how it was made known',
      'The lock will close, the keepers said in a statement read on the radio.',
      { text: ['The lock will close'], mention: 'the keepers' },
    ],
    [
      'a subject with a relative clause of its own',
      'Jonas Weir argued the lock, which was built in 1911, has failed.',
      { text: ['the lock, which was built in 1911, has failed'], mention: 'Jonas Weir' },
    ],
    [
      'a quoted phrase between source and verb',
      'Jonas Weir, citing “the patience of the town,” said the lock could be mended.',
      { text: ['the lock could be mended'], mention: 'Jonas Weir' },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(show(text).quotes.at(-1)).toMatchObject(expected);
  });
});

test('"according to" inside a clause belongs to the clause', () => {
  expect(
    contents('The Courier reported that, according to the council, the lock has failed.'),
  ).toEqual(['that, according to the council, the lock has failed', 'the lock has failed']);
});

test('a dateline is no part of what its sentence reports', () => {
  const texts = [
    'LUND, Feb. 21 (Lund Wire) — The lock will close in May, the keepers said.',
    'PORT LUND -- The lock will close in May, the keepers said.',
  ];
  for (const text of texts) expect(contents(text)).toEqual(['The lock will close in May']);
});

test('"that" alone only points back', () => {
  expect(contents('Nobody believed him when he said that.')).toEqual([]);
});

describe('quotations that go on', () => {
  const cases: [string, string, string[]][] = [
    [
      'from words before the cue',
      'If it rains, Jonas Weir said, “the lock fails within an hour.”',
      ['If it rains', '“the lock fails within an hour.”'],
    ],
    [
      'in the next sentence, behind a link',
      '“We kept watch,” Jonas Weir said. Then, “we ran.”',
      ['“We kept watch,”', 'Then, “we ran.”'],
    ],
    [
      'in a next sentence that ends outside the marks',
      '“We kept watch,” Jonas Weir said. “We counted every boat that came through” until noon.',
      ['“We kept watch,”', '“We counted every boat that came through” until noon'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    const { quotes } = show(text);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ text: expected, mention: 'Jonas Weir' });
  });

  test('words that only tell the occasion stay outside', () => {
    expect(contents('At the lock on Monday, Jonas Weir said, “We kept watch.”')).toEqual([
      'We kept watch.',
    ]);
  });
});

describe('cues that stand between other words', () => {
  const cases: [string, string, { text: string[]; mention: string | null }][] = [
    [
      'with an addressee between commas',
      'The answer, the keeper told them, was simple.',
      { text: ['The answer', 'was simple'], mention: 'the keeper' },
    ],
    [
      'behind a subject that is described by a pronoun',
      'The lock is going to leak, a friend close to him said.',
      { text: ['The lock is going to leak'], mention: 'a friend close to him' },
    ],
    [
      'behind those who were asked',
      'Six percent of those surveyed say the lock should close.',
      { text: ['the lock should close'], mention: 'Six percent of those surveyed' },
    ],
    [
      'behind a participle between commas',
      'Ann Lund, struck by the news, told her friends she was leaving.',
      { text: ['she was leaving'], mention: 'Ann Lund' },
    ],
    [
      'turned round, behind a clause with its own subject',
      'In a year when money is short, keepers have more work, said Ann Lund, a keeper.',
      {
        text: ['In a year when money is short, keepers have more work'],
        mention: 'Ann Lund',
      },
    ],
    [
      'behind a verb of appearance',
      'Jonas Weir seemed to suggest that the lock was safe.',
      { text: ['that the lock was safe'], mention: 'Jonas Weir' },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(show(text).quotes[0]).toMatchObject(expected);
  });

  test('leaves what a second cue adds to that cue', () => {
    const text = 'The lock is going to leak, Ann Lund said, adding, “It is old.”';
    expect(contents(text)).toEqual(['The lock is going to leak', 'It is old.']);
  });
});

describe('what is given weight', () => {
  test.each([
    ['Jonas Weir stressed the importance of a new lock.', ['the importance of a new lock']],
    ['She also highlighted the need for pumps.', ['the need for pumps']],
    ['Officials underlined the danger of a flood.', ['the danger of a flood']],
    ['The flood underlined the danger of old walls.', []],
    ['Jonas Weir highlighted the plan.', []],
  ])('%s', (text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

test('a source in brackets stands for what is in them', () => {
  const text = 'Nine keepers left the lock (eight of them are back, according to Jonas Weir).';
  expect(contents(text)).toEqual(['eight of them are back']);
});

describe('clauses whose verb looks like a noun, and headlines', () => {
  const cases: [string, string, string[]][] = [
    [
      'a clause behind "said"',
      'Jonas Weir said each year of repair yields a better lock.',
      ['each year of repair yields a better lock'],
    ],
    [
      'the same as before',
      'Half of the keepers praised the lock, and 43 said the same of the bridge.',
      ['the same of the bridge'],
    ],
    [
      'a headline of somebody whose full name follows',
      'Weir: The lock is lost.\n\nOn Monday the keeper Jonas Weir, 60, stood at the gate.',
      ['The lock is lost'],
    ],
    [
      'a headline of a body in small letters',
      'Lund camp: The lock is lost.\n\nOn Monday nobody stood at the gate.',
      ['The lock is lost'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});
