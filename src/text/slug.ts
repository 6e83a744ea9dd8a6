import { distance } from 'fastest-levenshtein';

/** The form of every slug: lower-case letters a–z, digits and single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** As many characters a slug has at most. */
export const SLUG_MAX = 96;

export const isSlug = (value: string): boolean =>
  value.length <= SLUG_MAX && SLUG_PATTERN.test(value);

/** Letters that NFKD leaves as they are: strokes, ligatures, Greek (ISO 843), Cyrillic (simplified BGN). */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    'ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ħ:h ı:i ŋ:n ŧ:t ƀ:b ɨ:i ʉ:u ĸ:k ə:e ' +
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o ' +
    'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh ' +
    'щ:shch ъ: ы:y ь: э:e ю:yu я:ya є:ye і:i ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѕ:dz'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Letters whose mark changes the spelling: German umlauts, Cyrillic short i and yo, Ukrainian yi. */
const MARKED: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  й: 'y',
  ё: 'yo',
  ї: 'yi',
  ў: 'u',
};

/**
 * An ASCII slug of at most SLUG_MAX characters, cut at a word's end where there is one. Letters
 * of scripts without a table become their code points in hex; text without any letter or
 * digit becomes "item". The answer always matches SLUG_PATTERN.
 */
export function slugify(text: string): string {
  const ascii = text
    .slice(0, 1_000)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüйёїў]/g, (letter) => MARKED[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ]/gu, '')
    .replace(
      /[^\x20-\x7E]/gu,
      (letter) => LETTERS[letter] ?? (/[\p{L}\p{N}]/u.test(letter) ? hex(letter) : '-'),
    );
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return shorten(slug) || 'item';
}

const hex = (letter: string): string => `-${(letter.codePointAt(0) ?? 0).toString(16)}-`;

function shorten(slug: string): string {
  if (slug.length <= SLUG_MAX) return slug;
  const end = slug.lastIndexOf('-', SLUG_MAX);
  return slug.slice(0, end > 0 ? end : SLUG_MAX);
}

/**
 * The candidate that a mistyped word most likely meant, or null: at most a third of the
 * longer one's UTF-16 units may differ, and the first of equally near ones is taken.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word === '' || word.length > 256) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > limit) continue;
    const errors = mistakes(word.toLowerCase(), candidate.toLowerCase());
    if (errors > limit || errors >= least) continue;
    least = errors;
    best = candidate;
  }
  return best;
}

/** The edit distance, but two letters that changed places are one mistake, as with typing. */
function mistakes(word: string, candidate: string): number {
  const start = [...word].findIndex((letter, index) => letter !== candidate[index]);
  const isSwap =
    word.length === candidate.length &&
    word[start] === candidate[start + 1] &&
    word[start + 1] === candidate[start] &&
    word.slice(start + 2) === candidate.slice(start + 2);
  return start >= 0 && isSwap ? 1 : distance(word, candidate);
}
