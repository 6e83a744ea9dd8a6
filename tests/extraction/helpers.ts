import { extract } from '../../src/extraction/extract.ts';
import type { Extraction, Span } from '../../src/extraction/schema.ts';

export interface Shown {
  raw: Extraction;
  at: (span: Span) => string;
  quotes: {
    kind: string;
    text: string[];
    mention: string | null;
    /** The whole phrase of the source, where it is more than the mention. */
    whole: string | null;
    name: string | null;
    verb: string | null;
    /** The whole cue, where it is more than the verb. */
    cue: string | null;
  }[];
}

/** Extracts and cuts every span out of the text, by code points. */
export function show(text: string, publishedOn?: string): Shown {
  const raw = extract(text, { publishedOn });
  const points = [...text];
  const at = ([start, end]: Span): string => points.slice(start, end).join('');
  const quotes = raw.quotes.map((quote) => ({
    kind: quote.kind,
    text: quote.spans.map(at),
    mention: quote.speaker?.mention ? at(quote.speaker.mention) : null,
    whole: quote.speaker?.mentionSpans ? quote.speaker.mentionSpans.map(at).join(' ') : null,
    name: quote.speaker?.name ?? null,
    verb: quote.verb ? at(quote.verb) : null,
    cue: quote.verbSpans ? quote.verbSpans.map(at).join(' ') : null,
  }));
  return { raw, at, quotes };
}

/** The words of each quote, its pieces joined by an ellipsis. */
export const contents = (text: string): string[] =>
  show(text).quotes.map((one) => one.text.join(' … '));
