/**
 * From an extraction to suggestions: parts of an article in the editors' own form, each
 * with its confidence. Nothing is in the article before it is accepted.
 */
import type { ClaimInput } from '../claims/schema.ts';
import type { Claim, Extraction, Quote, Span, Turn } from '../extraction/schema.ts';
import { isLabelLine } from '../extraction/turns/speaker-labels.ts';
import type { QuoteInput } from '../quotes/schema.ts';
import type { CodePoints } from '../text/codepoints.ts';
import { type Projection, project } from '../text/projection.ts';
import { PIECE_MAX } from '../text/schema.ts';
import type { InterviewInput } from '../turns/schema.ts';
import { keptBetween } from './between-turns.ts';
import { AMOUNT, figureOf } from './suggested-figure.ts';
import { sourceOf, speakerOf } from './suggested-source.ts';

export type Suggestion = {
  id: string;
  confidence: number;
  state: 'suggested' | 'accepted' | 'refused';
  /** The words, for the editor. */
  text: string;
} & (
  | { kind: 'interview'; value: InterviewInput; removes: string; keeps?: string }
  | { kind: 'quote'; value: QuoteInput; turn: number | null }
  | { kind: 'claim'; value: ClaimInput; turn: number | null; partOf: string | null }
);

/** A conversation that was found. */
export type InterviewSuggestion = Extract<Suggestion, { kind: 'interview' }>;

const CONTEXT = 32;
/** Turns come from labels and marks; they are right nearly always. */
const TURNS_CONFIDENCE = 0.95;
const INCOMPLETE_CONFIDENCE = 0.3;
const TITLE_MAX = 160;
/** Marks of emphasis and of a link that stand before one word are fewer than this. */
const MARKS_MAX = 10;
/** Speakers' labels are shorter than this. */
const LABEL_MAX = 120;

/** The plain text that is to be extracted from; offsets of the extraction point into it. */
export function extractableText(body: string): string {
  return project(body).text;
}

/**
 * @param publishedOn `YYYY-MM-DD`; a claim without a date of its own is as of about then
 */
export function makeSuggestions(
  body: string,
  extraction: Extraction,
  publishedOn?: string,
): Suggestion[] {
  const context = new Context(project(body), body, extraction, publishedOn);
  const interview = context.interview();
  const quotes = extraction.quotes.map((quote, index) => context.quote(quote, `q${index + 1}`));
  const claims = extraction.claims.map((claim, index) => context.claim(claim, `c${index + 1}`));
  return [...(interview === null ? [] : [interview]), ...quotes, ...claims];
}

class Context {
  readonly #projection: Projection;
  readonly #body: string;
  readonly #extraction: Extraction;
  readonly #points: CodePoints;
  readonly #publishedOn: string | undefined;

  constructor(
    projection: Projection,
    body: string,
    extraction: Extraction,
    publishedOn: string | undefined,
  ) {
    this.#publishedOn = publishedOn;
    this.#projection = projection;
    this.#body = body;
    this.#extraction = extraction;
    this.#points = projection.points;
  }

  interview(): Suggestion | null {
    const { turns } = this.#extraction;
    const [first] = turns;
    const last = turns.at(-1);
    if (first === undefined || last === undefined || turns.length < 2) return null;
    const { start, title } = this.#transcriptStart(first.start);
    const from = this.#lineStart(this.#projection.toSource(start, start + 1).start);
    const to = this.#lineEnd(this.#projection.toSource(last.end - 1, last.end).end);
    const keeps = keptBetween(this.#body, this.#gaps(turns));
    const incomplete = turns.some(({ speaker }) => speaker === null);
    return {
      id: 'i1',
      kind: 'interview',
      confidence: incomplete ? INCOMPLETE_CONFIDENCE : TURNS_CONFIDENCE,
      state: 'suggested',
      text: title ?? `${turns.length} turns`,
      value: { title, turns: turns.map((turn) => this.#turn(turn)) },
      removes: this.#body.slice(from, to),
      ...(keeps === '' ? {} : { keeps }),
    };
  }

  /** Where the lines between two turns are. */
  #gaps(turns: readonly Turn[]): [number, number][] {
    return turns.slice(1).map(({ start }, index) => {
      const end = turns[index]?.end ?? 0;
      return [
        this.#lineEnd(this.#projection.toSource(end - 1, end).end),
        this.#lineStart(this.#projection.toSource(start, start + 1).start),
      ];
    });
  }

  /** Where a line of the body begins, with the marks of a heading or of emphasis before its words. */
  #lineStart(index: number): number {
    return this.#body.lastIndexOf('\n', index - 1) + 1;
  }

  #lineEnd(index: number): number {
    const end = this.#body.indexOf('\n', index);
    return end < 0 ? this.#body.length : end;
  }

  /** Where the first turn's line begins, or the heading right above it. */
  #transcriptStart(turnStart: number): { start: number; title: string | null } {
    const before = this.#points.slice(0, turnStart);
    let line = before.lastIndexOf('\n') + 1;
    let above = before.slice(0, line).trimEnd();
    // A label may have its line to itself.
    if (isLabelLine(lastLine(above)) && before.slice(line).trim() === '') {
      line = above.lastIndexOf('\n') + 1;
      above = above.slice(0, line).trimEnd();
    }
    const heading = lastLine(above);
    const isHeading = heading !== '' && heading.length <= TITLE_MAX && !/[.!?”"]$/.test(heading);
    const start = isHeading ? above.length - heading.length : line;
    return { start: [...before.slice(0, start)].length, title: isHeading ? heading : null };
  }

