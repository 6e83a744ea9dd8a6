import { describe, expect, test } from 'vitest';
import { contents, show } from './helpers.ts';

describe('what somebody thinks, wants or stands for', () => {
  const cases: [string, string, string][] = [
    ['a thought', 'Jonas Weir thinks the lock will fail.', 'the lock will fail'],
    ['a hope', 'The keepers hope that the lock holds.', 'that the lock holds'],
    ['a view', 'Many ferrymen see the toll as a burden.', 'the toll as a burden'],
    ['a stance', 'The council opposed the new toll last year.', 'the new toll'],
    ['a stance towards somebody', 'Jonas Weir endorsed her on Monday.', 'her'],
    ['a reason', 'The council voted no, citing the cost of the pumps.', 'the cost of the pumps'],
    ['what is meant', 'The mayor shrugged, referring to the toll, which is low.', 'the toll'],
    ['what is cited', 'The mayor cited the cost of the pumps.', 'the cost of the pumps'],
    ['what is talked about', 'Jonas Weir talked about the old toll.', 'the old toll'],
    ['what is referred to', 'Jonas Weir referred to the toll, which is low.', 'the toll'],
    [
      'what somebody voices',
      'Jonas Weir expressed his anger at the toll.',
      'his anger at the toll',
    ],
    ['what it is voiced about', 'Jonas Weir voiced support for the toll.', 'the toll'],
    ['a refusal to speak', 'Jonas Weir declined to comment for this article.', 'to comment'],
    ['a wish for others', 'Jonas Weir wants the council to pay.', 'the council to pay'],
    ['a certainty', 'The keepers are certain that the lock holds.', 'that the lock holds'],
    ['a feeling', 'Jonas Weir voiced doubts that the lock holds.', 'that the lock holds'],
    ['a question', 'Jonas Weir questioned whether the lock is safe.', 'whether the lock is safe'],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual([expected]);
  });

  const others: [string, string][] = [
    ['a result', 'The keepers were so worried that they left.'],
    ['a denial', 'Jonas Weir does not think the lock will fail.'],
    ['a possibility', 'Jonas Weir might support the toll.'],
    ['the writer', 'We think the lock will fail.'],
    ['a relative', 'The mayor thanked the man who supported the toll.'],
    ['a name', 'Later Hope Lund opened the lock.'],
    ['a deed', 'Jonas Weir defended himself on Monday.'],
    ['a person who shows a thing', 'Jonas Weir showed the mayor the lock.'],
  ];
  test.each(others)('not %s', (_, text) => {
    expect(contents(text).filter((one) => !one.startsWith('the man'))).toEqual([]);
  });

  test('not beside a report of speech that holds it', () => {
    expect(contents('Jonas Weir said he believes the lock will fail.')).toEqual([
      'he believes the lock will fail',
    ]);
  });
});

test('a quotation behind a colon stands once', () => {
  const text = 'Ann Lund was less sure: “The lock was mended twice, and twice it leaked.”';
  expect(contents(text)).toEqual(['The lock was mended twice, and twice it leaked.']);
});

describe('what a document shows', () => {
  test('up to the end of the clause', () => {
    const { quotes } = show(
      'A survey by the council showed ferries losing riders, 12 to 9 percent.',
    );
    expect(quotes).toMatchObject([
      { text: ['ferries losing riders, 12 to 9 percent'], mention: 'A survey by the council' },
    ]);
  });
});

describe('what is not said', () => {
  const cases: [string, string][] = [
    ['what could be said', 'The mayor could say that the lock is safe.'],
    ['the mark of a group', 'Those who said the lock leaks were in the minority.'],
    ['what stands before', 'Many came for what she says about locks that leak.'],
  ];
  test.each(cases)('%s', (_, text) => {
    expect(contents(text)).toEqual([]);
  });

  test('but what somebody could not explain is', () => {
    expect(contents('The mayor could not explain why the lock leaks.')).toEqual([
      'why the lock leaks',
    ]);
  });
});

describe('questions told in passing', () => {
  const cases: [string, string, { text: string[]; mention: string | null; cue: string | null }][] =
    [
      [
        'behind "when", with who asked',
        'She smiled when asked by a keeper whether the lock leaks.',
        { text: ['whether the lock leaks'], mention: 'a keeper', cue: null },
      ],
      [
        'up to the answer',
        'Asked how the lock could be mended, the mayor left.',
        { text: ['how the lock could be mended'], mention: null, cue: null },
      ],
      [
        'of somebody who is named',
        'The keeper asked Jonas Weir whether the lock leaks.',
        { text: ['whether the lock leaks'], mention: 'The keeper', cue: null },
      ],
      [
        'in the passive voice',
        'Jonas Weir was asked by a keeper whether the lock leaks.',
        { text: ['whether the lock leaks'], mention: 'a keeper', cue: 'was asked' },
      ],
      [
        'as a quotation',
        'On Monday Jonas Weir was asked, “Does the lock leak?”',
        { text: ['Does the lock leak?'], mention: null, cue: 'was asked' },
      ],
      [
        'up to a comma inside its marks',
        'Asked if the lock was “as safe as it looks,” the mayor left.',
        { text: ['if the lock was “as safe as it looks,”'], mention: null, cue: null },
      ],
    ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(show(text).quotes).toMatchObject([expected]);
  });
});
