/** Text in a drawing: how wide it is, and where it breaks. */

/** Widths of Helvetica's printable ASCII characters in thousandths of an em (Adobe's metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Those of Helvetica Bold. */
const BOLD_WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
  611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
  278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const FIRST = 0x20;
const OTHER_EM = 0.6;
const CAPITAL_EM = 0.75;
const BROAD_EM = 0.88;
const WIDE_EM = 1;
/** From here on letters are about as wide as high: Burmese, Hangul, Khmer, ideographs. */
const FIRST_WIDE = 0x1000;
const ABOVE_OTHERS = /\p{Mn}/u;
/** Letters and signs below those that are as wide as high, or nearly so. */
const WIDE = /[…—―‰™←-⇿ÆŒæœЖМФШЩЫЮЉЊ]/;
const BROAD = /[жмфшщыюљњ¼-¾]/;
const CAPITAL = /\p{Lu}/u;
const FONTS_SHARE = 1.02;

/** About how wide a line is, in pixels: fonts differ, so it errs on the wide side. */
export function textWidth(line: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of line) ems += widthOf(character, bold);
  return ems * size * FONTS_SHARE;
}

/** In ems. General punctuation is narrow, marks on letters are nothing. */
function widthOf(character: string, bold: boolean): number {
  const known = asciiWidth(character, bold);
  if (known !== undefined) return known;
  if (ABOVE_OTHERS.test(character)) return 0;
  if (WIDE.test(character)) return WIDE_EM;
  if (BROAD.test(character)) return BROAD_EM;
  const code = character.codePointAt(0) ?? 0;
  const isNarrow = code < FIRST_WIDE || (code >= 0x1e00 && code <= 0x22ff);
  if (!isNarrow) return WIDE_EM;
  return CAPITAL.test(character) ? CAPITAL_EM : OTHER_EM;
}

/** Of an ASCII character; a letter is as wide with marks as without. */
function asciiWidth(character: string, bold: boolean): number | undefined {
  const code = character.normalize('NFD').codePointAt(0) ?? 0;
  const width = (bold ? BOLD_WIDTHS : WIDTHS)[code - FIRST];
  return width === undefined ? undefined : width / 1_000;
}

const IDEOGRAPH = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]';
/** What stays in one line (after UAX #14): a word, or an ideograph with the signs around it. */
const PIECE = new RegExp(
  `\\s*(?:[\\p{Ps}\\p{Pi}]*${IDEOGRAPH}[\\p{M}\\p{Pe}\\p{Pf}\\p{Po}ー]*|(?:(?!${IDEOGRAPH})\\S)+)`,
  'gu',
);

/** Scripts without spaces between words: a dictionary tells these apart. */
const UNSPACED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORDS = new Intl.Segmenter('th', { granularity: 'word' });
/** What no line begins with: signs that close, and those that repeat or shorten a word. */
const TRAILING = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}\p{M}]/u;

function piecesOf(value: string): string[] {
  return [...value.matchAll(PIECE)].flatMap(([piece]) =>
    UNSPACED.test(piece) ? wordsIn(piece) : [piece],
  );
}

/** The words of a piece with the signs around them; white space before it stays before the first. */
function wordsIn(piece: string): string[] {
  const words: string[] = [];
  let opening = '';
  for (const { segment, isWordLike } of WORDS.segment(piece)) {
    const last = words.length - 1;
    if (last >= 0 && opening === '' && TRAILING.test(segment)) words[last] += segment;
    else if (isWordLike) {
      words.push(opening + segment);
      opening = '';
    } else opening += segment;
  }
  if (opening !== '') words.push((words.pop() ?? '') + opening);
  return words;
}

/** A word that no line holds, in parts. */
function broken(piece: string, fits: (text: string) => boolean): string[] {
  if (fits(piece)) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of charactersOf(piece)) {
    if (part.trim() !== '' && !fits(part + character)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As readers count them: with their marks, and emoji of several as one. */
function charactersOf(text: string): string[] {
  return Array.from(CHARACTERS.segment(text), ({ segment }) => segment);
}

/** Breaks text into lines of a width; what exceeds `linesMax` ends in an ellipsis. */
export function wrap(
  value: string,
  width: number,
  size: number,
  linesMax: number,
  bold = false,
): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string) => textWidth(text, size, bold) <= width;
  for (const piece of piecesOf(value).flatMap((one) => broken(one, fits))) {
    const word = piece.trimStart();
    const longer = line === '' ? word : `${line}${word === piece ? '' : ' '}${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, Math.max(1, linesMax));
  if (lines.length > kept.length) kept[kept.length - 1] += '…';
  return kept.map((text) => cut(text, width, size, bold));
}

/** A line that fits, with an ellipsis where something is missing. */
export function cut(line: string, width: number, size: number, bold = false): string {
  if (textWidth(line, size, bold) <= width) return line;
  const characters = charactersOf(line);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const shorter = `${characters.slice(0, middle).join('')}…`;
    if (textWidth(shorter, size, bold) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}