  #turn(turn: Turn) {
    const line = this.#points.slice(Math.max(0, turn.start - LABEL_MAX), turn.start);
    const label = line.slice(line.lastIndexOf('\n') + 1);
    return {
      role: turn.role,
      ...speakerOf(turn.speaker, label, this.#extraction.quotes),
      text: this.#markdownOf(turn.start, turn.end),
    };
  }

  /** Words as they stand in the body, with those marks around them without which others are cut. */
  #markdownOf(start: number, end: number): string {
    const plain = this.#points.slice(start, end).trim();
    const words = this.#projection.sourceSlice(start, end);
    const from = this.#projection.toSource(start, start + 1).start;
    const to = this.#projection.toSource(end - 1, end).end;
    const [before = ''] =
      /[*_~`[]*$/.exec(this.#body.slice(Math.max(this.#lineStart(from), from - MARKS_MAX), from)) ??
      [];
    const after = this.#body.slice(to, this.#lineEnd(to));
    const candidates = [before + words + after, words + after, before + words];
    return (candidates.find((one) => project(one).text === plain) ?? words).trim();
  }

  quote(quote: Quote, id: string): Suggestion {
    const { speaker } = quote;
    return {
      id,
      kind: 'quote',
      confidence:
        speaker?.name == null
          ? Math.min(quote.confidence, INCOMPLETE_CONFIDENCE)
          : quote.confidence,
      state: 'suggested',
      text: quote.spans.map((span) => this.#slice(span)).join(' … '),
      turn: this.#turnAt(quote.spans),
      value: {
        kind: quote.kind,
        speaker: speaker?.name == null ? null : sourceOf(speaker.kind, speaker.name),
        speakerRole: quote.speakerRole,
        organisation: quote.organisation,
        verb: quote.verb === null ? null : this.#slice(quote.verb).slice(0, 100),
        anchor: {
          in: 'body',
          pieces: quote.spans.flatMap((span) => this.#cut(span)).map((span) => this.#piece(span)),
        },
      },
    };
  }

  claim(claim: Claim, id: string): Suggestion {
    const unit = claim.unit ?? claim.subject ?? 'items';
    const complete =
      claim.source !== null &&
      claim.unit !== null &&
      (claim.subject !== null || !AMOUNT.test(unit));
    return {
      id,
      kind: 'claim',
      confidence: complete ? claim.confidence : Math.min(claim.confidence, INCOMPLETE_CONFIDENCE),
      state: 'suggested',
      text: this.#slice(claim.span),
      turn: this.#turnAt([claim.span]),
      partOf: claim.partOf === null ? null : `c${claim.partOf + 1}`,
      value: {
        figure: figureOf(claim, unit),
        comparator: claim.comparator,
        low: claim.low,
        high: claim.high,
        unit,
        place: claim.place,
        asOf: claim.asOf ?? (this.#publishedOn === undefined ? null : `${this.#publishedOn}~`),
        chain:
          claim.source === null
            ? []
            : [
                {
                  role: 'originator',
                  verb: this.#verbAround(claim),
                  source: sourceOf(claim.source.kind, claim.source.name),
                },
              ],
        anchor: { in: 'body', pieces: [this.#piece(claim.span)] },
      },
    };
  }

  /** The verb of the report that a claim stands in, if the same source says both. */
  #verbAround({ span: [start, end], source }: Claim): string | null {
    const report = this.#extraction.quotes.find(
      ({ spans, speaker }) =>
        speaker?.name === source?.name && spans.some(([from, to]) => from <= start && end <= to),
    );
    return report?.verb == null ? null : this.#slice(report.verb).slice(0, 100);
  }

  #slice([start, end]: Span): string {
    return this.#points.slice(start, end).trim();
  }

  /** Words that are more than a piece of an anchor can hold, in several: cut between words. */
  #cut([start, end]: Span): Span[] {
    const words = this.#points.slice(start, end);
    if (words.length <= PIECE_MAX) return [[start, end]];
    const head = words.slice(0, PIECE_MAX);
    const gap = head.search(/\s\S*$/);
    const at = start + [...head.slice(0, gap > 0 ? gap : PIECE_MAX / 2)].length;
    return [[start, at], ...this.#cut([at, end])];
  }

  #piece([start, end]: Span) {
    const before = this.#points.slice(Math.max(0, start - CONTEXT), start);
    const after = this.#points.slice(end, end + CONTEXT);
    return {
      exact: this.#slice([start, end]),
      prefix: before.slice(before.lastIndexOf('\n') + 1),
      suffix: after.split('\n', 1)[0] ?? '',
    };
  }

  #turnAt(spans: Span[]): number | null {
    const [first] = spans;
    if (first === undefined) return null;
    const index = this.#extraction.turns.findIndex(
      (turn) => turn.start <= first[0] && first[1] <= turn.end,
    );
    return index < 0 ? null : index;
  }
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
