/**
 * Pages of rows without Prisma's query compiler, which takes longer than the database takes
 * for a page (docs/decisions/0009). The query is written and typed as Prisma's `findMany`;
 * what lists need of it is understood here, and anything else is refused.
 */
import { Prisma } from '../../generated/sqlite/client.ts';
import { connectionOf, quoteName, type Value } from './connection.ts';
import { type Finished, selection, type Tables } from './rows.ts';
import type { Client } from './types.ts';

type Models = Prisma.TypeMap['model'];
type Query<T extends keyof Models> = Models[T]['operations']['findMany']['args'];

export interface ListQuery<
  T extends keyof Models,
  C extends keyof Tables[T],
  B extends keyof Tables[T],
> {
  where: NonNullable<Query<T>['where']>;
  orderBy: readonly Partial<Record<keyof Tables[T], 'asc' | 'desc'>>[];
  take: number;
  columns: readonly C[];
  /** Columns of finished text, which are read as bytes where that spares work. */
  bytes?: readonly B[];
}

/** The tags of the article that a part stands in, which Prisma's models do not relate to it. */
export interface OfTaggedArticle {
  articleTags?: { some: { tag: string } };
}

interface Relation {
  table: string;
  /** Its column that names a row, and the column of the row that it names. */
  names: string;
  by: string;
}

/** Which rows belong to a row: `some` of them must fulfil a condition. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  'PublishedArticle.tags': { table: 'PublishedArticleTag', names: 'articleId', by: 'id' },
  'PublishedArticle.sources': { table: 'PublishedArticleSource', names: 'articleId', by: 'id' },
  'PublishedArticle.figures': { table: 'PublishedArticleFigure', names: 'articleId', by: 'id' },
  'PublishedQuote.articleTags': {
    table: 'PublishedArticleTag',
    names: 'articleId',
    by: 'articleId',
  },
  'PublishedClaim.sources': { table: 'PublishedClaimSource', names: 'claimId', by: 'id' },
};

/**
 * Up to so many rows are looked up and sorted. Where more belong to a condition, rows are read
 * in the list's order until there are enough, as one of them is soon found.
 */
const FEW_MAX = 500;

/** The rows that fulfil a condition, in an order, at most `take` of them. */
export async function listRows<
  T extends keyof Models,
  C extends keyof Tables[T],
  B extends keyof Tables[T] = never,
>(
  client: Client,
  table: T,
  { where, orderBy, take, columns, bytes = [] }: ListQuery<T, C, B>,
): Promise<(Pick<Tables[T], C> & Record<B, Finished>)[]> {
  const few = await findFew(client, table, where);
  const condition = allOf(table, where, few);
  const names = selection(client, columns as readonly string[], bytes as readonly string[]);
  const order = orderBy
    .flatMap((one) => Object.entries(one))
    .map(([name, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw new Error(`No order: ${direction}`);
      return `${quoteName(name)} ${direction}`;
    });
  const ordered = Prisma.sql`ORDER BY ${Prisma.raw(order.join(', '))} LIMIT ${take}`;
  // What is sorted is sorted without the columns that are asked for, some of which are long.
  const chosen =
    few.size === 0
      ? condition
      : Prisma.sql`"id" IN (SELECT "id" FROM ${nameOf(table)} WHERE ${condition} ${ordered})`;
  const rows = await connectionOf(client).query(Prisma.sql`
    SELECT ${names} FROM ${nameOf(table)} WHERE ${chosen} ${ordered}`);
  return rows as (Pick<Tables[T], C> & Record<B, Finished>)[];
}

/** The conditions on what belongs to a row that few rows fulfil. */
async function findFew(client: Client, table: string, where: object): Promise<Set<unknown>> {
  const few = new Set<unknown>();
  for (const [name, wanted] of Object.entries(where)) {
    if (name === 'AND') {
      for (const one of [wanted].flat())
        for (const found of await findFew(client, table, one as object)) few.add(found);
    }
    const relation = RELATIONS[`${table}.${name}`];
    if (relation === undefined || wanted === undefined) continue;
    const rows = await connectionOf(client).query(Prisma.sql`
      SELECT 1 AS "one" FROM ${nameOf(relation.table)} WHERE ${allOf(relation.table, wanted.some)}
      LIMIT ${FEW_MAX + 1}`);
    if (rows.length <= FEW_MAX) few.add(wanted);
  }
  return few;
}

const TRUE = Prisma.raw('1 = 1');
const FALSE = Prisma.raw('1 = 0');

function nameOf(name: string): Prisma.Sql {
  return Prisma.raw(quoteName(name));
}

const NONE: ReadonlySet<unknown> = new Set();

/** All members of a condition. @param few those that few rows fulfil */
function allOf(table: string, where: object, few = NONE): Prisma.Sql {
  const parts = Object.entries(where).flatMap(([name, wanted]) =>
    wanted === undefined ? [] : [partOf(table, name, wanted, few)],
  );
  return parts.length === 0 ? TRUE : Prisma.join(parts, ' AND ');
}

function partOf(
  table: string,
  name: string,
  wanted: unknown,
  few: ReadonlySet<unknown>,
): Prisma.Sql {
  if (name === 'AND' || name === 'OR') {
    const inner = [wanted].flat().map((one) => Prisma.sql`(${allOf(table, one as object, few)})`);
    // Prisma takes none of no conditions for true in one place and for false in another.
    if (inner.length === 0 && name === 'OR') throw new Error('Lists know no empty OR.');
    if (inner.length === 0) return TRUE;
    return Prisma.sql`(${Prisma.join(inner, ` ${name} `)})`;
  }
  const relation = RELATIONS[`${table}.${name}`];
  if (relation !== undefined)
    return someOf(table, relation, wanted as { some: object }, few.has(wanted));
  if (wanted === null) return Prisma.sql`${nameOf(name)} IS NULL`;
  if (typeof wanted !== 'object' || wanted instanceof Date)
    return Prisma.sql`${nameOf(name)} = ${wanted as Value}`;
  const tests = Object.entries(wanted).map(([test, value]) => testOf(name, test, value));
  return Prisma.join(tests, ' AND ');
}

const COMPARISONS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function testOf(name: string, test: string, value: unknown): Prisma.Sql {
  const comparison = COMPARISONS[test];
  if (comparison !== undefined)
    return Prisma.sql`${nameOf(name)} ${Prisma.raw(comparison)} ${value as Value}`;
  if (test === 'contains') return Prisma.sql`${nameOf(name)} LIKE ${`%${value}%`}`;
  if (test === 'not' && value === null) return Prisma.sql`${nameOf(name)} IS NOT NULL`;
  if (test === 'in' && Array.isArray(value))
    return value.length === 0 ? FALSE : Prisma.sql`${nameOf(name)} IN (${Prisma.join(value)})`;
  throw new Error(`Lists know no condition ${name}.${test}.`);
}

function someOf(
  table: string,
  { table: other, names, by }: Relation,
  { some }: { some: object },
  isOfFew: boolean,
): Prisma.Sql {
  const condition = allOf(other, some);
  if (isOfFew)
    return Prisma.sql`${nameOf(by)} IN
      (SELECT ${nameOf(names)} FROM ${nameOf(other)} WHERE ${condition})`;
  return Prisma.sql`EXISTS (SELECT 1 FROM ${nameOf(other)}
    WHERE ${nameOf(other)}.${nameOf(names)} = ${nameOf(table)}.${nameOf(by)} AND ${condition})`;
}
