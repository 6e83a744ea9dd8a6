/**
 * Sentences of the text as reported speech needs them: a quotation inside a sentence is one block,
 * so that `"It rains. It pours," she said.` is one sentence. Ranges are token indices.
 */
import { isEndOfSpeech, skipAdjuncts } from './content.ts';
import { CALENDAR } from './phrases.ts';
import type { Quotation } from './quotation.ts';
import type { Token } from './tokens.ts';
import { findCue } from './verbs.ts';

export interface Sentence {
  /** Token indices, end exclusive. */
  from: number;
  to: number;
  paragraph: number;
}

/** Marks each token with the outermost quotation that it stands in. */
export function markQuotes(tokens: Token[], quotations: readonly Quotation[]): void {
  let at = 0;
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < quotation.start) at += 1;
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token || token.start >= quotation.end) break;
      token.quote = index;
    }
  });
}

/** Longest sentence in tokens: a text without any full stop must stay linear to read. */
const SENTENCE_MAX = 600;

const TERMINAL = /^(?:[.?!…。！？]|\.{2,})$/;

/** A cue close after token `at`, so that `"Who?" she asked.` is not cut; -1 if there is none. */
function followingCue(tokens: readonly Token[], at: number): number {
  for (let index = at; index < at + 9; index += 1) {
    const token = tokens[index];
    if (!token || token.quote >= 0) return -1;
    if (/^[.;:?!]$/.test(token.text)) return -1;
    const cue = findCue(token.lower);
    if (cue && cue.form !== 'ing' && /[cqstnk]/.test(cue.frame) && token.pos !== 'NOUN')
      return index > at || token.text === token.lower ? index : -1;
  }
  return -1;
}

/** `"It leaks." Lund added that …`: behind a full stop, a cue with a content of its own opens a sentence. */
function reportsOn(tokens: readonly Token[], cue: number): boolean {
  const at = skipAdjuncts(tokens, cue + 1, tokens.length, true);
  const sign = tokens[at];
  return !isEndOfSpeech(sign) || (sign?.text === ',' && (tokens[at + 1]?.quote ?? -1) >= 0);
}

/** Cuts the tokens of each paragraph into sentences. */
export function listSentences(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (!token) break;
    if (
      !next ||
      next.paragraph !== token.paragraph ||
      index - from >= SENTENCE_MAX ||
      endsDateline(tokens, from, index) ||
      endsSentence(tokens, index, quotations)
    ) {
      sentences.push({ from, to: index + 1, paragraph: token.paragraph });
      from = index + 1;
    }
  }
  return sentences;
}

/** Longest dateline in tokens: "PORT LUND, Skåne, Oct. 29 (Lund Wire) —". */
const DATELINE_MAX = 14;

/** The dash behind "LUND, Oct. 29 (Wire)", with which a paragraph opens; its sentence comes after it. */
function endsDateline(tokens: readonly Token[], from: number, index: number): boolean {
  const first = tokens[from];
  const next = tokens[index + 1];
  if (
    !/^(?:[—–-]|--)$/.test(tokens[index]?.text ?? '') ||
    index === from ||
    index - from > DATELINE_MAX
  )
    return false;
  if (!first || first.quote >= 0 || tokens[from - 1]?.paragraph === first.paragraph) return false;
  if (!/^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(first.text) && !CALENDAR.has(first.lower)) return false;
  const plain = tokens.slice(from, index).every(({ text }) => /^[\p{Lu}\p{N}(),.]/u.test(text));
  return plain && /^[\p{Lu}\p{N}“"‘]/u.test(next?.text ?? '');
}

function endsSentence(
  tokens: readonly Token[],
  index: number,
  quotations: readonly Quotation[],
): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token || !next) return true;
  const starts =
    /^[\p{Lu}\p{N}"“‘„«([—–'$€£•*]/u.test(next.text) || next.text === "''" || next.text === '``';
  if (token.quote >= 0) {
    // Inside a quotation nothing ends; at its closing mark a full stop before the mark does.
    if (next.quote === token.quote || !starts) return false;
    const inner = tokens[index - 1];
    if (!quotations[token.quote]?.closed || !inner || !TERMINAL.test(inner.text)) return false;
    if (/^[("“‘]/.test(next.text)) return true;
    const cue = followingCue(tokens, index + 1);
    return (
      cue < 0 ||
      (inner.text === '.' && next.quote < 0 && (next.pos !== 'PROPN' || reportsOn(tokens, cue)))
    );
  }
  if (/^[)\]]$/.test(token.text))
    return (
      starts && TERMINAL.test(tokens[index - 1]?.text ?? '') && tokens[index - 1]?.quote === -1
    );
  if (!TERMINAL.test(token.text)) return isAbbreviatedEnd(token, next);
  if (/^[)\]”’]$/.test(next.text) || tokens[index - 1]?.text === '(') return false;
  return starts || token.text !== '…';
}

/** "the U.S. He": an abbreviation ends the sentence where a usual opener follows. */
function isAbbreviatedEnd(token: Token, next: Token): boolean {
  if (!/^(?:[A-Za-z]\.){2,}$|^(?:Inc|Corp|Co|Ltd|etc|Jr|Sr) ?\.$/.test(token.text)) return false;
  return /^(?:The|He|She|It|They|We|But|And|In|On|A|An|This|That|These|Those|However|If|When|While|As|At|For|Mr\.|Mrs\.|Ms\.|His|Her|Their|There|Some|“|")$/.test(
    next.text,
  );
}
