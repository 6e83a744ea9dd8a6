/** From rows of the index to hits as the wire shows them. */
import type * as z from 'zod';
import type { ArticleSummary, WireArticle } from '../articles/schema.ts';
import type { standaloneClaim } from '../claims/schema.ts';
import { listRows } from '../core/database/list.ts';
import { type Finished, findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { standaloneQuote } from '../quotes/schema.ts';
import { indexCodePoints } from '../text/codepoints.ts';
import type { anchor } from '../text/schema.ts';
import type { standaloneTurn } from '../turns/schema.ts';
import { type Shown, showExcerpt, showWhole } from './highlights.ts';
import type { FoundRow } from './index-store.ts';
import type { WordsNode } from './query.ts';
import type { PASSAGE_FIELDS, SearchHit } from './schema.ts';

type Passage = SearchHit['passages'][number];
type Anchor = z.infer<typeof anchor>;

/** A hit, and what its answer has to be dropped for. */
export interface PresentedHit {
  hit: SearchHit;
  publishedAt: Date;
}

/**
 * Reads what the rows stand for and shows where the words are. What was taken off the
 * wire in the meantime has no hit.
 *
 * @returns as many members as there are rows, in their order
 */
export async function presentHits(
  client: Client,
  rows: readonly FoundRow[],
  wanted: readonly WordsNode[],
): Promise<(PresentedHit | null)[]> {
  const stored = await readStored(client, rows);
  return rows.map((row) => {
    const found = stored.get(keyOf(row));
    if (found === undefined) return null;
    const hit = presentHit(row.type, found, wanted);
    return { hit, publishedAt: new Date(hit.article.publishedAt) };
  });
}

const keyOf = ({ type, articleId, position }: Pick<FoundRow, 'type' | 'articleId' | 'position'>) =>
  `${type} ${articleId} ${position}`;

/** Finished JSON; the summary is an article's only. */
interface Stored {
  document: Finished;
  summary?: string;
}

async function readStored(client: Client, rows: readonly FoundRow[]): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  const articles = rows.filter(({ type }) => type === 'article');
  if (articles.length > 0) {
    const ids = articles.map(({ articleId }) => articleId);
    const columns = ['id', 'summary'] as const;
    for (const row of await findRows(client, 'PublishedArticle', { id: ids }, columns, [
      'document',
    ]))
      stored.set(keyOf({ type: 'article', articleId: row.id, position: 0 }), row);
  }
  for (const type of ['turn', 'quote', 'claim'] as const) {
    const places = rows
      .filter((row) => row.type === type)
      .map(({ articleId, position }) => ({ articleId, position }));
    if (places.length === 0) continue;
    for (const row of await readParts(client, type, places))
      stored.set(keyOf({ type, ...row }), row);
  }
  return stored;
}

const PART_TABLES = {
  turn: 'PublishedTurn',
  quote: 'PublishedQuote',
  claim: 'PublishedClaim',
} as const;

function readParts(
  client: Client,
  type: 'turn' | 'quote' | 'claim',
  places: { articleId: string; position: number }[],
): Promise<{ articleId: string; position: number; document: string }[]> {
  return listRows(client, PART_TABLES[type], {
    where: { OR: places },
    orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    take: places.length,
    columns: ['articleId', 'position', 'document'],
  });
}

function presentHit(
  type: FoundRow['type'],
  { document, summary }: Stored,
  wanted: readonly WordsNode[],
): SearchHit {
  switch (type) {
    case 'article':
      return articleHit(JSON.parse(summary ?? String(document)), toBytes(document), wanted);
    case 'turn':
      return turnHit(JSON.parse(String(document)) as z.infer<typeof standaloneTurn>, wanted);
    case 'quote':
      return quoteHit(JSON.parse(String(document)) as z.infer<typeof standaloneQuote>, wanted);
    case 'claim':
      return claimHit(JSON.parse(String(document)) as z.infer<typeof standaloneClaim>, wanted);
  }
}

function articleHit(
  { id, slug, headline, url, publishedAt, summary }: ArticleSummary,
  document: Buffer,
  wanted: readonly WordsNode[],
): SearchHit {
  const passages = [whole('headline', headline, wanted), whole('summary', summary, wanted)];
  const inText = findInText(document, wanted);
  if (inText !== null) passages.push({ field: inText.field, ...inText.shown });
  return {
    type: 'article',
    id,
    url,
    article: { id, slug, headline, url, publishedAt },
    speaker: null,
    figure: null,
    passages,
    anchor: inText === null ? null : anchorOf(inText.place, inText.text, inText.shown),
  };
}

interface InText {
  field: 'body' | 'turn';
  place: string;
  text: string;
  shown: Shown;
}

/** The first passage of an article that matches: in the body, else in its turns. */
function findInText(document: Buffer, wanted: readonly WordsNode[]): InText | null {
  const text = bodyTextOf(document);
  const body = showExcerpt(text, wanted);
  if (body !== null) return { field: 'body', place: 'body', text, shown: body };
  for (const { turns } of interviewsOf(document)) {
    for (const { id, plainText } of turns) {
      const shown = showExcerpt(plainText, wanted);
      if (shown !== null) return { field: 'turn', place: id, text: plainText, shown };
    }
  }
  return null;
}

/**
 * Members of a finished document by their names, since to read all of a long article takes
 * longer than to find it. A name with its quotation marks stands in no string of JSON, which
 * has a backslash before each of them.
 */
function bodyTextOf(document: Buffer): string {
  const start = endOf(document, '"bodyText":');
  return JSON.parse(document.toString('utf8', start, endOfString(document, start))) as string;
}

function interviewsOf(document: Buffer): WireArticle['interviews'] {
  const start = endOf(document, '"interviews":');
  const end = document.indexOf(',"quotes":[', start);
  return JSON.parse(document.toString('utf8', start, end)) as WireArticle['interviews'];
}

function endOf(document: Buffer, name: string): number {
  const start = document.indexOf(name);
  if (start < 0) throw new Error(`A document has no ${name}`);
  return start + name.length;
}

const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;

/** Behind the string of JSON that begins at `start`. */
function endOfString(document: Buffer, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = document.indexOf(QUOTATION_MARK, at);
    if (at < 0) throw new Error('A document ends within a string.');
    let escaping = at;
    while (document[escaping - 1] === BACKSLASH) escaping -= 1;
    if ((at - escaping) % 2 === 0) return at + 1;
  }
}

function toBytes(document: Finished): Buffer {
  return typeof document === 'string' ? Buffer.from(document) : document;
}

function turnHit(turn: z.infer<typeof standaloneTurn>, wanted: readonly WordsNode[]): SearchHit {
  const shown = showExcerpt(turn.plainText, wanted) ?? showBeginning(turn.plainText);
  return {
    type: 'turn',
    id: turn.id,
    url: turn.url,
    article: turn.article,
    speaker: turn.speaker,
    figure: null,
    passages: [{ field: 'turn', ...shown }, ...named('speaker', turn.speaker.name, wanted)],
    anchor: anchorOf(turn.id, turn.plainText, shown),
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

/** Where the first match of a passage stands, as a W3C selector like those of quotes. */
function anchorOf(place: string, text: string, shown: Shown): Anchor | null {
  const [first] = shown.highlights;
  if (first === undefined) return null;
  const points = indexCodePoints(text);
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
