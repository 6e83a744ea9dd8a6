/**
 * Unicode code points over a JavaScript string, whose own offsets are UTF-16 units.
 *
 * Offsets on the API are code points, as the W3C Web Annotation model counts them
 * (§4.2.4, Text Position Selector); a table is only built when the text has any
 * character outside the Basic Multilingual Plane, because otherwise both counts agree.
 */
export interface CodePoints {
  readonly text: string;
  /** Number of code points. */
  readonly length: number;
  /** UTF-16 offset of a code point offset; clamped to the text. */
  toUtf16(offset: number): number;
  /** Code point offset of a UTF-16 offset; clamped to the text. */
  fromUtf16(offset: number): number;
  /** The characters of a code point range, as `[...text].slice(start, end).join('')`. */
  slice(start: number, end: number): string;
}

const ASTRAL = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/**
 * Indexes a text once, in one pass; lookups are O(1) or O(log n).
 *
 * @param mayHaveAstral whether a character may be outside the Basic Multilingual Plane
 */
export function indexCodePoints(text: string, mayHaveAstral = true): CodePoints {
  const offsets = mayHaveAstral && ASTRAL.test(text) ? utf16Offsets(text) : null;
  const length = offsets ? offsets.length - 1 : text.length;
  const toUtf16 = (offset: number): number => {
    const at = Math.min(Math.max(0, offset), length);
    return offsets ? (offsets[at] ?? text.length) : at;
  };
  const fromUtf16 = (offset: number): number => {
    const at = Math.min(Math.max(0, offset), text.length);
    return offsets ? lastAtOrBelow(offsets, at) : at;
  };
  return {
    text,
    length,
    toUtf16,
    fromUtf16,
    slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)),
  };
}

/** Index of the last entry of an ascending list that is ≤ value; 0 where there is none. */
export function lastAtOrBelow(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The UTF-16 offset at which each code point begins, and the text's length at the end. */
function utf16Offsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    offsets[count] = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;
  return offsets.slice(0, count + 1);
}
