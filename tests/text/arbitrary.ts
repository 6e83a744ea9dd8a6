import fc from 'fast-check';

/** Fragments that markdown, normalisation and matching each treat in a way of their own. */
const FRAGMENTS = [
  ...[
    'a',
    'Word',
    '7,000',
    '12',
    'é',
    'e\u0301',
    '\u0301',
    'ﬁ',
    '👩‍👩‍👧',
    '🏳️‍🌈',
    '한',
    '\u1112\u1161',
    '\u212B',
  ],
  ...[
    ' ',
    '  ',
    '\u00A0',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\u2028',
    '    ',
    '\uFEFF',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\0',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '[',
    ']',
    '(',
    ')',
    '](x "t")',
    '![',
    '[a]: b',
    '<',
    '>',
    '\\',
    '&amp;',
    '&#0;',
  ],
  ...[
    '# ',
    '> ',
    '- ',
    '1. ',
    '***',
    '===',
    '---',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<br>',
    '<li>',
    '<a href="',
    '<!--',
    '-->',
  ],
  ...[
    '<script>',
    '</script>',
    '<style',
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '«',
    '\ud83d',
    '\ude00',
    '<http://a.b>',
  ],
];

/** Hostile and ordinary markdown, mostly made of fragments. */
export const markdown = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 })
      .map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** Prose without any markup, in which the same words come more than once. */
export const prose = fc
  .array(
    fc.constantFrom(
      'the',
      'troops',
      'over',
      '7,000',
      '“moved”',
      'é',
      '👩‍👩‍👧',
      'don’t',
      '\n\n',
      'e\u0302',
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((words) => `One ${words.join(' ')}`);
