/** Search: from a checked request to one page of hits. */
import type { Database } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { momentToDate } from '../core/http/scalars.ts';
import { type PresentedHit, presentHits } from './hits.ts';
import { type Condition, type Expression, rankingSteps } from './index-expression.ts';
import { type Facets, facetToken, type HitType } from './index-rows.ts';
import { type FoundRow, findRows, findWords, rowCeiling, rowFloor } from './index-store.ts';
import { parseQuery, positiveWords, type QueryNode, QuerySyntaxError } from './query.ts';
import { suggestQuery } from './suggest.ts';

/** How many hits of a search can be paged through. */
export const HITS_MAX = 1_000;
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

/** Behind the last hit of a page: the step of the ranking, the row, how many came before. */
export interface SearchPosition {
  step: number;
  row: number;
  count: number;
}

export interface SearchResult {
  hits: PresentedHit[];
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
  db: Database,
  tree: QueryNode,
  filter: SearchFilter,
  after: SearchPosition | null,
  limit: number,
): Promise<SearchResult> {
  const steps = rankingSteps(tree);
  const wanted = positiveWords(tree);
  const before = after?.count ?? 0;
  const take = Math.max(0, Math.min(limit, HITS_MAX - before));
  const hits: { hit: PresentedHit; step: number; row: number }[] = [];
  // The first page has read all rows of the steps behind it; later ones have the index leave
  // them out, which takes a look-up for each.
  const seen = new Set<number>();
  let step = after?.step ?? 0;
  let below = after?.row ?? null;
  while (step < steps.length && hits.length <= take) {
    const missing = take + 1 - hits.length;
    const most = missing + seen.size;
    const except = after === null ? [] : steps.slice(0, step);
    const found = await findStep(db, steps[step], except, filter, below, most);
    const unseen = found.filter(({ row }) => !seen.has(row));
    const rows = unseen.slice(0, missing);
    const presented = await presentHits(db.read, rows, wanted);
    for (const [index, hit] of presented.entries()) {
      const row = rows[index]?.row;
      if (row === undefined) continue;
      seen.add(row);
      if (hit !== null && isInRange(hit, filter)) hits.push({ hit, step, row });
    }
    below = rows.at(-1)?.row ?? null;
    if (found.length < most && rows.length === unseen.length) {
      step += 1;
      below = null;
    }
  }
  const shown = hits.slice(0, take);
  const last = shown.at(-1);
  const count = before + shown.length;
  const more = hits.length > take && last !== undefined && count < HITS_MAX;
  return {
    hits: shown.map(({ hit }) => hit),
    next: more ? { step: last.step, row: last.row, count } : null,
  };
}

function findStep(
  db: Database,
  match: Expression | undefined,
  except: readonly Expression[],
  filter: SearchFilter,
  below: number | null,
  take: number,
): Promise<FoundRow[]> {
  if (match === undefined) return Promise.resolve([]);
  const condition: Condition = { match, except, facets: facetsOf(filter) };
  const to = filter.to === undefined ? null : rowCeiling(momentToDate(filter.to));
  const range = {
    floor: filter.from === undefined ? null : rowFloor(momentToDate(filter.from)),
    ceiling: below === null ? to : Math.min(below, to ?? below),
  };
  return findRows(db.read, db.engine, condition, range, take);
}

function facetsOf(filter: SearchFilter): string[] {
  const names = ['type', 'section', 'tag', 'language', 'source', 'speaker', 'figure'] as const;
  return names.flatMap((name: keyof Facets) => {
    const value = filter[name];
    return value === undefined ? [] : [facetToken(name, value)];
  });
}

/** Rows are numbered by whole seconds; the bounds are exact. */
function isInRange({ publishedAt }: PresentedHit, { from, to }: SearchFilter): boolean {
  if (from !== undefined && publishedAt < momentToDate(from)) return false;
  return to === undefined || publishedAt < momentToDate(to);
}

/** A query like this one that does find something; null if none is near. */
export async function suggest(
  db: Database,
  query: string,
  tree: QueryNode,
  filter: SearchFilter,
): Promise<string | null> {
  const count = async (word: string) => {
    const match = { query: nodeOf(word), field: 'anywhere' } as const;
    const condition = { match, except: [], facets: [] };
    const all = { floor: null, ceiling: null };
    return (await findRows(db.read, db.engine, condition, all, COUNT_MAX)).length;
  };
  const suggestion = await suggestQuery(query, tree, {
    count,
    words: (beginning, shortest, longest) =>
      findWords(db.read, beginning, { shortest, longest, take: WORDS_COMPARED_MAX }),
  });
  if (suggestion === null) return null;
  const { hits } = await search(db, parseQuery(suggestion), filter, null, 1);
  return hits.length > 0 ? suggestion : null;
}

function nodeOf(word: string): QueryNode {
  return { kind: 'words', words: [word], prefix: false, text: word, start: 0 };
}
