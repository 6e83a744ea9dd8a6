/**
 * From raw text to suggestions: the pipeline. Each stage is a file of this folder; this one runs
 * them in order and translates what they find into the contract of `schema.ts`.
 */
import { listBodies } from './bodies.ts';
import type { ClaimSource, RawClaim, SourcedSpan } from './claim.ts';
import { listClaims } from './claims.ts';
import { codePointIndex } from './code-points.ts';
import { claimConfidence, quoteConfidence } from './confidence.ts';
import { listDates } from './dates.ts';
import { type Document, readDocument } from './document.ts';
import { detectLanguage } from './language.ts';
import { listPeople } from './people.ts';
import { listQuantities } from './quantities.ts';
import type { RawQuantity } from './quantity.ts';
import { type Finding, toFinding } from './quotes.ts';
import type { Report } from './reports.ts';
import type { Claim, Extraction, Quantity, Quote, Span, Turn } from './schema.ts';
import type { ResolveContext, Source } from './source.ts';
import { resolveMention } from './sources.ts';
import { listReports } from './speech.ts';
import type { Token } from './tokens.ts';
import { nameTurns, type SpokenTurn } from './turn-speakers.ts';
import { findTranscript } from './turns.ts';

export interface ExtractOptions {
  /** ISO date on which the text was published; relative dates are read from it. */
  publishedOn?: string | undefined;
  /** Adds to each finding the rule that found it. */
  trace?: boolean | undefined;
}

/** A finding with the source behind it. */
interface Attributed {
  finding: Finding;
  source: Source | null;
}

type ToSpan = (start: number, end: number) => Span;

/** Proposes turns, quotes and claims for a text. Pure; offsets are Unicode code points. */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const language = detectLanguage(text);
  if (language !== 'en') return extractForeign(text, language, options);

  const document = readDocument(text);
  const reports = listReports(document);
  const bodies = listBodies(text, document.tokens);
  const spoken = mentionTokens(document.tokens, reports);
  const people = listPeople(text, document.tokens, spoken, bodies);
  const transcript = findTranscript(text, document.paragraphs);
  const turns = transcript
    ? nameTurns(text, transcript, people, (place) => document.tokens[place]?.start ?? 0)
    : [];
  const context: ResolveContext = {
    text,
    tokens: document.tokens,
    people,
    bodies,
    earlier: [],
    turns,
  };
  const attributed = attribute(document, reports, context);
  const dates = listDates(text, options.publishedOn);
  const quantities = listQuantities(document, dates, 'en');
  const claims = listClaims({
    document,
    quantities,
    dates,
    people,
    sourced: sourcedSpans(attributed, turns),
    mentions: mentionRanges(attributed),
    resolve: (mention) => claimSource(resolveMention(context, mention)),
  });

  const toPoint = codePointIndex(text);
  const span: ToSpan = (start, end) => [toPoint(start), toPoint(end)];
  const trace = options.trace ?? false;
  return {
    turns: turns.map((turn) => toTurn(turn, toPoint, trace)),
    quotes: attributed.map((one) => toQuote(one, span, trace)),
    claims: claims.map((claim) => toClaim(claim, span, trace)),
    quantities: quantities.map((quantity) => toQuantity(quantity, span)),
    language,
  };
}

/** Quotations shorter than this, in words, are names and terms rather than statements. */
const FOREIGN_QUOTE_WORDS = 4;

/** What can be told of a text in another language: turns, marked quotations and numbers. */
function extractForeign(text: string, language: string, options: ExtractOptions): Extraction {
  const document = readDocument(text, false);
  const toPoint = codePointIndex(text);
  const span: ToSpan = (start, end) => [toPoint(start), toPoint(end)];
  const transcript = findTranscript(text, document.paragraphs);
  const people = listPeople(text, [], new Set(), listBodies(text, []));
  const turns = transcript ? nameTurns(text, transcript, people, () => 0) : [];
  const trace = options.trace ?? false;
  const quotes = document.quotations
    .filter(
      (quotation) =>
        quotation.depth === 0 &&
        (text.slice(quotation.innerStart, quotation.innerEnd).match(/[\p{L}\p{N}]+/gu)?.length ??
          0) >= FOREIGN_QUOTE_WORDS,
    )
    .map((quotation) => toForeignQuote(span(quotation.innerStart, quotation.innerEnd), trace));
  return {
    turns: turns.map((turn) => toTurn(turn, toPoint, trace)),
    quotes,
    claims: [],
    quantities: listQuantities(document, [], language).map((quantity) =>
      toQuantity(quantity, span),
    ),
    language,
    notices: [
      `The text seems to be in another language (${language}): turns, marked quotations and numbers were read, speakers and claims were left alone.`,
    ],
  };
}

function toForeignQuote(span: Span, trace: boolean): Quote {
  return {
    kind: 'direct',
    spans: [span],
    speaker: null,
    speakerRole: null,
    organisation: null,
    verb: null,
    anonymous: false,
    confidence: 0.4,
    ...(trace ? { rule: 'marks alone' } : {}),
  };
}

function toTurn(turn: SpokenTurn, toPoint: (index: number) => number, trace: boolean): Turn {
  return {
    start: toPoint(turn.start),
    end: toPoint(turn.end),
    speaker: turn.speaker,
    role: turn.role,
    ...(trace ? { rule: turn.rule } : {}),
  };
}

