/** From rows of the index to hits as the wire shows them. */
import type * as z from 'zod';
import type { standaloneClaim } from '../claims/schema.ts';
import type { standaloneQuote } from '../quotes/schema.ts';
import { type CodePoints, indexCodePoints } from '../text/codepoints.ts';
import type { anchor } from '../text/schema.ts';
import type { standaloneTurn } from '../turns/schema.ts';
import {
  cutExcerpt,
  type Excerpt,
  inCodePoints,
  type Shown,
  showExcerpt,
  showWhole,
} from './highlights.ts';
import type { FoundRow } from './index-store.ts';
import type { WordsNode } from './query.ts';
import type { PASSAGE_FIELDS, SearchHit } from './schema.ts';
import { readPlaces, readShown, type ShownText } from './shown-text.ts';

type Passage = SearchHit['passages'][number];
type Anchor = z.infer<typeof anchor>;

/** Shows where the words are in what a row stands for; null where it isn't published. */
export function presentHit(
  { type, shown, texts }: FoundRow,
  wanted: readonly WordsNode[],
): SearchHit | null {
  if (shown === null) return null;
  switch (type) {
    case 'article':
      return texts === null ? null : articleHit({ shown, texts }, wanted);
    case 'turn':
      return turnHit(JSON.parse(shown) as z.infer<typeof standaloneTurn>, wanted);
    case 'quote':
      return quoteHit(JSON.parse(shown) as z.infer<typeof standaloneQuote>, wanted);
    case 'claim':
      return claimHit(JSON.parse(shown) as z.infer<typeof standaloneClaim>, wanted);
  }
}

function articleHit(stored: ShownText, wanted: readonly WordsNode[]): SearchHit {
  const read = readShown(stored);
  const { article, summary } = read;
  const passages = [whole('headline', article.headline, wanted), whole('summary', summary, wanted)];
  let anchor: Anchor | null = null;
  for (const { place, text } of readPlaces(stored, read)) {
    const excerpt = cutExcerpt(text, wanted);
    if (excerpt === null) continue;
    const located = locate(place, text, excerpt);
    passages.push({ field: place === 'body' ? 'body' : 'turn', ...located.shown });
    anchor = located.anchor;
    break;
  }
  return {
    type: 'article',
    id: article.id,
    url: article.url,
    article,
    speaker: null,
    figure: null,
    passages,
    anchor,
  };
}

function turnHit(turn: z.infer<typeof standaloneTurn>, wanted: readonly WordsNode[]): SearchHit {
  const excerpt = cutExcerpt(turn.plainText, wanted);
  const { shown, anchor } =
    excerpt === null
      ? { shown: showBeginning(turn.plainText), anchor: null }
      : locate(turn.id, turn.plainText, excerpt);
  return {
    type: 'turn',
    id: turn.id,
    url: turn.url,
    article: turn.article,
    speaker: turn.speaker,
    figure: null,
    passages: [{ field: 'turn', ...shown }, ...named('speaker', turn.speaker.name, wanted)],
    anchor,
  };
}

function quoteHit(quote: z.infer<typeof standaloneQuote>, wanted: readonly WordsNode[]): SearchHit {
  const original = quote.original === null ? null : showExcerpt(quote.original.text, wanted);
  return {
    type: 'quote',
    id: quote.id,
    url: quote.url,
    article: quote.article,
    speaker: quote.speaker,
    figure: null,
    passages: [
      whole('quote', quote.text, wanted),
      ...(original === null ? [] : [{ field: 'original' as const, ...original }]),
      ...named('speaker', quote.speaker.name, wanted),
    ],
    anchor: quote.anchor,
  };
}

function claimHit(claim: z.infer<typeof standaloneClaim>, wanted: readonly WordsNode[]): SearchHit {
  return {
    type: 'claim',
    id: claim.id,
    url: claim.url,
    article: claim.article,
    speaker: claim.source,
    figure: claim.figure,
    passages: [
      whole('claim', claim.text, wanted),
      ...named('figure', claim.figure.question, wanted),
      ...named('source', claim.source.name, wanted),
    ],
    anchor: claim.anchor,
  };
}

type Field = (typeof PASSAGE_FIELDS)[number];

function whole(field: Field, text: string, wanted: readonly WordsNode[]): Passage {
  return { field, ...showWhole(text, wanted) };
}

/** A name is only shown where something matches in it. */
function named(field: Field, text: string, wanted: readonly WordsNode[]): Passage[] {
  const passage = whole(field, text, wanted);
  return passage.highlights.length === 0 ? [] : [passage];
}

const BEGINNING = 240;

function showBeginning(text: string): Shown {
  return {
    text: [...text.slice(0, 2 * BEGINNING)].slice(0, BEGINNING).join(''),
    offset: 0,
    highlights: [],
  };
}

const CONTEXT = 32;

/** An excerpt in code points, with the place of its first match as a W3C selector like those of quotes. */
function locate(
  place: string,
  text: string,
  excerpt: Excerpt,
): { shown: Shown; anchor: Anchor | null } {
  // What stands behind it need not be counted.
  const points = indexCodePoints(text.slice(0, excerpt.end + 2 * CONTEXT));
  const shown = inCodePoints(points, excerpt);
  return { shown, anchor: anchorOf(place, points, shown) };
}

function anchorOf(place: string, points: CodePoints, shown: Shown): Anchor | null {
  const [first] = shown.highlights;
  if (first === undefined) return null;
  const start = shown.offset + first.start;
  const end = shown.offset + first.end;
  const piece = {
    exact: points.slice(start, end),
    prefix: points.slice(Math.max(0, start - CONTEXT), start),
    suffix: points.slice(end, end + CONTEXT),
    start,
    end,
  };
  return { in: place, pieces: [piece] };
}
