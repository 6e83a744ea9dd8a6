import { describe, expect, test } from 'vitest';
import { contents, show } from './helpers.ts';

describe('a quotation that ends in a full stop', () => {
  test('belongs to the source before it where the next cue reports on its own', () => {
    const text =
      '“It leaks,” Ann Lund said. “It is a sieve.” Jonas Weir added that the town would pay.';
    expect(show(text).quotes).toMatchObject([
      { text: ['It leaks,', 'It is a sieve.'], mention: 'Ann Lund' },
      { text: ['that the town would pay'], mention: 'Jonas Weir' },
    ]);
  });

  test('is that of a cue behind it which has nothing else to report', () => {
    expect(show('“It is a sieve.” Jonas Weir said on Monday.').quotes).toMatchObject([
      { text: ['It is a sieve.'], mention: 'Jonas Weir' },
    ]);
  });
});

test('a source described with "and" speaks the quotation before it', () => {
  const text = '“It leaks,” Ann Lund, now 81 and retired in Skurup, Skåne, said by telephone.';
  expect(show(text).quotes).toMatchObject([{ text: ['It leaks,'], verb: 'said' }]);
});

describe('what stands between a cue and its quotation', () => {
  const cases: [string, string, string[]][] = [
    ['its topic', 'Ann Lund said about the lock, “It is a sieve.”', ['It is a sieve.']],
    [
      'a place',
      'Ann Lund tells guests outside the pump house that “it is a sieve.”',
      ['that “it is a sieve.”'],
    ],
    [
      'an occasion before "that"',
      'Ann Lund said at a meeting in Skåne that the lock leaks.',
      ['that the lock leaks'],
    ],
    [
      'a time before "that"',
      'Ann Lund announced earlier this month that the lock would close.',
      ['that the lock would close'],
    ],
    ['a topic that is all there is', 'Ann Lund told the town about the lock.', []],
    [
      'those who are told, described by a relative',
      'Ann Lund told the keepers who had come from the coast, “The lock is lost.”',
      ['The lock is lost.'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

test('a quotation is proposed once where only "according to" names its source', () => {
  expect(
    show('“The lock was built in 1911,” according to a book filed in Lund.').quotes,
  ).toHaveLength(1);
});

describe('questions and what was left unsaid', () => {
  const cases: [string, string, string[]][] = [
    ['asked of somebody', 'Ann Lund asked Weir how old it was.', ['how old it was']],
    [
      'asked of somebody on a day',
      'Ann Lund asked Weir on Monday whether the lock leaks.',
      ['whether the lock leaks'],
    ],
    ['a relative behind what is asked', 'Ann Lund asked a question he could not answer.', []],
    ['not said', 'Ann Lund did not say when the lock would open.', ['when the lock would open']],
    ['not being said', 'Ann Lund isn’t saying what she paid.', ['what she paid']],
    ['said always', 'Ann Lund says what people like.', []],
    [
      'said of a case',
      'Ann Lund says if it rains the lock will fail.',
      ['if it rains the lock will fail'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('nouns that are said, or left unsaid', () => {
  const cases: [string, string, string[]][] = [
    [
      'what somebody points to, to its end',
      'Ann Lund pointed to two older locks, both in Skåne, as signs of what can be mended.',
      ['two older locks, both in Skåne, as signs of what can be mended'],
    ],
    [
      'what somebody points to in passing',
      'Ann Lund defended the lock, pointing to the record of its keepers.',
      ['the lock', 'the record of its keepers'],
    ],
    ['not what a thing points to', 'The gauge pointed to the north.', []],
    ['what is not mentioned', 'Ann Lund did not mention the leak.', ['the leak']],
    ['not what is', 'Ann Lund mentioned the leak.', []],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

test('a suggestion needs no "that"', () => {
  expect(contents('Ann Lund suggested the council went too far.')).toEqual([
    'the council went too far',
  ]);
});

describe('verbs that are nouns elsewhere', () => {
  const cases: [string, string, string[]][] = [
    ['after a plural', 'But experts note that the lock leaks.', ['that the lock leaks']],
    ['after a singular', 'The suit claims that the lock leaks.', ['that the lock leaks']],
    ['without "that"', 'Many keepers claim it will fail.', ['it will fail']],
    ['after "who"', 'It pleased Ann Lund, who notes that it leaks.', ['that it leaks']],
    ['behind a shortened "is"', 'She’s suggesting that the lock leaks.', ['that the lock leaks']],
    ['but not with a relative', 'They broke old rules that bind the keepers.', []],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('an infinitive of saying', () => {
  test('has the subject of its sentence', () => {
    expect(show('Ann Lund called friends to say she had sold the lock.').quotes).toMatchObject([
      { text: ['she had sold the lock'], mention: 'Ann Lund' },
    ]);
  });

  test.each(['It is safe to say she had sold the lock.', 'It is safe to say that the lock leaks.'])(
    'is nobody’s behind a judgement: %s',
    (text) => {
      expect(contents(text)).toEqual([]);
    },
  );
});

describe('where a clause ends', () => {
  const cases: [string, string, string[]][] = [
    [
      'at a dash behind which the reporter turns away',
      'Ann Lund said the lock was safe — though it had failed in May.',
      ['the lock was safe'],
    ],
    [
      'at a dash behind which another clause begins',
      'Ann Lund said the lock was safe — and the council is divided.',
      ['the lock was safe'],
    ],
    [
      'not at a dash behind which "that" goes on',
      'Ann Lund said that the lock was safe — and that it would stay so.',
      ['that the lock was safe — and that it would stay so'],
    ],
    [
      'not at a comma behind which "that" goes on',
      'Ann Lund said the lock was safe, and that polls show people like it.',
      ['the lock was safe, and that polls show people like it'],
    ],
    [
      'where the answers of a share are compared',
      'Nearly 54 percent said they would use the lock, up from a third in May.',
      ['they would use the lock'],
    ],
    [
      'at a colon before a quotation with a cue of its own',
      'Ann Lund said she had no time to look: “I have a lock to mend,” she told the town.',
      ['she had no time to look', 'I have a lock to mend,'],
    ],
    [
      'where one answer is compared with another',
      'Half of the town said the lock was safe, double the number who said it leaks.',
      ['the lock was safe', 'it leaks'],
    ],
    [
      'where somebody points to something',
      'Ann Lund said the lock was safe, pointing to its new gate.',
      ['the lock was safe', 'its new gate'],
    ],
    [
      'at "whereas"',
      'Ann Lund said that the lock was safe, whereas Weir acknowledged that it leaks.',
      ['that the lock was safe', 'that it leaks'],
    ],
    [
      'at a comma inside the marks of what something is called',
      'Ann Lund called the lock “a sieve,” and the council agrees.',
      ['the lock “a sieve,”'],
    ],
    [
      'at a comma inside the marks, behind which another cue follows',
      'Ann Lund called the lock “a sieve,” adding that she would mend it.',
      ['the lock “a sieve,”', 'that she would mend it'],
    ],
    [
      'at a comma inside the marks, behind which the main clause begins',
      'While Ann Lund said the lock was “a sieve,” the council kept it open.',
      ['the lock was “a sieve,”'],
    ],
    [
      'not at a comma inside the marks where the clause goes on',
      'Ann Lund said the “old,” leaking lock would be mended.',
      ['the “old,” leaking lock would be mended'],
    ],
    [
      'where the main clause of an opening participle begins',
      'Noting that the lock leaks, Ann Lund reminded the town of its debts.',
      ['that the lock leaks'],
    ],
    [
      'not at the agent of what is rejected',
      'Ann Lund rejected a plan by two engineers.',
      ['a plan by two engineers'],
    ],
    [
      'at the way in which something is rejected',
      'Ann Lund rejected the plan by walking out.',
      ['the plan'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('clauses told apart from what only looks like one', () => {
  const cases: [string, string, string[]][] = [
    ['promised on a day', 'Ann Lund pledged on Monday to mend the lock.', ['to mend the lock']],
    ['promised fully', 'Ann Lund vowed to fully mend the lock.', ['to fully mend the lock']],
    ['not what somebody promised', 'Weir cannot do what Ann Lund promised to do.', []],
    [
      'none of many',
      'Ann Lund said none of the old gates had failed.',
      ['none of the old gates had failed'],
    ],
    [
      'a relative behind what was reported',
      'The council went on reporting grants from a fund that it had closed.',
      [],
    ],
    [
      'behind an inserted cue and "but"',
      'The lock may look old, keepers say, but it still holds the river.',
      ['The lock may look old … but it still holds the river'],
    ],
    [
      'up to the verb of the main clause behind an adverb',
      'Weir, who said the lock leaked, ultimately did not come.',
      ['the lock leaked'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});
