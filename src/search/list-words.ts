/**
 * Words as a condition of lists. The search index knows in which rows they stand; looking
 * through the texts of a hundred thousand articles takes seconds.
 */
import { type Add, exists, type Lookup } from '../core/database/list-conditions.ts';
import type { Engine } from '../core/database/types.ts';
import {
  FIELD_MARKS,
  type Field,
  facetTokens,
  type HitType,
  type WantedFacets,
} from './index-rows.ts';
import { wordList } from './tokens.ts';

interface Numbered {
  type: HitType;
  /** Where the words must stand; who says a quote is no part of it. */
  field: Field;
  /** The row of the index that a row of the list, `p`, has, beside the article's entry `a`. */
  place: string;
  /** The row of the list that a row of the index, `f`, has. */
  isOf: string;
}

/** By table, as index-store.ts numbers them. */
const NUMBERED = {
  PublishedArticle: {
    type: 'article',
    field: 'anywhere',
    place: 'a."articleId" = p."id" AND "SearchIndex"."rowid" = a."last"',
    isOf: 'p."id" = a."articleId" AND a."last" = f."rowid"',
  },
  PublishedQuote: { type: 'quote', field: 'lead', ...behind('0') },
  PublishedTurn: { type: 'turn', field: 'anywhere', ...behind('a."quotes" + a."claims"') },
} satisfies Record<string, Numbered>;

function behind(others: string): Pick<Numbered, 'place' | 'isOf'> {
  return {
    place: `a."articleId" = p."articleId" AND
      "SearchIndex"."rowid" = a."last" - (${others}) - p."position"`,
    isOf: `p."articleId" = a."articleId" AND p."position" = a."last" - (${others}) - f."rowid"`,
  };
}

const NOWHERE: Lookup = {
  all: () => 'SELECT 1 WHERE 1 = 0',
  keys: () => `SELECT '' AS "key" WHERE 1 = 0`,
  by: 'id',
  mayTakeLong: false,
  each: () => '1 = 0',
};

/**
 * The rows of a table in which all words of a query stand, as words; all if there is no query.
 * A part of it that holds no letter and no digit stands nowhere.
 *
 * @param facets what else the list asks for that the index knows: of words that stand in many
 *   rows, few may be of one speaker
 */
export function lookUpWords(
  table: keyof typeof NUMBERED,
  query: string | undefined,
  facets: WantedFacets = {},
): Lookup | undefined {
  if (query === undefined) return undefined;
  const parts = query.trim().split(/\s+/).map(wordList);
  if (parts.some((words) => words.length === 0)) return NOWHERE;
  const { type, field, place, isOf } = NUMBERED[table];
  const words = parts.flat().map((word) => FIELD_MARKS[field] + word);
  const tokens = [...words, ...facetTokens({ ...facets, type })];
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
    each: (add, engine) =>
      exists(
        engine,
        `SELECT 1 FROM "SearchArticle" a, "SearchIndex"
      WHERE ${place.replaceAll('p."', `"${table}"."`)} AND ${match(add, engine, tokens)}`,
      ),
  };
}

/**
 * The words of a query as a condition on a turn’s folded text: the index knows a turn by its
 * speaker’s name too. Figures are written in many ways, and are left to the index.
 */
export function standInText(query: string | undefined): {
  AND: { searchText: { contains: string } }[];
} {
  const words = query === undefined ? [] : wordList(query).filter((word) => !/\p{N}/u.test(word));
  return { AND: words.map((word) => ({ searchText: { contains: word } })) };
}

/** Tokens hold no quotation marks (index-rows.ts). */
function match(add: Add, engine: Engine, tokens: readonly string[]): string {
  if (engine === 'sqlite')
    return `"SearchIndex" MATCH ${add(tokens.map((token) => `"${token}"`).join(' AND '))}`;
  return `"vector" @@ ${add(tokens.map((token) => `'${token}'`).join(' & '))}::tsquery`;
}
