/**
 * Words as a condition of lists. The search index knows in which rows they stand; looking
 * through the texts of a hundred thousand articles takes seconds.
 */
import type { Add, Lookup } from '../core/database/list.ts';
import type { Engine } from '../core/database/types.ts';
import { facetToken } from './index-rows.ts';
import { wordList } from './tokens.ts';

interface Numbered {
  /** The row of the index that a row of the list, `p`, has, beside the article's entry `a`. */
  place: string;
  /** The row of the list that a row of the index, `f`, has. */
  isOf: string;
}

/** By table, as index-store.ts numbers them. */
const NUMBERED = {
  PublishedArticle: {
    place: 'a."articleId" = p."id" AND "SearchIndex"."rowid" = a."last"',
    isOf: 'p."id" = a."articleId" AND a."last" = f."rowid"',
  },
  PublishedQuote: behind('0'),
  PublishedTurn: behind('a."quotes" + a."claims"'),
} as const;

function behind(others: string): Numbered {
  return {
    place: `a."articleId" = p."articleId" AND
      "SearchIndex"."rowid" = a."last" - (${others}) - p."position"`,
    isOf: `p."articleId" = a."articleId" AND p."position" = a."last" - (${others}) - f."rowid"`,
  };
}

const TYPES = {
  PublishedArticle: 'article',
  PublishedQuote: 'quote',
  PublishedTurn: 'turn',
} as const;

/** What holds no word stands nowhere. */
const NOWHERE: Lookup = {
  all: () => 'SELECT 1 WHERE 1 = 0',
  keys: () => `SELECT '' AS "key" WHERE 1 = 0`,
  by: 'id',
  mayTakeLong: false,
  each: () => '1 = 0',
};

/** The rows of a table in which all words of a query stand, as words; all if none is given. */
export function lookUpWords(
  table: keyof typeof NUMBERED,
  query: string | undefined,
): Lookup | undefined {
  if (query === undefined) return undefined;
  const words = wordList(query);
  if (words.length === 0) return NOWHERE;
  const tokens = [...words, facetToken('type', TYPES[table])];
  const { place, isOf } = NUMBERED[table];
  const rows = (add: Add, engine: Engine) =>
    `FROM "SearchIndex" WHERE ${match(add, engine, tokens)}`;
  return {
    all: (add, engine) => `SELECT "rowid" ${rows(add, engine)}`,
    keys: (add, engine) => `SELECT p."id" AS "key" FROM (SELECT "rowid" ${rows(add, engine)}) f
      JOIN "SearchArticle" a
        ON a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= f."rowid")
      JOIN "${table}" p ON ${isOf}`,
    by: 'id',
    mayTakeLong: true,
    each: (add, engine) => `EXISTS (SELECT 1 FROM "SearchArticle" a, "SearchIndex"
      WHERE ${place.replaceAll('p."', `"${table}"."`)} AND ${match(add, engine, tokens)})`,
  };
}

/** Tokens hold no quotation marks (index-rows.ts). */
function match(add: Add, engine: Engine, tokens: readonly string[]): string {
  if (engine === 'sqlite')
    return `"SearchIndex" MATCH ${add(tokens.map((token) => `"${token}"`).join(' AND '))}`;
  return `"vector" @@ ${add(tokens.map((token) => `'${token}'`).join(' & '))}::tsquery`;
}
