import { codePointIndex } from './code-points.ts';
import { readDocument } from './document.ts';
import { toFinding } from './quotes.ts';
import type { Extraction, Span } from './schema.ts';
import { listReports } from './speech.ts';

export interface ExtractOptions {
  /** ISO date on which the text was published; relative dates are read from it. */
  publishedOn?: string | undefined;
  /** Adds to each finding the rule that found it. */
  trace?: boolean | undefined;
}

export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const document = readDocument(text);
  const toPoint = codePointIndex(text);
  const span = (range: [number, number]): Span => [toPoint(range[0]), toPoint(range[1])];
  const quotes = listReports(document).flatMap((report) => {
    const finding = toFinding(document, report);
    if (!finding) return [];
    return [
      {
        kind: finding.kind,
        spans: finding.spans.map(span),
        speaker: finding.mention
          ? {
              mention: span(finding.mention),
              name: text.slice(...finding.mention),
              kind: 'person' as const,
            }
          : null,
        speakerRole: null,
        organisation: null,
        verb: finding.verb ? span(finding.verb) : null,
        anonymous: false,
        confidence: 0.8,
        ...(options.trace ? { rule: report.rule } : {}),
      },
    ];
  });
  return { turns: [], quotes, claims: [], quantities: [] };
}