function mentionTokens(tokens: readonly Token[], reports: readonly Report[]): Set<number> {
  const spoken = new Set<number>();
  for (const report of reports) {
    const mention = report.antecedent ?? report.mention;
    for (let at = mention?.from ?? 0; mention && at < mention.to; at += 1) {
      if (/^(?:of|for|at|in|from|by|with|on)$/.test(tokens[at]?.lower ?? '')) break;
      spoken.add(at);
    }
  }
  return spoken;
}

function attribute(
  document: Document,
  reports: readonly Report[],
  context: ResolveContext,
): Attributed[] {
  const attributed: Attributed[] = [];
  for (const report of reports) {
    const finding = toFinding(document, report);
    if (!finding) continue;
    const source = report.mention
      ? resolveMention(context, report.antecedent ?? report.mention)
      : lastSpeaker(document, report, context);
    if (source && report.mention) context.earlier.push({ source, at: report.mention.from });
    attributed.push({ finding, source });
  }
  return attributed;
}

/** A quotation without cue goes on from the one before it, if that stands close. */
function lastSpeaker(document: Document, report: Report, context: ResolveContext): Source | null {
  const last = context.earlier[context.earlier.length - 1];
  const first = report.pieces[0];
  if (!last || !first || report.verb !== null) return null;
  const here = document.tokens[first.from]?.paragraph ?? 0;
  const there = document.tokens[last.at]?.paragraph ?? 0;
  return here - there <= 2 ? last.source : null;
}

/** Stretches whose figures somebody vouches for: contents of reports, and turns. */
function sourcedSpans(
  attributed: readonly Attributed[],
  turns: readonly SpokenTurn[],
): SourcedSpan[] {
  const spans: SourcedSpan[] = [];
  for (const { finding, source } of attributed) {
    const claimed = claimSource(source);
    const cue = finding.verb?.[0];
    for (const [start, end] of finding.spans) {
      spans.push({
        start,
        end,
        source: claimed,
        turn: false,
        ...(cue === undefined ? {} : { cue }),
      });
    }
  }
  for (const turn of turns) {
    const source = turn.speaker ? { name: turn.speaker, kind: 'person' as const } : null;
    spans.push({ start: turn.start, end: turn.end, source, turn: true });
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function claimSource(source: Source | null): ClaimSource | null {
  return source?.name ? { name: source.name, kind: source.kind } : null;
}

function mentionRanges(attributed: readonly Attributed[]): [number, number][] {
  const ranges = attributed.flatMap(({ finding }) => (finding.mention ? [finding.mention] : []));
  return ranges.sort((a, b) => a[0] - b[0]);
}

function isWider(
  whole: [number, number] | null,
  head: [number, number] | null,
): whole is [number, number] {
  return whole !== null && head !== null && (whole[0] < head[0] || whole[1] > head[1]);
}

function toQuote({ finding, source }: Attributed, span: ToSpan, trace: boolean): Quote {
  const mention = finding.mention ? span(...finding.mention) : null;
  const known = mention !== null || source !== null;
  return {
    kind: finding.kind,
    spans: finding.spans.map(([start, end]) => span(start, end)),
    speaker: known
      ? {
          mention,
          ...(isWider(finding.wholeMention, finding.mention)
            ? { mentionSpans: [span(...finding.wholeMention)] }
            : {}),
          name: source?.name ?? null,
          kind: source?.kind ?? 'person',
        }
      : null,
    speakerRole: source?.role ?? null,
    organisation: source?.organisation ?? null,
    verb: finding.verb ? span(...finding.verb) : null,
    ...(isWider(finding.cue, finding.verb) ? { verbSpans: [span(...finding.cue)] } : {}),
    anonymous: source?.anonymous ?? false,
    confidence: quoteConfidence(
      finding.report.rule,
      !source?.name ? 'none' : source.kind === 'unnamed' ? 'described' : 'named',
    ),
    ...(trace ? { rule: finding.report.rule } : {}),
  };
}

/** Fractions are given to four places. */
function rounded(value: number | null, form: string): number | null {
  return value !== null && form === 'fraction' ? Math.round(value * 1e4) / 1e4 : value;
}

function toClaim(claim: RawClaim, span: ToSpan, trace: boolean): Claim {
  const { number, start, end } = claim.quantity;
  return {
    span: span(start, end),
    comparator: number.comparator,
    low: rounded(number.low, number.form),
    high: rounded(number.high, number.form),
    unit: claim.unit,
    subject: claim.subject,
    place: claim.place,
    asOf: claim.asOf,
    source: claim.source,
    partOf: claim.partOf,
    supersedes: claim.supersedes,
    confidence: claimConfidence({
      unit: claim.unit !== null,
      subject: claim.subject !== null,
      source: claim.source !== null,
      vague: number.low === null && number.high === null,
    }),
    ...(trace ? { rule: claim.rule } : {}),
  };
}

function toQuantity(quantity: RawQuantity, span: ToSpan): Quantity {
  const { number, start, end, change } = quantity;
  return {
    span: span(start, end),
    comparator: number.comparator,
    low: number.low,
    high: number.high,
    unit: quantity.unit?.name ?? null,
    subject: quantity.subject,
    ...(change ? { change } : {}),
  };
}
