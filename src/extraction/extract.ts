import { codePointIndex } from './code-points.ts';
import { readDocument } from './document.ts';
import { listPeople } from './people.ts';
import type { Finding } from './quotes.ts';
import { toFinding } from './quotes.ts';
import type { Extraction, Quote, Span } from './schema.ts';
import { type ResolveContext, resolveMention, type Source } from './sources.ts';
import { listReports } from './speech.ts';
import { nameTurns } from './turn-speakers.ts';
import { findTranscript } from './turns.ts';

export interface ExtractOptions {
  /** ISO date on which the text was published; relative dates are read from it. */
  publishedOn?: string | undefined;
  /** Adds to each finding the rule that found it. */
  trace?: boolean | undefined;
}

/** A finding with the source behind it. */
export interface Attributed {
  finding: Finding;
  source: Source | null;
}

export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const document = readDocument(text);
  const reports = listReports(document);
  const spoken = new Set<number>();
  for (const { mention } of reports)
    for (let at = mention?.from ?? 0; mention && at < mention.to; at += 1) spoken.add(at);
  const people = listPeople(text, document.tokens, spoken);
  const context: ResolveContext = { text, tokens: document.tokens, people, earlier: [] };
  const attributed: Attributed[] = [];
  for (const report of reports) {
    const finding = toFinding(document, report);
    if (!finding) continue;
    const source = report.mention ? resolveMention(context, report.mention) : null;
    if (source) context.earlier.push(source);
    attributed.push({ finding, source });
  }
  const toPoint = codePointIndex(text);
  const span = (range: [number, number]): Span => [toPoint(range[0]), toPoint(range[1])];
  const quotes = attributed.map((one) => toQuote(one, span, options.trace ?? false));
  const transcript = findTranscript(text, document.paragraphs);
  const spokenTurns = transcript
    ? nameTurns(text, transcript, people, (place) => document.tokens[place]?.start ?? 0)
    : [];
  const turns = spokenTurns.map((turn) => ({
    start: toPoint(turn.start),
    end: toPoint(turn.end),
    speaker: turn.speaker,
    role: turn.role,
    ...(options.trace ? { rule: turn.rule } : {}),
  }));
  return { turns, quotes, claims: [], quantities: [] };
}

function toQuote(
  { finding, source }: Attributed,
  span: (range: [number, number]) => Span,
  trace: boolean,
): Quote {
  const mention = finding.mention ? span(finding.mention) : null;
  const speaker =
    mention || source
      ? { mention, name: source?.name ?? null, kind: source?.kind ?? ('person' as const) }
      : null;
  return {
    kind: finding.kind,
    spans: finding.spans.map(span),
    speaker,
    speakerRole: source?.role ?? null,
    organisation: source?.organisation ?? null,
    verb: finding.verb ? span(finding.verb) : null,
    anonymous: source?.anonymous ?? false,
    confidence: 0.8,
    ...(trace ? { rule: finding.report.rule } : {}),
  };
}
