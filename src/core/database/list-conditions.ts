/** What lists ask of rows, written as SQL. */
import { type Connection, quoteName, type Value } from './connection.ts';
import type { Engine } from './types.ts';

/**
 * A condition on rows that another table knows. Of few rows that fulfil it all are looked up;
 * where there are more, each row of the list is looked at in its turn.
 */
export interface Lookup {
  /** Selects one row for each row that fulfils it. */
  all(add: Add, engine: Engine): string;
  /** Selects what the rows that fulfil it have in the column `by`, as "key", each once. */
  keys(add: Add, engine: Engine): string;
  by: string;
  /** The condition, by looking at a row. */
  each(add: Add, engine: Engine): string;
  /** Whether it takes long to find out that few rows fulfil it. */
  mayTakeLong: boolean;
}

/** The tags of the article that a part stands in, which Prisma's models do not relate to it. */
export interface OfTaggedArticle {
  articleTags?: { some: { tag: string } };
}

/** What the desk's articles refer to, which Prisma's models do not relate to them. */
export interface OfReferringArticle {
  references?: { some: { kind: string; targetId: string } };
}

interface Relation {
  table: string;
  /** Its column that names a row, and the column of the row that it names. */
  names: string;
  by: string;
}

/** By table: which rows belong to a row of it; `some` of them must fulfil a condition. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  Article: {
    references: { table: 'ArticleReference', names: 'articleId', by: 'id' },
  },
  PublishedArticle: {
    tags: { table: 'PublishedArticleTag', names: 'articleId', by: 'id' },
    sources: { table: 'PublishedArticleSource', names: 'articleId', by: 'id' },
    figures: { table: 'PublishedArticleFigure', names: 'articleId', by: 'id' },
  },
  PublishedQuote: {
    articleTags: { table: 'PublishedArticleTag', names: 'articleId', by: 'articleId' },
  },
  PublishedClaim: {
    sources: { table: 'PublishedClaimSource', names: 'claimId', by: 'id' },
  },
};

/**
 * Adds a parameter to a statement, whose text is written from its beginning to its end, and
 * says how the text names it. Put together of Prisma's pieces, the text took a twelfth of the
 * time of a list.
 */
export type Add = (value: Value) => string;

export function adderTo(connection: Connection, values: Value[]): Add {
  return (value) => connection.parameter(values.push(value));
}

/** What a condition is written with. */
export interface Writer {
  add: Add;
  engine: Engine;
  /** The lookups in it, by what stands for them. */
  lookups: ReadonlyMap<unknown, Lookup>;
  few: ReadonlySet<Lookup>;
  /** The one that the rows are chosen by. */
  first?: Lookup;
}

export function whole(
  writer: Writer,
  table: string,
  where: object,
  lookup: Lookup | undefined,
): string {
  const condition = allOf(writer, table, where);
  return lookup === undefined ? condition : `${condition} AND ${lookUp(writer, lookup)}`;
}

/** The conditions on what belongs to a row that must all be fulfilled. */
export function lookupsIn(table: string, where: object): Map<unknown, Lookup> {
  const lookups = new Map<unknown, Lookup>();
  for (const [name, wanted] of Object.entries(where)) {
    if (wanted === undefined) continue;
    if (name === 'AND') {
      for (const one of allIn(wanted))
        for (const entry of lookupsIn(table, one)) lookups.set(...entry);
    }
    const relation = RELATIONS[table]?.[name];
    if (relation !== undefined) lookups.set(wanted, lookUpRelated(table, relation, wanted));
  }
  return lookups;
}

function lookUpRelated(
  table: string,
  { table: other, names, by }: Relation,
  { some }: { some: object },
): Lookup {
  const rows = (add: Add, engine: Engine) => {
    const writer = { add, engine, lookups: new Map(), few: new Set<Lookup>() };
    return `FROM ${quoteName(other)} WHERE ${allOf(writer, other, some)}`;
  };
  return {
    by,
    mayTakeLong: false,
    all: (add, engine) => `SELECT 1 AS "one" ${rows(add, engine)}`,
    keys: (add, engine) => `SELECT DISTINCT ${quoteName(names)} AS "key" ${rows(add, engine)}`,
    each: (add, engine) =>
      exists(
        engine,
        `SELECT 1 ${rows(add, engine)}
      AND ${quoteName(other)}.${quoteName(names)} = ${quoteName(table)}.${quoteName(by)}`,
      ),
  };
}

/**
 * Whether there is such a row, looked up for one row of a list after another. PostgreSQL would
 * rather read once all of them that any row could have, but for `OFFSET 0`.
 */
export function exists(engine: Engine, select: string): string {
  return engine === 'postgresql' ? `EXISTS (${select} OFFSET 0)` : `EXISTS (${select})`;
}

function lookUp({ add, engine, few, first }: Writer, lookup: Lookup): string {
  if (lookup === first) return TRUE;
  if (!few.has(lookup)) return lookup.each(add, engine);
  return `${quoteName(lookup.by)} IN (${lookup.keys(add, engine)})`;
}

/** The conditions of an AND or an OR, which may be one or a list. */
function allIn(wanted: unknown): readonly object[] {
  return Array.isArray(wanted) ? wanted : [wanted as object];
}

const TRUE = '1 = 1';
const FALSE = '1 = 0';

/** All members of a condition. */
function allOf(writer: Writer, table: string, where: object): string {
  const parts: string[] = [];
  for (const [name, wanted] of Object.entries(where)) {
    if (wanted !== undefined) parts.push(partOf(writer, table, name, wanted));
  }
  return parts.length === 0 ? TRUE : parts.join(' AND ');
}

function partOf(writer: Writer, table: string, name: string, wanted: unknown): string {
  const { add, lookups } = writer;
  if (name === 'AND' || name === 'OR') {
    const inner = allIn(wanted).map((one) => `(${allOf(writer, table, one)})`);
    // Prisma takes none of no conditions for true in one place and for false in another.
    if (inner.length === 0 && name === 'OR') throw new Error('Lists know no empty OR.');
    if (inner.length === 0) return TRUE;
    return `(${inner.join(` ${name} `)})`;
  }
  const lookup = lookups.get(wanted);
  if (lookup !== undefined) return lookUp(writer, lookup);
  if (wanted === null) return `${quoteName(name)} IS NULL`;
  if (typeof wanted !== 'object' || wanted instanceof Date)
    return `${quoteName(name)} = ${add(wanted as Value)}`;
  const tests = Object.entries(wanted).map(([test, value]) => testOf(add, name, test, value));
  return tests.join(' AND ');
}

const COMPARISONS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function testOf(add: Add, name: string, test: string, value: unknown): string {
  const comparison = COMPARISONS[test];
  if (comparison !== undefined) return `${quoteName(name)} ${comparison} ${add(value as Value)}`;
  if (test === 'contains') return `${quoteName(name)} LIKE ${add(`%${value}%`)}`;
  if (test === 'not' && value === null) return `${quoteName(name)} IS NOT NULL`;
  if (test === 'in' && Array.isArray(value))
    return value.length === 0 ? FALSE : `${quoteName(name)} IN (${value.map(add).join(', ')})`;
  throw new Error(`Lists know no condition ${name}.${test}.`);
}
