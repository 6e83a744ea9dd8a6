/** What the words of a noun phrase may be: links, determiners, modifiers, participles. */
import type { Token } from './tokens.ts';
import { findCue } from './verbs.ts';

export const QUANTIFIERS = new Set(
  'one some many most all several few both half none each any third quarter fifth two-thirds three-quarters'.split(
    ' ',
  ),
);
export const LINKS = new Set(
  'of for in at from with on to against behind near within under by about around across inside outside among between like'.split(
    ' ',
  ),
);
export const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your no any some every each another both all several many most few such neither either'.split(
    ' ',
  ),
);

/** A noun or "those", before "around him". */
export function isHead(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:NOUN|PROPN)$/.test(token.pos) ||
      token.lower === 'those' ||
      QUANTIFIERS.has(token.lower) ||
      token.pos === 'NUM')
  );
}

export function isModifier(token: Token): boolean {
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) return true;
  // "would-be", "right-wing".
  if (token.text.includes('-') && /^\p{L}+-\p{L}+$/u.test(token.text)) return true;
  if (
    token.lower === "'s" ||
    token.lower === "'" ||
    token.text === '&' ||
    token.text === '/' ||
    token.text === '%' ||
    token.text === '$'
  )
    return true;
  return (
    /^\p{Lu}[\p{L}.]/u.test(token.text) &&
    !/^(?:ADP|SCONJ|CCONJ|ADV|PRON|AUX|VERB)$/.test(token.pos)
  );
}

/** "officials briefed on the plan", "people familiar with it": what may stand behind a noun. */
export function isParticiple(token: Token): boolean {
  return /^(?:involved|led|posted|briefed|familiar|based|close|published|conducted|released|written|loyal|aligned|affiliated|opposed|allied|backed|supported|signed|commissioned|obtained|reviewed|seen|filed|present|interviewed|surveyed|polled|gathered|critical|knowledgeable|responsible|known|working|running|living|speaking|attending|participating|wearing|representing)$/.test(
    token.lower,
  );
}

/** A capitalised word before a name that the tagger took for a verb: "Hope Hicks". */
export function isNameWord(tokens: readonly Token[], at: number, floor: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (
    !token ||
    !next ||
    !/^\p{Lu}\p{Ll}+$/u.test(token.text) ||
    !/^\p{Lu}\p{Ll}/u.test(next.text) ||
    !/^(?:VERB|AUX|INTJ|ADV|X)$/.test(token.pos)
  )
    return false;
  // "Ted Berg says": the first word, unless it is a report itself ("Says Ted Berg").
  if (!before || at === floor)
    return token.pos === 'VERB' && next.pos === 'PROPN' && !findCue(token.lower);
  return /^(?:NOUN|PROPN|ADJ)$/.test(before.pos) || /^[,.]$|\.$/.test(before.text);
}

/** "registered voters", "leaked emails": a participle that stands before its noun. */
export function isPremodifier(tokens: readonly Token[], at: number, floor: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.pos !== 'VERB' || !/(?:ed|ing)$/.test(token.lower)) return false;
  if (before && at > floor && /^(?:DET|ADJ)$/.test(before.pos)) return true;
  if (findCue(token.lower)) return false;
  if (!before || at === floor || (at - 1 === floor && before.pos === 'CCONJ')) return true;
  if (before.pos === 'NUM' || /^(?:of|while|when|newly|recently)$/.test(before.lower)) return true;
  return (
    /^(?:after|before|as|because|that|if|though)$/.test(before.lower) && /ed$/.test(token.lower)
  );
}

/** First token of a source that a pronoun heads: "no one", "two others", "almost everyone". */
export function pronounStart(tokens: readonly Token[], head: number, floor: number): number {
  const word = tokens[head]?.lower ?? '';
  const before = head > floor ? tokens[head - 1] : undefined;
  const group =
    head - 2 >= floor && before?.lower === 'of' && QUANTIFIERS.has(tokens[head - 2]?.lower ?? '');
  if (group) return head - 2;
  const joined =
    (word === 'one' && before?.lower === 'no') ||
    (word === 'others' && (before?.pos === 'NUM' || QUANTIFIERS.has(before?.lower ?? ''))) ||
    (word === 'everyone' && /^(?:almost|nearly|virtually|not)$/.test(before?.lower ?? ''));
  return joined ? head - 1 : head;
}

/** Takes in "nearly", "at least", "six in" before a number. */
export function quantifiedStart(tokens: readonly Token[], start: number, floor: number): number {
  let from = start;
  const ratio = /^(?:in|of)$/.test(tokens[from - 1]?.lower ?? '') && tokens[from]?.pos === 'NUM';
  const whole = tokens[from - 2]?.lower === 'out' ? from - 3 : from - 2;
  if (ratio && tokens[whole]?.pos === 'NUM' && whole >= floor) from = whole;
  if (!/^(?:NUM|DET)$/.test(tokens[from]?.pos ?? '') && !QUANTIFIERS.has(tokens[from]?.lower ?? ''))
    return from;
  const before = tokens[from - 1]?.lower ?? '';
  if (
    from - 1 >= floor &&
    /^(?:nearly|about|almost|roughly|virtually|just|only|around)$/.test(before)
  )
    return from - 1;
  const pair = `${tokens[from - 2]?.lower} ${before}`;
  return from - 2 >= floor && /^(?:at least|more than|fewer than|less than)$/.test(pair)
    ? from - 2
    : from;
}

/** "week", "night", "summer": what "last" or "this" stands before. */
export function isTimeNoun(token: Token | undefined): boolean {
  return /^(?:week|weekend|month|year|day|night|morning|afternoon|evening|spring|summer|fall|autumn|winter|season|quarter|time|moment|decade)s?$/.test(
    token?.lower ?? '',
  );
}
