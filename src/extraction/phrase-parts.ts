/** What the words of a noun phrase may be: links, determiners, modifiers, participles. */
import type { Token } from './tokens.ts';

export const QUANTIFIERS = new Set(
  'one some many most all several few both half none each any'.split(' '),
);
export const LINKS = new Set(
  'of for in at from with on to against behind near within under by about around across inside outside among between like'.split(
    ' ',
  ),
);
export const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your no any some every each another both all several many most few such'.split(
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
export function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (
    !token ||
    !next ||
    !before ||
    !/^\p{Lu}\p{Ll}+$/u.test(token.text) ||
    !/^\p{Lu}\p{Ll}/u.test(next.text)
  )
    return false;
  return (
    /^(?:VERB|AUX|INTJ|ADV|X)$/.test(token.pos) &&
    (/^(?:NOUN|PROPN|ADJ)$/.test(before.pos) || /^[,.]$|\.$/.test(before.text))
  );
}

/** Takes in "nearly", "at least", "six in" before a number. */
export function quantifiedStart(tokens: readonly Token[], start: number, floor: number): number {
  let from = start;
  const ratio = tokens[from - 1]?.lower === 'in' && tokens[from - 2]?.pos === 'NUM';
  if (ratio && tokens[from]?.pos === 'NUM' && from - 2 >= floor) from -= 2;
  if (!/^(?:NUM|DET)$/.test(tokens[from]?.pos ?? '') && !QUANTIFIERS.has(tokens[from]?.lower ?? ''))
    return from;
  const before = tokens[from - 1]?.lower ?? '';
  if (
    from - 1 >= floor &&
    /^(?:nearly|about|almost|roughly|virtually|just|only|even|around)$/.test(before)
  )
    return from - 1;
  const pair = `${tokens[from - 2]?.lower} ${before}`;
  return from - 2 >= floor && /^(?:at least|more than|fewer than|less than)$/.test(pair)
    ? from - 2
    : from;
}
