/** The readable view of an extraction: the text with its findings marked, what is known beside. */

import type { Claim, Extraction, Quote } from '../extraction/schema.ts';
import { counted } from '../text/counted.ts';

const COLOURS = {
  direct: 32,
  mixed: 36,
  indirect: 33,
  claim: 35,
  question: 34,
  answer: 34,
  remark: 90,
  dim: 90,
} as const;
/** Characters that would steer a terminal. */
const STEERING = /(?![\t\r])\p{Cc}/u;
type Colour = keyof typeof COLOURS;

interface Mark {
  at: number;
  text: string;
  /** Closing marks stand before opening ones at the same place. */
  order: number;
}

export interface RenderOptions {
  colour?: boolean;
}

function paint(text: string, colour: Colour, options: RenderOptions): string {
  return options.colour ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}

function describeQuote(quote: Quote, number: number, points: readonly string[]): string {
  const name =
    quote.speaker?.name ??
    (quote.speaker?.mention ? points.slice(...quote.speaker.mention).join('') : 'speaker unknown');
  const role =
    quote.speakerRole && quote.speakerRole !== quote.speaker?.name ? `, ${quote.speakerRole}` : '';
  const organisation =
    quote.organisation && quote.organisation !== quote.speaker?.name
      ? ` (${quote.organisation})`
      : '';
  const verb = quote.verb ? ` · ${points.slice(...quote.verb).join('')}` : '';
  const anonymous = quote.anonymous ? ' · anonymous' : '';
  return `q${number} ${quote.kind} · ${name}${role}${organisation}${verb}${anonymous} · ${quote.confidence.toFixed(2)}`;
}

const SIGNS: Readonly<Record<Claim['comparator'], string>> = {
  eq: '',
  approx: '≈ ',
  gt: '> ',
  gte: '≥ ',
  lt: '< ',
  lte: '≤ ',
  between: '',
};

function describeClaim(claim: Claim, number: number): string {
  const value =
    claim.comparator === 'between'
      ? `${claim.low}–${claim.high}`
      : `${claim.low ?? claim.high ?? 'uncounted'}`;
  const slots = [
    claim.subject,
    claim.place && `in ${claim.place}`,
    claim.asOf && `as of ${claim.asOf}`,
    claim.source && `source: ${claim.source.name}`,
    claim.partOf !== null && `part of c${claim.partOf + 1}`,
  ].filter((slot) => slot);
  const unit = claim.unit ? ` ${claim.unit}` : '';
  return `c${number} ${SIGNS[claim.comparator]}${value}${unit}${slots.length > 0 ? ` · ${slots.join(' · ')}` : ''} · ${claim.confidence.toFixed(2)}`;
}

function listMarks(extraction: Extraction, options: RenderOptions): Mark[] {
  const marks: Mark[] = [];
  const wrap = (start: number, end: number, label: string, colour: Colour): void => {
    marks.push({ at: start, text: paint(`[${label} `, colour, options), order: 1 });
    marks.push({ at: end, text: paint(']', colour, options), order: 0 });
  };
  extraction.turns.forEach((turn, index) => {
    const speaker = turn.speaker ?? 'unnamed';
    marks.push({
      at: turn.start,
      text: paint(`⟨t${index + 1} ${turn.role}, ${speaker}⟩ `, turn.role, options),
      order: 1,
    });
  });
  extraction.quotes.forEach((quote, index) => {
    for (const [start, end] of quote.spans) wrap(start, end, `q${index + 1}`, quote.kind);
  });
  extraction.claims.forEach((claim, index) => {
    wrap(claim.span[0], claim.span[1], `c${index + 1}`, 'claim');
  });
  return marks.sort((a, b) => a.at - b.at || a.order - b.order);
}

interface Note {
  at: number;
  text: string;
  colour: Colour;
}

function listNotes(extraction: Extraction, points: readonly string[]): Note[] {
  const notes: Note[] = [
    ...extraction.quotes.map((quote, index) => ({
      at: quote.spans[0]?.[0] ?? 0,
      text: describeQuote(quote, index + 1, points),
      colour: quote.kind,
    })),
    ...extraction.claims.map((claim, index) => ({
      at: claim.span[0],
      text: describeClaim(claim, index + 1),
      colour: 'claim' as const,
    })),
  ];
  return notes.sort((a, b) => a.at - b.at);
}

/** Renders `text` with its extraction; plain unless `colour` is set. */
export function renderExtraction(
  text: string,
  extraction: Extraction,
  options: RenderOptions = {},
): string {
  const points = [...text];
  const marks = listMarks(extraction, options);
  const notes = listNotes(extraction, points);
  const lines: string[] = [];
  let line = '';
  let mark = 0;
  let note = 0;
  const flush = (upTo: number): void => {
    lines.push(line.trimEnd());
    line = '';
    for (; note < notes.length && (notes[note]?.at ?? 0) < upTo; note += 1) {
      const one = notes[note];
      if (one) lines.push(paint(`    ${one.text}`, one.colour, options));
    }
  };
  points.forEach((point, index) => {
    for (; mark < marks.length && (marks[mark]?.at ?? 0) <= index; mark += 1)
      line += marks[mark]?.text ?? '';
    if (point === '\n' || (point === '\r' && points[index + 1] !== '\n')) flush(index);
    else line += STEERING.test(point) ? '\uFFFD' : point;
  });
  for (; mark < marks.length; mark += 1) line += marks[mark]?.text ?? '';
  flush(Number.POSITIVE_INFINITY);
  lines.push('', paint(summary(extraction), 'dim', options), ...(extraction.notices ?? []));
  return `${lines.join('\n')}\n`;
}

function summary({ turns, quotes, claims, quantities }: Extraction): string {
  return [
    counted(turns.length, 'turn'),
    counted(quotes.length, 'quote'),
    counted(claims.length, 'claim'),
    counted(quantities.length, 'quantity', 'quantities'),
  ].join(', ');
}
