/**
 * Where words and numbers begin and end. Offsets are UTF-16 units, ranges end exclusive;
 * "'" stands for every quotation mark, as in folded text.
 */
const DIGIT = /\p{Nd}/u;

/** Letters of scripts that set spaces between words and don't join particles to them. */
const LETTER =
  /(?=[\p{L}\p{M}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Inherited}]/u;

const before = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
};
const after = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';

/** Whether the place `at` is inside a number: "17|,000", "1|7", "7,|000". */
export function cutsNumber(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const left = before(text, at);
  const right = after(text, at);
  const leftIsDigit = DIGIT.test(left);
  if (DIGIT.test(right)) {
    return leftIsDigit || (isPoint(left) && DIGIT.test(before(text, at - left.length)));
  }
  return leftIsDigit && isPoint(right) && DIGIT.test(after(text, at + right.length));
}

const isPoint = (character: string): boolean => /^[.,']$/.test(character);

/** Whether the place `at` is inside a word of letters: "no|body". */
export function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  return LETTER.test(before(text, at)) && LETTER.test(after(text, at));
}

const WIDEN_MAX = 32;

/** The range, widened to whole words and numbers (by at most 32 units) and without spaces around. */
export function widenToWords(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const cuts = (at: number): boolean => cutsWord(text, at) || cutsNumber(text, at);
  let from = start;
  let to = end;
  while (from > start - WIDEN_MAX && cuts(from)) from -= before(text, from).length;
  while (to < end + WIDEN_MAX && cuts(to)) to += after(text, to).length;
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return { start: from, end: to };
}
