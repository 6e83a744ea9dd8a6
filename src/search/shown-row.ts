/**
 * What hits are shown from: all of it that no query changes, ready to be written. It is read
 * once and kept (kept-texts.ts), since many queries find the same rows, the newest above all.
 */
import type * as z from 'zod';
import type { standaloneClaim } from '../claims/schema.ts';
import { quoteJson } from '../core/json-string.ts';
import type { standaloneQuote } from '../quotes/schema.ts';
import type { standaloneTurn } from '../turns/schema.ts';
import type { HitType } from './index-rows.ts';
import type { PASSAGE_FIELDS, SearchHit } from './schema.ts';
import { readShown } from './shown-text.ts';

export type PassageField = (typeof PASSAGE_FIELDS)[number];

/** A text that is shown whole. */
export interface WholeText {
  text: string;
  /** Its passage as JSON, up to its highlights. */
  json: string;
}

export interface ShownRow {
  id: string;
  articleId: string;
  publishedAt: string;
  /** The hit as JSON, up to its passages. */
  json: string;
  texts: ShownTexts;
  /** Whether all of its texts are plain (matches.ts), as far as it is known. */
  arePlain: boolean | undefined;
}

export type ShownTexts =
  | {
      type: 'article';
      headline: WholeText;
      summary: WholeText;
      /** The body and the turns, and the turns' ids, as shown-text.ts writes them. */
      places: string;
      turns: readonly string[];
    }
  | { type: 'turn'; id: string; turn: string; speaker: WholeText }
  | { type: 'quote'; quote: WholeText; original: string | null; speaker: WholeText; anchor: string }
  | { type: 'claim'; claim: WholeText; figure: WholeText; source: WholeText; anchor: string };

/** Of a quote, a claim or a turn its document; of an article as shown-text.ts writes it. */
export interface StoredRow {
  type: HitType;
  shown: string;
  /** An article's only. */
  texts: string;
}

export function readShownRow({ type, shown, texts }: StoredRow): ShownRow {
  switch (type) {
    case 'article':
      return readArticle(shown, texts);
    case 'turn':
      return readTurn(JSON.parse(shown) as z.infer<typeof standaloneTurn>);
    case 'quote':
      return readQuote(JSON.parse(shown) as z.infer<typeof standaloneQuote>);
    case 'claim':
      return readClaim(JSON.parse(shown) as z.infer<typeof standaloneClaim>);
  }
}

function readArticle(shown: string, texts: string): ShownRow {
  const { article, summary, turns } = readShown(shown);
  const { id, url } = article;
  return rowOf(
    { type: 'article', id, url, article, speaker: null, figure: null },
    {
      type: 'article',
      headline: whole('headline', article.headline),
      summary: whole('summary', summary),
      places: texts,
      turns,
    },
  );
}

function readTurn(turn: z.infer<typeof standaloneTurn>): ShownRow {
  const { id, url, article, speaker, plainText } = turn;
  return rowOf(
    { type: 'turn', id, url, article, speaker, figure: null },
    {
      type: 'turn',
      id,
      turn: plainText,
      speaker: whole('speaker', speaker.name),
    },
  );
}

function readQuote(quote: z.infer<typeof standaloneQuote>): ShownRow {
  const { id, url, article, speaker, text, original, anchor } = quote;
  return rowOf(
    { type: 'quote', id, url, article, speaker, figure: null },
    {
      type: 'quote',
      quote: whole('quote', text),
      original: original?.text ?? null,
      speaker: whole('speaker', speaker.name),
      anchor: JSON.stringify(anchor),
    },
  );
}

function readClaim(claim: z.infer<typeof standaloneClaim>): ShownRow {
  const { id, url, article, source, figure, text, anchor } = claim;
  return rowOf(
    { type: 'claim', id, url, article, speaker: source, figure },
    {
      type: 'claim',
      claim: whole('claim', text),
      figure: whole('figure', figure.question),
      source: whole('source', source.name),
      anchor: JSON.stringify(anchor),
    },
  );
}

/** All that words are looked for in. */
export function textsOf({ texts }: ShownRow): string[] {
  switch (texts.type) {
    case 'article':
      return [texts.headline.text, texts.summary.text, texts.places];
    case 'turn':
      return [texts.turn, texts.speaker.text];
    case 'quote':
      return [texts.quote.text, texts.original ?? '', texts.speaker.text];
    case 'claim':
      return [texts.claim.text, texts.figure.text, texts.source.text];
  }
}

function rowOf(hit: Omit<SearchHit, 'passages' | 'anchor'>, texts: ShownTexts): ShownRow {
  const { id, article } = hit;
  return {
    id,
    articleId: article.id,
    publishedAt: article.publishedAt,
    json: JSON.stringify(hit).slice(0, -1),
    texts,
    arePlain: undefined,
  };
}

function whole(field: PassageField, text: string): WholeText {
  return {
    text,
    json: `{"field":"${field}","text":${quoteJson(text)},"offset":0,"highlights":`,
  };
}
