/**
 * The character classes of text norm "v1" (projection.ts), as bodies of regular expressions.
 * All are single UTF-16 units, but for some of those that are ignored, join or have no spaces
 * between them: use these with the `u` flag. The others need none, without which V8 looks
 * through a text faster.
 */

/** White space: Unicode White_Space. Unlike `\s` it has NEL and lacks U+FEFF, which is dropped. */
export const SPACE =
  '\\t-\\r\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';

/** Dropped from the projection: soft hyphen, zero-width space, word joiner, byte order mark. */
export const SOFT = '\\xAD\\u200B\\u2060\\uFEFF';

/**
 * Kept in the text but ignored for matching: joiners (emoji need them), variation
 * selectors, bidirectional controls, combining grapheme joiner.
 */
export const IGNORED =
  '\\u034F\\u061C\\u180E\\u200C-\\u200F\\u202A-\\u202E\\u2061-\\u206F\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';

/** Variation selectors belong to the character before them. */
export const VARIATION = '\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';

/** Quotation marks, apostrophes and primes, single and double, straight, curly, low and angled. */
export const QUOTES =
  '\'"\\x60\\xAB\\xB4\\xBB\\u02BC\\u2018-\\u201F\\u2032\\u2033\\u2039\\u203A\\u275B-\\u275E\\u2E42\\u301D-\\u301F\\uFF02\\uFF07';

/** Hyphens that differ from U+002D only in where a line may break. */
export const HYPHENS = '\\u2010\\u2011';

/**
 * Scripts that put no spaces between words. The sign of a long vowel belongs to two of them:
 * データ.
 */
export const SPACELESS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FC\\uFF70\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';

/**
 * Characters that Unicode composition (UAX #15) may join to the one before them: all
 * marks, and the two scripts whose vowels and finals are letters (Hangul, Kirat Rai).
 */
const JOINING = '\\p{M}\\u1160-\\u11FF\\u{16D40}-\\u{16D7F}';

/** One unit that normalisation may change as a whole; a boundary before it is always safe. */
export const CLUSTER = new RegExp(`[\\s\\S][${JOINING}]*`, 'gu');
