/** Where a query's words stand in a text. Pure functions. */
import type { WordsNode } from './query.ts';
import { type Token, tokensOf } from './tokens.ts';

/** UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Signs beyond ASCII that part words as ASCII's do, as most texts hold them. */
const TYPOGRAPHIC = '‘’“”–—…';
/** What folding may make any letter or digit of; other words stand in a text as they are. */
const FOLDED = `[^\\x00-\\x7F${TYPOGRAPHIC}]`;
const HAS_FOLDED = new RegExp(FOLDED);

/** Whether a text's words are those of ASCII, and all of its characters one UTF-16 unit. */
export function isPlain(text: string): boolean {
  return !HAS_FOLDED.test(text);
}

/** What is looked for in some texts. */
export interface Look {
  wanted: readonly WordsNode[];
  /**
   * Whether all of the texts are known to be plain. To find that out takes longer than to look
   * for a word once.
   */
  arePlain: boolean;
}

/**
 * The places in a text where one of the words stands, in order and without overlap; only
 * those that begin within `reach` units behind the beginning of the first.
 *
 * Cutting a long text into words costs more than reading it, so that only those pieces are
 * cut in which a match may begin, and none where it is plain that one does.
 */
export function findMatches(
  text: string,
  { wanted, arePlain }: Look,
  reach = Number.POSITIVE_INFINITY,
): Span[] {
  const { plain, any, longest } = searchFor(wanted);
  const candidates = arePlain ? plain : any;
  const spans: Span[] = [];
  let within = text;
  for (let at = 0; ; ) {
    candidates.lastIndex = at;
    const candidate = candidates.exec(within);
    if (candidate === null) return spans;
    const start = candidate.index;
    const end = start + candidate[0].length;
    if (longest === 1 && isPlainWord(within, start, end)) {
      if (start > (spans[0]?.start ?? start) + reach) return spans;
      addSpan(spans, { start, end });
      at = end;
    } else {
      const piece = pieceAround(within, start, at);
      if (!addMatches(spans, within, piece, wanted, reach)) return spans;
      at = piece.end;
    }
    const [first] = spans;
    // A phrase may go on behind the reach; a word ends with its piece.
    if (longest === 1 && first !== undefined && within === text)
      within = text.slice(0, endOfPiece(text, first.start + reach));
  }
}

/** Adds the matches that begin in a piece of a text. @returns false beyond the reach */
function addMatches(
  spans: Span[],
  text: string,
  piece: Span,
  wanted: readonly WordsNode[],
  reach: number,
): boolean {
  const { longest } = searchFor(wanted);
  const recent: Token[] = [];
  // The words of a phrase may stand behind the piece in which it begins.
  const behind = longest === 1 ? text.slice(piece.start, piece.end) : text.slice(piece.start);
  for (const { word, ...token } of tokensOf(behind)) {
    const start = token.start + piece.start;
    const end = token.end + piece.start;
    if (recent.length === longest) recent.shift();
    if ((recent[0]?.start ?? start) >= piece.end) return true;
    recent.push({ word, start, end });
    const [first] = spans;
    if (first !== undefined && start > first.start + reach) return false;
    for (const words of wanted) {
      const begin = startOfMatch(recent, words);
      if (begin !== null && begin < piece.end) addSpan(spans, { start: begin, end });
    }
  }
  return true;
}

interface Search {
  /** Finds every piece of a plain text in which one of the words may begin, and others. */
  plain: RegExp;
  /** As `plain`, of any text. */
  any: RegExp;
  /** How many words the longest phrase has. */
  longest: number;
}

/** The searches of queries, each of which looks through many texts. */
const searches = new WeakMap<readonly WordsNode[], Search>();

function searchFor(wanted: readonly WordsNode[]): Search {
  const known = searches.get(wanted);
  if (known !== undefined) return known;
  const longest = Math.max(...wanted.map(({ words }) => words.length));
  const beginnings = [...new Set(wanted.flatMap(beginningsOf))];
  const search = {
    plain: new RegExp(beginnings.join('|') || NOTHING, 'gi'),
    any: new RegExp([...beginnings, FOLDED].join('|'), 'gi'),
    longest,
  };
  searches.set(wanted, search);
  return search;
}

const NOTHING = '(?!)';

/** What plain words must hold at their beginning, be it a capital or not. */
function beginningsOf({ words: [first = ''] }: WordsNode): string[] {
  if (/[0-9]/.test(first)) return ['[0-9]'];
  return /^[a-z]+$/.test(first) ? [first] : [];
}

const LETTER = /[A-Za-z]/;
/** Parts words, whatever else stands around it. */
const EDGE = new RegExp(`[\\x00-/:-@[-\`{-\\x7F${TYPOGRAPHIC}]`);

/** Whether a candidate of letters is a whole word as it stands, and so a match. */
function isPlainWord(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || EDGE.test(text.charAt(start - 1))) &&
    (end === text.length || EDGE.test(text.charAt(end))) &&
    LETTER.test(text.charAt(start))
  );
}

/** What stands between white space around a place; no word of a text holds any (tokens.ts). */
function pieceAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && !isSpace(text, start - 1)) start -= 1;
  return { start, end: endOfPiece(text, at) };
}

function endOfPiece(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !isSpace(text, end)) end += 1;
  return end;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a;
}

/** Where the match begins whose last word is the newest token; null if there is none. */
function startOfMatch(recent: readonly Token[], { words, prefix }: WordsNode): number | null {
  const from = recent.length - words.length;
  if (from < 0) return null;
  const matches = words.every((word, index) => {
    const found = recent[from + index]?.word ?? '';
    return prefix && index === words.length - 1 ? found.startsWith(word) : found === word;
  });
  return matches ? (recent[from]?.start ?? null) : null;
}

function addSpan(spans: Span[], span: Span): void {
  const merged = { ...span };
  for (
    let last = spans.at(-1);
    last !== undefined && last.end > merged.start;
    last = spans.at(-1)
  ) {
    merged.start = Math.min(merged.start, last.start);
    merged.end = Math.max(merged.end, last.end);
    spans.pop();
  }
  spans.push(merged);
}
