/** Search: from a checked request to one page of hits. */
import { queryRows, queryRowsAside } from '../core/database/rows.ts';
import type { Database } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { momentToDate } from '../core/http/scalars.ts';
import { foldForSearch } from '../text/words.ts';
import { countMatchingRows, findMatchingRows, findWords, type Selection } from './find-store.ts';
import { writeHit } from './hits.ts';
import { type Expression, rankingSteps } from './index-expression.ts';
import { facetTokens, type HitType } from './index-rows.ts';
import { rowCeiling, rowFloor } from './index-store.ts';
import { type KeptTexts, showRow } from './kept-texts.ts';
import { parseQuery, positiveWords, type QueryNode, QuerySyntaxError } from './query.ts';
import type { SearchHit } from './schema.ts';
import type { ShownRow } from './shown-row.ts';
import { suggestQueries } from './suggest.ts';

/** How many hits of a search can be paged through. */
const HITS_MAX = 1_000;
/** More than this many vocabulary words are not compared with a misspelt one. */
const WORDS_COMPARED_MAX = 40_000;
/** Up to where the frequency of a suggested word is counted. */
const COUNT_MAX = 50;

export interface SearchFilter {
  type: HitType | undefined;
  section: string | undefined;
  tag: string | undefined;
  language: string | undefined;
  /** Ids. */
  source: string | undefined;
  speaker: string | undefined;
  figure: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Where to look, and what of it is in memory already. */
export interface SearchContext {
  db: Database;
  keptTexts: KeptTexts;
}

/** Behind the last hit of a page: the step of the ranking, the row, how many came before. */
export interface SearchPosition {
  step: number;
  row: number;
  count: number;
}

export interface SearchResult {
  /** As JSON. */
  hits: string[];
  /** The ids of what was found and of the articles that it stands in, each once. */
  ids: ReadonlySet<string>;
  next: SearchPosition | null;
}

/** @throws Problem query-syntax with the position */
export function readQuery(query: string): QueryNode {
  try {
    return parseQuery(query);
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    const { message, position } = error;
    throw new Problem(
      'query-syntax',
      `The query can’t be read at position ${position}: ${message}.`,
      {
        errors: [{ parameter: 'q', code: 'query-syntax', message: `at ${position}: ${message}` }],
        members: { position },
      },
    );
  }
}

/**
 * One page of hits, best first. The ranking is the same on both databases: a headline
 * counts more than a summary or a quoted statement, those more than a body or a turn,
 * and among equals the newest comes first. So a page costs the same wherever it is, and
 * however many rows a common word is in.
 */
export async function search(
  { db, keptTexts }: SearchContext,
  tree: QueryNode,
  filter: SearchFilter,
  after: SearchPosition | null,
  limit: number,
): Promise<SearchResult> {
  const steps = rankingSteps(tree, filter.type);
  const query = isSoonFound(tree, filter) ? queryRows : queryRowsAside;
  const wanted = positiveWords(tree);
  const before = after?.count ?? 0;
  const take = Math.max(0, Math.min(limit, HITS_MAX - before));
  const hits: { hit: ShownRow; step: number; row: number }[] = [];
  const seen = new Set<number>();
  let position = after;
  for (;;) {
    const missing = take + 1 - hits.length;
    const selections = selectSteps(steps, filter, position, after === null);
    const rows = await findMatchingRows(db.read, selections, [...seen], missing, query);
    for (const found of rows) {
      const { step, row } = found;
      if (seen.has(row)) continue;
      seen.add(row);
      const hit = showRow(found, keptTexts);
      if (hit !== null && isInRange(hit, filter)) hits.push({ hit, step, row });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < missing || hits.length > take) break;
    position = { step: last.step, row: last.row, count: before };
  }
  const shown = hits.slice(0, take);
  const last = shown.at(-1);
  const count = before + shown.length;
  const more = hits.length > take && last !== undefined && count < HITS_MAX;
  const ids = new Set<string>();
  for (const { hit } of shown) ids.add(hit.id).add(hit.articleId);
  return {
    hits: shown.map(({ hit }) => writeHit(hit, wanted)),
    ids,
    next: more ? { step: last.step, row: last.row, count } : null,
  };
}

/**
 * Where one word stands is read out of the index until a page is full. Where several have to be
 * in one row, long stretches of it may be read in vain.
 */
function isSoonFound(tree: QueryNode, filter: SearchFilter): boolean {
  const isOneWord = tree.kind === 'words' && tree.words.length === 1 && !tree.prefix;
  return isOneWord && facetTokens(filter).length === 0;
}

/**
 * The steps from a position on. The first page has seen all rows of the steps behind it, and
 * leaves them out by their numbers; for later ones the index does, which takes a look-up each.
 */
function selectSteps(
  steps: readonly Expression[],
  filter: SearchFilter,
  position: SearchPosition | null,
  isFirstPage: boolean,
): Selection[] {
  const facets = facetTokens(filter);
  const floor = filter.from === undefined ? null : rowFloor(momentToDate(filter.from));
  const to = filter.to === undefined ? null : rowCeiling(momentToDate(filter.to));
  const begin = position?.step ?? 0;
  return steps.slice(begin).map((match, index) => {
    const step = begin + index;
    const except = isFirstPage ? [] : steps.slice(0, step);
    const below = index === 0 && position !== null ? position.row : null;
    const ceiling = below === null ? to : Math.min(below, to ?? below);
    return { step, condition: { match, except, facets }, floor, ceiling };
  });
}

/** Rows are numbered by whole seconds, or days; the bounds are exact. */
function isInRange({ publishedAt }: ShownRow, { from, to }: SearchFilter): boolean {
  if (from === undefined && to === undefined) return true;
  const time = new Date(publishedAt);
  if (from !== undefined && time < momentToDate(from)) return false;
  return to === undefined || time < momentToDate(to);
}

/** A query like this one that does find something; null if none is near. */
export async function suggest(
  context: SearchContext,
  query: string,
  tree: QueryNode,
  filter: SearchFilter,
): Promise<string | null> {
  const { db } = context;
  const count = (word: string) => {
    const match = { query: nodeOf(word), field: 'anywhere' } as const;
    return countMatchingRows(db.read, { match, except: [], facets: [] }, COUNT_MAX);
  };
  const suggestions = suggestQueries(query, tree, {
    count,
    async written(word) {
      const { hits } = await search(context, nodeOf(word), filter, null, 1);
      return writtenIn(hits[0], word);
    },
    words: (beginning, shortest, longest) =>
      findWords(db.read, beginning, { shortest, longest, take: WORDS_COMPARED_MAX }),
  });
  for await (const suggestion of suggestions) {
    const { hits } = await search(context, parseQuery(suggestion), filter, null, 1);
    if (hits.length > 0) return suggestion;
  }
  return null;
}

/** How a hit has a word that it was found by; as it is compared if it is not to be seen there. */
function writtenIn(hit: string | undefined, word: string): string {
  if (hit === undefined) return word;
  const { passages } = JSON.parse(hit) as SearchHit;
  const found = passages.flatMap(({ text, highlights }) => {
    const points = [...text];
    return highlights.map(({ start, end }) => points.slice(start, end).join('').toLowerCase());
  });
  return found.find((one) => foldForSearch(one) === word) ?? word;
}

function nodeOf(word: string): QueryNode {
  return { kind: 'words', words: [word], prefix: false, text: word, start: 0 };
}
