/** Names as runs of capitalised words, told from the titles before them. */
import { BODY_NOUNS, HONORIFICS, PLACE_NOUNS, ROLE_NOUNS } from './lexicon.ts';
import { CALENDAR } from './phrases.ts';
import type { Token } from './tokens.ts';

/** A run of capitalised words: token range of the name proper, and what stands before it. */
export interface NameRun {
  from: number;
  to: number;
  /** First token of the titles before the name; equal to `from` without any. */
  titleFrom: number;
}

const PARTICLES = new Set(
  'de da di del della der den van von al el bin ibn ben la le du dos das ter bint abu y e'.split(
    ' ',
  ),
);
export const NOT_NAMES = new Set(
  'the a an in on at but and or he she it they we i you his her their our its this that these those when if as while after before since for from with by to of not no yes there here what who why how where one two three four five six seven eight nine ten some many most more all both each every then now so yet however meanwhile also asked according still even just only such other another earlier later last next first second third'.split(
    ' ',
  ),
);

export const NATIONS =
  /^(?:unidentified|unnamed|american|british|russian|ukrainian|korean|chinese|french|german|italian|spanish|iranian|iraqi|syrian|turkish|israeli|palestinian|indian|japanese|mexican|canadian|australian|democratic|republican|south|north|former|acting|senior|deputy|vice|prime|foreign|defense|defence|interior|finance|health|attorney|secretary)$/;

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !/^[“"'‘]/.test(token.text);
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isCapitalised(token) || NOT_NAMES.has(token.lower) || CALENDAR.has(token.lower))
    return false;
  return !/^(?:DET|ADP|PRON|CCONJ|SCONJ|PART)$/.test(token.pos) || HONORIFICS.has(token.lower);
}

/** The run of capitalised words that begins at `at`, titles told from the name; null if none. */
export function readRun(tokens: readonly Token[], at: number, limit: number): NameRun | null {
  if (!startsName(tokens, at)) return null;
  let to = at + 1;
  while (to < limit) {
    const token = tokens[to];
    if (!token || token.paragraph !== tokens[at]?.paragraph) break;
    const isWord = isCapitalised(token) && !CALENDAR.has(token.lower) && token.text !== 'I';
    const isParticle = PARTICLES.has(token.lower) && isCapitalised(tokens[to + 1]) && to > at;
    if (!isWord && !isParticle) break;
    to += 1;
  }
  let from = at;
  for (let index = at; index < to - 1; index += 1) {
    const word = tokens[index]?.lower ?? '';
    if (HONORIFICS.has(word) || ROLE_NOUNS.has(word) || NATIONS.test(word)) from = index + 1;
  }
  // "SSP Ann Lee": a rank in capitals before a name.
  if (
    from === at &&
    to - at >= 3 &&
    /^\p{Lu}{2,4}$/u.test(tokens[at]?.text ?? '') &&
    /\p{Ll}/u.test(tokens[at + 1]?.text ?? '')
  )
    from = at + 1;
  const last = tokens[to - 1];
  if (from === to - 1 && last && ROLE_NOUNS.has(last.lower) && !HONORIFICS.has(last.lower))
    return null;
  return { from, to, titleFrom: at };
}

export function nameText(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}

export function isBodyName(tokens: readonly Token[], run: NameRun): boolean {
  for (let at = run.from; at < run.to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (BODY_NOUNS.has(word) || PLACE_NOUNS.has(word)) return true;
  }
  return false;
}
