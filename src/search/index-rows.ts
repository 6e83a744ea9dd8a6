/**
 * A published article as rows of the search index: one for the article, one for each of
 * its quotes, claims and turns. A row is a string of tokens with a space between them.
 *
 * A token is a folded word; `h.word` where it stands in a headline, `s.word` where it
 * stands in a headline, a summary, or the words of a quote or claim; and `:name:value`
 * for what can be filtered by. A `.` stands between texts, so that no phrase spans two.
 * Words hold letters with their marks and digits only, so that none can pass for another kind
 * of token.
 */
import type { WireArticle } from '../articles/schema.ts';
import { wordList } from './tokens.ts';

/** Where a word must stand: in a headline, in a summary or statement, or anywhere. */
export type Field = 'headline' | 'lead' | 'anywhere';
export const FIELD_MARKS: Record<Field, string> = { headline: 'h.', lead: 's.', anywhere: '' };

export const HIT_TYPES = ['article', 'turn', 'quote', 'claim'] as const;
export type HitType = (typeof HIT_TYPES)[number];

/** What hits can be filtered by; the values are slugs, ids and language tags. */
export interface Facets {
  type: HitType;
  section: string;
  tag: string;
  language: string;
  /** Anyone who speaks or is cited. */
  source: string;
  /** Who says a turn or a quote. */
  speaker: string;
  figure: string;
}

const FACETS = ['type', 'section', 'tag', 'language', 'source', 'speaker', 'figure'] as const;

function facetToken(name: keyof Facets, value: string): string {
  return `:${name}:${value.toLowerCase()}`;
}

/** What is asked for; undefined where anything is. */
export type WantedFacets = { [F in keyof Facets]?: string | undefined };

export function facetTokens(facets: WantedFacets): string[] {
  return FACETS.flatMap((name) => {
    const value = facets[name];
    return value === undefined ? [] : [facetToken(name, value)];
  });
}

const GAP = '.';

/** The rows of an article in their order: the article, its quotes, its claims, its turns. */
export function indexRows(article: WireArticle): string[] {
  return rowsOf(article, createRows(new Map()));
}

/** The rows of an article, and those words of them that a misspelt one may be meant to be. */
export function indexArticle(article: WireArticle): { rows: string[]; words: string[] } {
  const known = new Map<string, string[]>();
  const rows = rowsOf(article, createRows(known));
  return { rows, words: [...new Set([...known.values()].flat())].filter(isTelling) };
}

function rowsOf(article: WireArticle, row: MakeRow): string[] {
  const shared = [
    facetToken('section', article.section.slug),
    facetToken('language', article.language),
    ...article.tags.map(({ slug }) => facetToken('tag', slug)),
  ];
  return [
    articleRow(article, shared, row),
    ...article.quotes.map((quote) =>
      row({ lead: [quote.text], other: [quote.speaker.name, quote.original?.text ?? ''] }, [
        ...shared,
        ...spoken('quote', quote.speaker.id),
      ]),
    ),
    ...article.claims.map((claim) =>
      row({ lead: [claim.text], other: [claim.figure.question, claim.source.name] }, [
        ...shared,
        facetToken('type', 'claim'),
        facetToken('figure', claim.figure.id),
        ...[...new Set([claim.source.id, ...claim.chain.map(({ source }) => source.id)])].map(
          (id) => facetToken('source', id),
        ),
      ]),
    ),
    ...article.interviews.flatMap(({ turns }) =>
      turns.map((turn) =>
        row({ other: [turn.plainText, turn.speaker.name] }, [
          ...shared,
          ...spoken('turn', turn.speaker.id),
        ]),
      ),
    ),
  ];
}

function articleRow(article: WireArticle, shared: string[], row: MakeRow): string {
  const turns = article.interviews.flatMap((interview) => interview.turns);
  return row(
    {
      headline: [article.headline],
      lead: [article.summary],
      other: [article.bodyText, ...turns.map(({ plainText }) => plainText)],
    },
    [
      ...shared,
      facetToken('type', 'article'),
      ...article.sources.map(({ id }) => facetToken('source', id)),
      ...[...new Set(article.claims.map(({ figure }) => figure.id))].map((id) =>
        facetToken('figure', id),
      ),
    ],
  );
}

function spoken(type: HitType, speakerId: string): string[] {
  return [
    facetToken('type', type),
    facetToken('source', speakerId),
    facetToken('speaker', speakerId),
  ];
}

interface Texts {
  headline?: string[];
  lead?: string[];
  other: string[];
}

type MakeRow = (texts: Texts, facets: readonly string[]) => string;

/**
 * Makes the rows of one article, whose texts stand in several of them but are cut once.
 *
 * @param known takes the words of each text
 */
function createRows(known: Map<string, string[]>): MakeRow {
  const wordsOf = (text: string): string[] => {
    const words = known.get(text) ?? wordList(text);
    known.set(text, words);
    return words;
  };
  return ({ headline = [], lead = [], other }, facets) => {
    const tokens: string[] = [];
    const add = (mark: string, texts: readonly string[]) => {
      for (const text of texts) {
        for (const word of wordsOf(text)) tokens.push(mark + word);
        tokens.push(GAP);
      }
    };
    add(FIELD_MARKS.headline, headline);
    add(FIELD_MARKS.lead, [...headline, ...lead]);
    add(FIELD_MARKS.anywhere, [...headline, ...lead, ...other]);
    const row = [...tokens, ...facets].join(' ');
    if (row.length <= ROW_UNITS_SAFE) return row;
    return [...withinVector(tokens, facets), ...facets].join(' ');
  };
}

/**
 * PostgreSQL’s tsvector holds a megabyte (2^20 bytes) of distinct tokens, and spoils what is
 * beyond. What a row leaves out of a conversation of that many words, the rows of its turns have.
 */
const ROW_BYTES_MAX = 1_000_000;
/** A UTF-16 unit takes three bytes at most. */
const ROW_UNITS_SAFE = ROW_BYTES_MAX / 3;

/** As many of the tokens as there is room for beside the facets. */
function withinVector(tokens: readonly string[], facets: readonly string[]): readonly string[] {
  const distinct = new Set<string>();
  let bytes = Buffer.byteLength(facets.join(''));
  for (const [index, token] of tokens.entries()) {
    if (distinct.has(token)) continue;
    distinct.add(token);
    bytes += Buffer.byteLength(token);
    if (bytes > ROW_BYTES_MAX) return tokens.slice(0, index);
  }
  return tokens;
}

const WORD_MIN = 3;
const NUMERIC = /^[\p{N}.]+$/u;

/** Whether a misspelt word may be meant to be this one. */
export function isTelling(word: string): boolean {
  return word.length >= WORD_MIN && !NUMERIC.test(word);
}
