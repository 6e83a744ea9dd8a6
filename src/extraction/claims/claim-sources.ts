/** Who vouches for a figure: the source of its report, who is cited, or who counts. */

import { verbSubject } from '../quantities/frame-verbs.ts';
import { type RawQuantity, tokenAt } from '../quantities/quantity.ts';
import { findSubject } from '../reading/clauses.ts';
import type { Document } from '../reading/document.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { ClaimSource, SourcedSpan } from './claim.ts';

export type Resolve = (mention: Phrase) => ClaimSource | null;

const COUNTING =
  /^(?:counts?|counted|records?|recorded|lists?|listed|shows?|showed|speaks?|spoke|spoken|gave|gives|puts?|verified|documented|registered|tallied|projects?|projected|expects?|forecast|forecasts|predicts?|estimates?|estimated|reports?|reported|arrived|asks?|asked|asking|seeks?|sees|found|finds|logged|measured|calculated|calculates|admits?|admitted|claims?|claimed|says?|said)$/;

/** Verbs of saying: their content is read by the reports, so they count only right beside a figure. */
const SPEAKING = /^(?:says?|said|claims?|claimed)$/;

/**
 * The source of a figure. In a turn it is who speaks, unless the turn attributes it further; a body
 * or document that is cited for it comes before the one who cites it.
 */
export function sourceOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  span: SourcedSpan | null,
  spans: readonly SourcedSpan[],
  resolve: Resolve,
): ClaimSource | null {
  const cited = citedSource(document, quantity, sentence, resolve);
  if (cited) return cited;
  if (span && !span.turn) return span.source;
  const counter = counterOf(document, quantity, sentence, resolve);
  if (counter) return counter;
  return span ? span.source : besideReport(document, quantity, sentence, spans);
}

/** "The agency counts 47,000": the subject of a verb of counting vouches for the figure. */
function counterOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  resolve: Resolve,
): ClaimSource | null {
  const { tokens } = document;
  for (let at = quantity.from - 1; at >= Math.max(sentence.from, quantity.from - 16); at -= 1) {
    const token = tokens[at];
    if (!token || /^[;:]$/.test(token.text)) return null;
    if (!COUNTING.test(token.lower) || token.quote >= 0 || !isVerbHere(tokens, at)) continue;
    if (SPEAKING.test(token.lower) && !/^(?:to|that)$/.test(tokens[at + 1]?.lower ?? '')) continue;
    const subject = findSubject(tokens, at, sentence.from);
    if (!subject || subject.passive) return null;
    return resolve(issuerOf(tokens, overRelative(tokens, subject, sentence.from)));
  }
  return null;
}

/** A verb, or one of the forms that the tagger takes for a noun: "the register lists 400". */
function isVerbHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'VERB' || token?.pos === 'AUX') return true;
  if (
    token?.pos !== 'NOUN' ||
    !/^(?:lists|projects|counts|records|shows|estimates)$/.test(token.lower)
  )
    return false;
  return tokens[at + 1]?.pos === 'NUM' || /^(?:NOUN|PROPN|PUNCT)$/.test(tokens[at - 1]?.pos ?? '');
}

/** "the mission's own bulletin", "its register": a document speaks for the body that issued it. */
function issuerOf(tokens: readonly Token[], subject: Phrase): Phrase {
  const head = tokens[subject.to - 1]?.lower ?? '';
  if (
    !/^(?:bulletin|register|registry|report|count|tally|list|lists|records|website|statement|figures|data|survey|study)$/.test(
      head,
    )
  )
    return subject;
  for (let at = subject.from + 1; at < subject.to; at += 1)
    if (tokens[at]?.lower === "'s") return { from: subject.from, to: at };
  return subject;
}

/** "A scholar who spoke for the court put it at": the subject stands before the relative clause. */
function overRelative(tokens: readonly Token[], subject: Phrase, floor: number): Phrase {
  for (let at = subject.from - 1; at >= Math.max(floor, subject.from - 8); at -= 1) {
    const token = tokens[at];
    if (!token || token.text === ',') return subject;
    if (!/^(?:who|which|that)$/.test(token.lower)) continue;
    const outer = verbSubject(tokens, at + 1, floor)?.phrase;
    return outer && outer.to <= at ? outer : subject;
  }
  return subject;
}

/** Longest stretch, in tokens, between a figure and who is cited for it: sentences have no end. */
const REACH = 100;

/** Nouns of mere data: who cites them vouches for the figure himself. */
const DATA =
  /^(?:data|figures|statistics|traffic|records|reports?|images?|footage|lists?|documents?|estimates?|sources|prices|costs|fears|concerns|reasons|a|an)$/;

/** "citing the ministry's lists": the person or body that is cited in the figure's sentence. */
function citedSource(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  resolve: Resolve,
): ClaimSource | null {
  const { tokens } = document;
  for (let at = Math.max(sentence.from, quantity.from - REACH); at < quantity.from; at += 1) {
    if (!/^(?:citing|quoting)$/.test(tokens[at]?.lower ?? '')) continue;
    if (tokens[at - 1]?.text !== ',' || (tokens[at]?.quote ?? -1) !== -1) continue;
    const phrase = phraseStartingAt(tokens, at + 1, Math.min(sentence.to, at + 12));
    if (!phrase || quantity.from < phrase.to) continue;
    return ofCited(tokens, phrase, resolve);
  }
  for (let at = quantity.next; at < Math.min(sentence.to, quantity.next + REACH); at += 1) {
    if (!/^(?:citing|quoting)$/.test(tokens[at]?.lower ?? '') || tokens[at - 1]?.text !== ',')
      continue;
    const phrase = phraseStartingAt(tokens, at + 1, Math.min(sentence.to, at + 12));
    return phrase && ofCited(tokens, phrase, resolve);
  }
  return null;
}

function ofCited(tokens: readonly Token[], phrase: Phrase, resolve: Resolve): ClaimSource | null {
  for (let at = phrase.from; at < phrase.to; at += 1)
    if (tokens[at]?.lower === "'s") return resolve({ from: phrase.from, to: at });
  const head = tokens[phrase.to - 1]?.lower ?? '';
  if (DATA.test(head) || tokens[phrase.from]?.pos === 'ADJ') return null;
  if (/^(?:its|their|his|her)$/.test(tokens[phrase.from]?.lower ?? '')) return null;
  return resolve(phrase);
}

/**
 * A figure outside of what was read as content: before a cue that ends the sentence ("…, killing
 * 38 soldiers, the army said"), beside one between commas ("Of 90 booths, she said, 37 …"), or
 * right before its subject ("the 95 percent the agency says is needed").
 */
function besideReport(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  spans: readonly SourcedSpan[],
): ClaimSource | null {
  const { tokens } = document;
  const cues = new Set(spans.map((span) => span.cue));
  const first = spans[0];
  if (!first || cues.size !== 1 || first.cue === undefined) return null;
  const cue = tokenAt(tokens, first.cue);
  const subject = findSubject(tokens, cue, sentence.from);
  if (!subject) return null;
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  if (subject.from === end) return first.source;
  if (tokens[subject.from - 1]?.text !== ',') return null;
  if (subject.from > end) return first.source;
  const closed = tokens.slice(cue + 1, cue + 6).some((token) => token.text === ',');
  return closed && cue < quantity.from ? first.source : null;
}
