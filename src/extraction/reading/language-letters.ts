/**
 * Languages that share a script or most of their common words, told by the letters and words that
 * only one of them has. Where none is found, the one with more readers stands.
 */

/** Letters of each Cyrillic alphabet that not all others of the list have. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ru: 'ёъыэщийьюя',
  uk: 'ґєіїщийьюя',
  be: 'ёіўыэйьюя',
  bg: 'ъщийьюя',
  sr: 'ђјљњћџи',
  mk: 'ѓѕјљњќџи',
  kk: 'әғқңөұүһіёъыэщийьюя',
  mn: 'өүёъыэщийьюя',
};
const TELLING = new Set(Object.values(CYRILLIC).join(''));

/** What a text in the language cannot do without for long, and its nearest relative has not. */
const MARKS: Readonly<Record<string, string>> = {
  ru: 'ыэ',
  uk: 'їєі',
  be: 'ў',
  bg: 'ъ',
  sr: 'ђћ',
  mk: 'ѓќѕ',
  kk: 'қғұ',
  mn: 'өү',
};

/** The language in Cyrillic whose alphabet lacks the fewest letters of the text. */
export function languageOfCyrillic(text: string): string {
  const counts = new Map<string, number>();
  for (const letter of text.toLowerCase())
    if (TELLING.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const count = (letters: Iterable<string>): number =>
    [...letters].reduce((sum, letter) => sum + (counts.get(letter) ?? 0), 0);
  const total = count(counts.keys());
  const ranked = Object.entries(CYRILLIC).map(([code, alphabet]) => ({
    code,
    foreign: total - count(alphabet),
    own: count(MARKS[code] ?? ''),
  }));
  // Every language but Russian has to show a letter of its own.
  const fitting = ranked.filter((one) => one.code === 'ru' || one.own > 0);
  fitting.sort((a, b) => a.foreign - b.foreign || b.own - a.own);
  return fitting[0]?.code ?? 'ru';
}

/** Of two languages that share their common words: what each has and the other has not. */
const PAIRS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  da: {
    da: 'af ud nogle hvad mellem efter blev nu uden også mod siger',
    nb: 'av ut noen hva mellom etter ble nå uten også mot sier',
  },
  sr: {
    sr: 'gde pre posle takođe vreme uvek ovde hiljada tokom šta ko dve videti',
    hr: 'gdje prije poslije također vrijeme uvijek ovdje tisuća tijekom što tko dvije vidjeti',
    bs: 'gdje prije poslije također vrijeme uvijek ovdje hiljada tokom šta ko dvije vidjeti',
  },
};

/** The language of the pair of `code` that the text fits best; `code` itself where none tells. */
export function languageOfPair(code: string, words: ReadonlyMap<string, number>): string {
  let best = { language: code, hits: 0 };
  for (const [language, marks] of Object.entries(PAIRS[code] ?? {})) {
    const hits = marks.split(' ').reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
    if (hits > best.hits) best = { language, hits };
  }
  return best.language;
}
