/**
 * From raw text to suggestions: the pipeline. Each stage is a file of a folder here; this one runs
 * them in order and translates what they find into the contract of `schema.ts`.
 */

import { indexCodePoints } from '../text/codepoints.ts';
import type { ClaimSource, SourcedSpan } from './claims/claim.ts';
import { listClaims } from './claims/claims.ts';
import { quoteConfidence } from './confidence.ts';
import { listBodies } from './people/bodies.ts';
import { listPeople } from './people/people.ts';
import type { ResolveContext, Source } from './people/source.ts';
import { resolveMention } from './people/sources.ts';
import { nameTurns, type SpokenTurn } from './people/turn-speakers.ts';
import { type ToSpan, toClaim, toQuantity } from './present-figures.ts';
import { listDates } from './quantities/dates.ts';
import { listQuantities } from './quantities/quantities.ts';
import { type Document, readDocument } from './reading/document.ts';
import { detectLanguage } from './reading/language.ts';
import type { Token } from './reading/tokens.ts';
import type { Extraction, Quote, Span, Turn } from './schema.ts';
import { type Finding, toFinding } from './speech/quotes.ts';
import type { Report } from './speech/reports.ts';
import { listReports } from './speech/speech.ts';
import { findTranscript } from './turns/turns.ts';

export interface ExtractOptions {
  /** ISO date on which the text was published; relative dates are read from it. */
  publishedOn?: string | undefined;
  /** Adds to each finding the rule that found it. */
  trace?: boolean | undefined;
  /** Is told what is looked for next: a long text takes minutes. */
  onStage?: ((stage: Stage) => void) | undefined;
}

/** In their order. */
export const STAGES = [
  'words',
  'reports',
  'people',
  'turns',
  'speakers',
  'numbers',
  'claims',
] as const;
export type Stage = (typeof STAGES)[number];

/** A finding with the source behind it. */
interface Attributed {
  finding: Finding;
  source: Source | null;
}

/** Proposes turns, quotes and claims for a text. Pure; offsets are Unicode code points. */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const language = detectLanguage(text);
  if (language !== 'en') return extractForeign(text, language, options);

  const begin = options.onStage ?? (() => undefined);
  begin('words');
  const document = readDocument(text);
  begin('reports');
  const reports = listReports(document);
  begin('people');
  const bodies = listBodies(text, document.tokens);
  const spoken = mentionTokens(document.tokens, reports);
  const people = listPeople(text, document.tokens, spoken, bodies);
  begin('turns');
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
  begin('speakers');
  const attributed = attribute(document, reports, context);
  begin('numbers');
  const dates = listDates(text, options.publishedOn);
  const quantities = listQuantities(document, dates, 'en');
  begin('claims');
  const claims = listClaims({
    document,
    quantities,
    dates,
    people,
    sourced: sourcedSpans(attributed, turns),
    mentions: mentionRanges(attributed),
    resolve: (mention) => claimSource(resolveMention(context, mention)),
  });

  const toPoint = indexCodePoints(text).fromUtf16;
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
  const toPoint = indexCodePoints(text).fromUtf16;
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
