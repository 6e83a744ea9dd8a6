/**
 * Offsets inside the pipeline are UTF-16 indices, as JavaScript counts; at its boundary they are
 * Unicode code points. A text without surrogate pairs needs no table.
 */
export type ToCodePoint = (index: number) => number;

/** A function from UTF-16 indices of `text` to code point offsets; a lone surrogate counts as one. */
export function codePointIndex(text: string): ToCodePoint {
  const pairs: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      pairs.push(index);
      index += 1;
    }
  }
  if (pairs.length === 0) return (index) => index;
  return (index) => index - countBelow(pairs, index);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
