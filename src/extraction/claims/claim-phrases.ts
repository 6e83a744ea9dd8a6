/** Words of phrases as claims use them: without articles, with pronouns resolved. */

import { isEmptyPhrase } from '../quantities/frame-phrases.ts';
import { antecedentOf } from '../quantities/frame-verbs.ts';
import type { Document } from '../reading/document.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

/** Wording of a claim's subject: what is counted, and what is said of it. */
export interface Wording {
  noun: string | null;
  state: string | null;
}

const LEADING =
  /^(?:the|a|an|its|his|her|their|our|my|your|this|that|these|those|more|other|others|additional|further|all|another|some|about|both)$/;

const TOKENS_MAX = 9;

/** Words of a phrase without leading articles; at most `TOKENS_MAX` tokens. */
export function phraseWords(document: Document, phrase: Phrase): string | null {
  const { tokens, text } = document;
  let { from } = phrase;
  while (from < phrase.to && (LEADING.test(tokens[from]?.lower ?? '') || isSign(tokens[from])))
    from += 1;
  let to = Math.min(phrase.to, from + TOKENS_MAX);
  while (to > from && /^(?:ADP|DET|CCONJ|PUNCT)$/.test(tokens[to - 1]?.pos ?? '')) to -= 1;
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to
    ? text
        .slice(first.start, last.end)
        .replace(/\s+/g, ' ')
        .replace(/[“”‘"]/g, '')
    : null;
}

function isSign(token: Token | undefined): boolean {
  return token !== undefined && /^[“”‘’"'«»„,]$/.test(token.text);
}

export function join(...parts: (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' ') || null;
}

export function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) || /^(?:a|an|the)$/.test(token.lower))
  );
}

const HOLLOW =
  /^(?:(?:earlier|previous|new|likely|true|real|actual|final|official) )?(?:figure|number|total|average|rate|level|sum|amount|estimate|value|price|margin|record|maximum|minimum|share|part|proportion|range|forecast|toll)$/i;

export function isHollow(words: string): boolean {
  return HOLLOW.test(words);
}

export function named(document: Document, phrase: Phrase | null): string | null {
  if (!phrase) return null;
  if (!isEmptyPhrase(document.tokens, phrase)) return phraseWords(document, phrase);
  const before = document.sentences[sentenceAt(document, phrase.from) - 1];
  const antecedent = antecedentOf(document.tokens, phrase.from, before);
  return antecedent && phraseWords(document, antecedent);
}

function sentenceAt(document: Document, token: number): number {
  let low = 0;
  let high = document.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.sentences[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
