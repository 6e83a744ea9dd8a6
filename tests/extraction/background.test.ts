import { describe, expect, test } from 'vitest';
import { contents } from './helpers.ts';

describe('what a report tells in passing', () => {
  const cases: [string, string, string[]][] = [
    [
      'is part of what the source says, when it names another announcement',
      'Jonas Weir said the council would drop the plan that it announced in May.',
      ['the council would drop the plan that it announced in May'],
    ],
    [
      'is part of what the source says, when the source speaks of itself',
      'Jonas Weir said he had told the council that the lock was unsafe.',
      ['he had told the council that the lock was unsafe'],
    ],
    [
      'is a quote of its own in a chain of sources',
      'The agency said that the army had reported that the lock was unsafe.',
      ['that the army had reported that the lock was unsafe', 'that the lock was unsafe'],
    ],
    [
      'is no quote where a relative tells who is meant',
      'A man who threatened to flood the lock was taken home.',
      [],
    ],
    [
      'is no quote where the noun stands right before its relative',
      'They counted the gates she promised to mend.',
      [],
    ],
    ['is no quote where a verb only describes', 'It was the most telling sign they had seen.', []],
    [
      'is a quote where the relative stands between commas',
      'Jonas Weir, who threatened to flood the lock, was taken home.',
      ['to flood the lock'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('what a relative clause reports', () => {
  test('ends where the main clause goes on', () => {
    expect(contents('Jonas Weir, who says the lock is safe, voted for the plan.')).toEqual([
      'the lock is safe',
    ]);
    expect(contents('Jonas Weir, who said he had seen it, said the lock was safe.')).toEqual([
      'he had seen it',
      'the lock was safe',
    ]);
  });
});

describe('contents without a finite verb', () => {
  const cases: [string, string, string[]][] = [
    [
      'end where the sentence goes on with a second verb',
      'The council urged residents to save water and closed the lock.',
      ['residents to save water'],
    ],
    [
      'go on over a second infinitive',
      'The council urged residents to save water and leave their cars.',
      ['residents to save water and leave their cars'],
    ],
    [
      'are no times and no favours',
      'The council, which requested anonymity to speak, announced this week that the lock leaks.',
      ['that the lock leaks'],
    ],
    [
      'end before the date on which they were said',
      'Jonas Weir announced a plan for the lock in June.',
      ['a plan for the lock'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('words that only look like a report', () => {
  const cases: [string, string, string[]][] = [
    ['a participle before its noun', 'The number of reported leaks has grown.', []],
    ['a noun in -s', 'It sends its water to states such as these ones are.', []],
    [
      'a subject with its appositive before a verb with an object',
      'Jonas Weir, the keeper of the lock, announced a plan for the lock.',
      ['a plan for the lock'],
    ],
    [
      'an adjunct before the clause',
      'In his letter to the council, Jonas Weir found a friend.',
      [],
    ],
    ['what a figure shows how', 'The list shows how the lock leaks.', []],
    [
      '"that" as the subject of a relative clause',
      'Jonas Weir wrote a book that tells of the lock.',
      [],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  test('a question that was explained is one', () => {
    expect(contents('Jonas Weir explained how the lock leaks.')).toEqual(['how the lock leaks']);
  });
});

describe('objects that were censured or announced', () => {
  const cases: [string, string, string[]][] = [
    [
      'go on over a list',
      'Jonas Weir criticized the council, the keepers and the press.',
      ['the council, the keepers and the press'],
    ],
    [
      'go on over what they include',
      'Jonas Weir announced a plan for the canal, including the lock.',
      ['a plan for the canal, including the lock'],
    ],
    [
      'end before the next clause',
      'Jonas Weir criticized the council, and the keepers left.',
      ['the council'],
    ],
    [
      'are none where a participle tells who is meant',
      'The letters came from keepers criticizing the council.',
      [],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});
