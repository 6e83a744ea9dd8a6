/** Turns reports (token ranges) into quotes with character spans and their kind. */
import type { Document } from '../reading/document.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Report } from './reports.ts';
import { wholeCue } from './whole-cues.ts';
import { wholeMention } from './whole-mentions.ts';

export interface Finding {
  kind: 'direct' | 'mixed' | 'indirect';
  /** UTF-16 ranges. */
  spans: [number, number][];
  mention: [number, number] | null;
  /** The mention with what the sentence adds to it. */
  wholeMention: [number, number] | null;
  verb: [number, number] | null;
  /** The verb with its auxiliaries, adverbs and particle. */
  cue: [number, number] | null;
  report: Report;
}

function kindOf(document: Document, pieces: readonly Phrase[]): Finding['kind'] {
  let words = 0;
  let quoted = 0;
  for (const piece of pieces) {
    for (let at = piece.from; at < piece.to; at += 1) {
      const token = document.tokens[at];
      if (!token || !/[\p{L}\p{N}]/u.test(token.text)) continue;
      words += 1;
      if (token.quote >= 0) quoted += 1;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted === words ? 'direct' : 'mixed';
}

/** `"LUND: It leaks."`: a piece that begins behind a name inside the marks. */
function followsLabel({ tokens }: Document, piece: Phrase, at: number): boolean {
  const before = tokens[at - 1];
  return at === piece.from && before?.text === ':' && before.quote === tokens[at]?.quote;
}

/** The words between the marks of each quotation in a piece. */
function innerSpans(document: Document, piece: Phrase): [number, number][] {
  const spans: [number, number][] = [];
  let last = -1;
  for (let at = piece.from; at < piece.to; at += 1) {
    const quote = document.tokens[at]?.quote ?? -1;
    if (quote < 0 || quote === last) continue;
    last = quote;
    const quotation = document.quotations[quote];
    if (!quotation) continue;
    const from = followsLabel(document, piece, at) ? document.tokens[at] : undefined;
    spans.push([from?.start ?? quotation.innerStart, quotation.innerEnd]);
  }
  return spans;
}

function trim(text: string, [start, end]: [number, number]): [number, number] {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return [from, to];
}

function phraseSpan(document: Document, phrase: Phrase | null): [number, number] | null {
  const first = phrase && document.tokens[phrase.from];
  const last = phrase && document.tokens[phrase.to - 1];
  return first && last && phrase.to > phrase.from ? [first.start, last.end] : null;
}

/** Spans and kind of one report; null where nothing of it is left. */
export function toFinding(document: Document, report: Report): Finding | null {
  const kind = kindOf(document, report.pieces);
  const raw =
    kind === 'direct'
      ? report.pieces.flatMap((piece) => innerSpans(document, piece))
      : report.pieces.map((piece) => phraseSpan(document, piece)).filter((span) => span !== null);
  const spans = raw
    .map((span) => trim(document.text, span))
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0])
    // Two pieces may lie in the same quotation, where a sentence of it is cut for its length.
    .filter(([start], index, all) => start !== all[index - 1]?.[0]);
  if (spans.length === 0) return null;
  const { tokens } = document;
  const cue = wholeCue(tokens, report);
  const whole = wholeMention(tokens, report, cue, document.sentences[report.sentence]);
  return {
    kind,
    spans,
    mention: phraseSpan(document, report.mention),
    wholeMention: phraseSpan(document, whole),
    verb: phraseSpan(document, report.verb),
    cue: phraseSpan(document, cue),
    report,
  };
}
