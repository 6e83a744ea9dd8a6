/**
 * Vocabulary of English number words, and the comparator words of the languages in which
 * `findNumbers` knows them. Kept apart from the scanner so that the tables can be read alone.
 */
import type { Comparator } from './numbers.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Words below one hundred and their values. */
export const UNIT_VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(' ').map((word, index): [string, number] => [word, index]),
  ...TENS.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** Words that multiply what stands before them. */
export const SCALE_VALUES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** All words that multiply, as an alternation. */
export const SCALES = [...SCALE_VALUES.keys()].join('|');

/** All words that number words begin or go on with, as an alternation. */
export const WORDS = `${[...UNIT_VALUES.keys()].join('|')}|${SCALES}`;

/** Abbreviated scales that follow digits directly ("1.2m", "3bn"). */
export const SUFFIX_VALUES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** Denominators of spoken fractions ("two-thirds", "a quarter"). */
export const FRACTION_VALUES: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['tenth', 10],
  ['hundredth', 100],
]);

const ADVERB =
  '(?:just|slightly|well|far|much|even|still|only|(?:a )?(?:little|bit)|significantly)';
const INNER = '(?:(?: about| around| roughly| some| an estimated| approximately) ?)?';

function before(words: string, adverb = ''): RegExp {
  return new RegExp(
    `(?:^|[^\\p{L}\\p{N}])(${adverb}(?:${words})${INNER})[”"]?[\\s\\u00a0]*$`,
    'iu',
  );
}

type ComparatorRule = readonly [RegExp, Comparator];

const ADVERBS = `(?:${ADVERB} )?`;

/**
 * Words before a number and the comparator they say, first match wins: negated forms stand
 * before the plain ones that they contain. Each is matched against a slice of bounded length.
 */
const ENGLISH: readonly ComparatorRule[] = [
  [before('no (?:fewer|less|lower|smaller) than|not (?:fewer|less) than'), 'gte'],
  [
    before('(?:no|not|never) (?:more|greater|higher|larger|longer|over) than|(?:not|never) over'),
    'lte',
  ],
  [
    before('at (?:the very )?least|a minimum(?: of)?|minimum(?: of| at)?|as (?:few|little|low) as'),
    'gte',
  ],
  [
    before(
      'up to|(?:as|so) (?:many|much|high|large|long|big) as|at (?:the )?(?:very )?most|a maximum(?: of)?|maximum(?: of| at)?|within|capped at',
    ),
    'lte',
  ],
  [
    before(
      '(?:more|greater|higher|larger|longer|bigger|older|better) than|over|above|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|pass(?:es|ed|ing)(?: the)?|north of|beyond',
      ADVERBS,
    ),
    'gt',
  ],
  [
    before(
      '(?:fewer|less|lower|smaller|shorter|younger) than|under|below|south of|not quite|shy of|short of',
      ADVERBS,
    ),
    'lt',
  ],
  [
    before(
      'about|around|roughly|approximately|approx\\.?|nearly|almost|virtually|some|an? estimated|estimated(?: to be| at)?(?: around| about)?|close(?:r)? to|near(?:er)?(?: to)?|something like|in the (?:region|neighbou?rhood|vicinity) of|(?:on|in|of) the order of|perhaps|maybe|probably|circa|ca\\.|an? (?:approximate|rough)',
    ),
    'approx',
  ],
];

const GERMAN: readonly ComparatorRule[] = [
  [before('mindestens|wenigstens|nicht weniger als'), 'gte'],
  [before('höchstens|maximal|bis zu|nicht mehr als'), 'lte'],
  [before('über|mehr als|gut'), 'gt'],
  [before('unter|weniger als'), 'lt'],
  [before('rund|etwa|ungefähr|circa|ca\\.|knapp|fast|nahezu|schätzungsweise'), 'approx'],
];

const FRENCH: readonly ComparatorRule[] = [
  [before('au moins|pas moins de'), 'gte'],
  [before("jusqu['’]à|au plus|pas plus de"), 'lte'],
  [before('plus de'), 'gt'],
  [before('moins de'), 'lt'],
  [before('environ|près de|quelque|presque'), 'approx'],
];

const SPANISH: readonly ComparatorRule[] = [
  [before('al menos|por lo menos'), 'gte'],
  [before('hasta|como máximo'), 'lte'],
  [before('más de'), 'gt'],
  [before('menos de'), 'lt'],
  [before('unos|unas|cerca de|alrededor de|casi|aproximadamente'), 'approx'],
];

const COMPARATORS: ReadonlyMap<string, readonly ComparatorRule[]> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
]);

/** Words that multiply the number before them, each with a space of its own. */
const FOREIGN_SCALES: ReadonlyMap<string, readonly (readonly [words: string, scale: number])[]> =
  new Map([
    [
      'de',
      [
        ['dutzend', 12],
        ['tausend|tsd\\.?', 1e3],
        ['million(?:en)?|mio\\.?', 1e6],
        ['milliarden?|mrd\\.?', 1e9],
        ['billion(?:en)?', 1e12],
      ],
    ],
    [
      'fr',
      [
        ['mille', 1e3],
        ['millions?', 1e6],
        ['milliards?', 1e9],
        ['billions?', 1e12],
      ],
    ],
    [
      'es',
      [
        ['mil', 1e3],
        ['mill(?:ón|ones)', 1e6],
        ['bill(?:ón|ones)', 1e12],
      ],
    ],
  ]);

/** What multiplies a number of a language beside English; sticky patterns. */
export const SCALE_RULES: ReadonlyMap<
  string,
  readonly (readonly [pattern: RegExp, scale: number])[]
> = new Map(
  [...FOREIGN_SCALES].map(([language, scales]) => [
    language,
    scales.map(
      ([words, scale]) =>
        [new RegExp(`[ \\u00a0\\u202f](?:${words})(?!\\p{L})`, 'iuy'), scale] as const,
    ),
  ]),
);

/** Whether `findNumbers` knows the comparator words of a language (BCP 47). */
export function readsComparators(tag: string): boolean {
  return COMPARATORS.has(primaryLanguage(tag));
}

/** `de` of `de-AT`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

export function listComparatorRules(language: string): readonly ComparatorRule[] {
  return COMPARATORS.get(language) ?? [];
}
