/** Hits as the wire shows them (schema.ts), written as JSON at once: most of each is finished. */
import { quoteJson } from '../core/json-string.ts';
import type { CodePoints } from '../text/codepoints.ts';
import {
  codePointsOf,
  cutExcerpt,
  highlight,
  inCodePoints,
  type Shown,
  showExcerpt,
} from './highlights.ts';
import type { Look, Span } from './matches.ts';
import type { WordsNode } from './query.ts';
import type { PassageField, ShownRow, ShownTexts, WholeText } from './shown-row.ts';
import { readPlaces } from './shown-text.ts';

/** Shows where the words are in what a row stands for. */
export function writeHit(row: ShownRow, wanted: readonly WordsNode[]): string {
  const { json, texts, arePlain = false } = row;
  const { passages, anchor } = showPassages(texts, { wanted, arePlain });
  return `${json},"passages":[${passages}],"anchor":${anchor}}`;
}

/** Passages as JSON, a comma between them, and the place that the hit points at. */
interface Located {
  passages: string;
  anchor: string;
}

function showPassages(texts: ShownTexts, look: Look): Located {
  switch (texts.type) {
    case 'article': {
      const whole = `${showWhole(texts.headline, look)},${showWhole(texts.summary, look)}`;
      for (const { place, text } of readPlaces(texts.places, texts.turns)) {
        const found = locate(place, text, look);
        if (found !== null) return { ...found, passages: `${whole},${found.passages}` };
      }
      return { passages: whole, anchor: NONE };
    }
    case 'turn': {
      const { passages, anchor } = locate(texts.id, texts.turn, look) ?? showBeginning(texts.turn);
      return { passages: passages + showName(texts.speaker, look), anchor };
    }
    case 'quote': {
      const { quote, original, speaker, anchor } = texts;
      const excerpt = original === null ? null : showExcerpt(original, look);
      const originally = excerpt === null ? '' : `,${writePassage('original', excerpt)}`;
      const passages = showWhole(quote, look) + originally + showName(speaker, look);
      return { passages, anchor };
    }
    case 'claim': {
      const { claim, figure, source, anchor } = texts;
      const names = showName(figure, look) + showName(source, look);
      return { passages: showWhole(claim, look) + names, anchor };
    }
  }
}

const NONE = 'null';

function showWhole({ text, json }: WholeText, look: Look): string {
  return `${json}${writeSpans(highlight(text, look))}}`;
}

/** A name is only shown where something matches in it, behind another passage. */
function showName({ text, json }: WholeText, look: Look): string {
  const spans = highlight(text, look);
  return spans.length === 0 ? '' : `,${json}${writeSpans(spans)}}`;
}

function writePassage(field: PassageField, { text, offset, highlights }: Shown): string {
  return `{"field":"${field}","text":${quoteJson(text)},"offset":${offset},"highlights":${writeSpans(highlights)}}`;
}

function writeSpans(spans: readonly Span[]): string {
  let written = '';
  for (const { start, end } of spans)
    written += `${written === '' ? '' : ','}{"start":${start},"end":${end}}`;
  return `[${written}]`;
}

const BEGINNING = 240;

function showBeginning(turn: string): Located {
  const text = [...turn.slice(0, 2 * BEGINNING)].slice(0, BEGINNING).join('');
  return { passages: writePassage('turn', { text, offset: 0, highlights: [] }), anchor: NONE };
}

const CONTEXT = 32;

/** An excerpt around the first match, whose place is a W3C selector like those of quotes; null without one. */
function locate(place: string, text: string, look: Look): Located | null {
  const excerpt = cutExcerpt(text, look);
  if (excerpt === null) return null;
  const points = codePointsOf(text, look, excerpt.end + 2 * CONTEXT);
  const shown = inCodePoints(points, excerpt);
  return {
    passages: writePassage(place === 'body' ? 'body' : 'turn', shown),
    anchor: writeAnchor(place, points, shown),
  };
}

function writeAnchor(place: string, points: CodePoints, shown: Shown): string {
  const [first] = shown.highlights;
  if (first === undefined) return NONE;
  const start = shown.offset + first.start;
  const end = shown.offset + first.end;
  const exact = quoteJson(points.slice(start, end));
  const prefix = quoteJson(points.slice(Math.max(0, start - CONTEXT), start));
  const suffix = quoteJson(points.slice(end, end + CONTEXT));
  return `{"in":"${place}","pieces":[{"exact":${exact},"prefix":${prefix},"suffix":${suffix},"start":${start},"end":${end}}]}`;
}
