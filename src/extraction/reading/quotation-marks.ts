/** Quotation marks of all kinds, and whether each may open or close by what stands beside it. */

export interface Mark {
  at: number;
  length: number;
  kind: 'double' | 'single';
  opens: boolean;
  closes: boolean;
  /** A straight mark between two spaces, as texts that were split into words print it. */
  spaced?: boolean;
}

const MARKS = /[“”„‟«»"＂「」『』]|''|``|,,(?=\p{L})|[‘’‚‛‹›'`]/gu;
const BEFORE_OPENING = /[\s([{—–\-/“‘„«"'>:…*_]/;
const ELISION = /^(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n|cos|cuz|ere)\b)/i;

/** The marks between two places of the text; apostrophes are left out. */
export function readMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const body = text.slice(from, to);
  for (const match of body.matchAll(MARKS)) {
    const at = from + match.index;
    const mark = toMark(text, at, match[0], from, to);
    if (mark) marks.push(mark);
  }
  return marks;
}

function toMark(text: string, at: number, sign: string, from: number, to: number): Mark | null {
  const previous = at > from ? (text[at - 1] ?? ' ') : ' ';
  const next = at + sign.length < to ? (text[at + sign.length] ?? ' ') : ' ';
  const opening = BEFORE_OPENING.test(previous) && !/\s/.test(next);
  const base = { at, length: sign.length };
  if (/^[‘’‚‛‹›'`]$/.test(sign)) {
    if (/[\p{L}\p{N}]/u.test(previous) && /[\p{L}\p{N}]/u.test(next)) return null;
    const elided = sign !== '‘' && ELISION.test(text.slice(at + 1, at + 8));
    const opens = opening && sign !== '›' && !elided && (sign !== '’' || /[\p{Lu}]/u.test(next));
    const closes =
      sign !== '‘' && sign !== '‹' && !/\s/.test(previous) && !/[\p{L}\p{N}]/u.test(next);
    return opens || closes ? { ...base, kind: 'single', opens, closes } : null;
  }
  if (sign === '“') {
    // „German“ marks close with the sign that opens in English.
    // Texts that were split into words print a space on both sides of the mark.
    return {
      ...base,
      kind: 'double',
      opens: opening || !/\s/.test(next) || /\s/.test(previous),
      closes: !opening,
    };
  }
  if (
    sign === '„' ||
    sign === '``' ||
    sign === '„' ||
    sign === ',,' ||
    sign === '‟' ||
    sign === '「' ||
    sign === '『'
  ) {
    return { ...base, kind: 'double', opens: true, closes: false };
  }
  if (sign === '”' || sign === '」' || sign === '』') {
    return { ...base, kind: 'double', opens: opening && sign === '”', closes: true };
  }
  if (sign === '«') return { ...base, kind: 'double', opens: true, closes: false };
  if (sign === '»') return { ...base, kind: 'double', opens: false, closes: true };
  // Between two spaces only what is open already tells whether it opens or closes.
  const spaced = /\s/.test(previous) && /\s/.test(next);
  return {
    ...base,
    kind: 'double',
    opens: opening || spaced || (!/\s/.test(next) && !/[\p{L}\p{N}]/u.test(previous)),
    closes: true,
    spaced,
  };
}

/** True for a mark that can't close: “, or a straight one between a space and a word. */
export function isOpening(text: string, mark: Mark): boolean {
  if (!mark.opens || mark.spaced) return false;
  return !mark.closes || /\s/.test(text[mark.at - 1] ?? ' ');
}
