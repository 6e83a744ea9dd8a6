/**
 * Pages of rows without Prisma's query compiler, which takes longer than the database takes
 * for a page (docs/decisions/0009). The query is written and typed as Prisma's `findMany`;
 * what lists need of it is understood here, and anything else is refused.
 */
import { Prisma } from '../../generated/sqlite/client.ts';
import { connectionOf, quoteName, type Value } from './connection.ts';
import type { Tables } from './rows.ts';
import type { Client } from './types.ts';

type Models = Prisma.TypeMap['model'];
type Query<T extends keyof Models> = Models[T]['operations']['findMany']['args'];

export interface ListQuery<T extends keyof Models, C extends keyof Tables[T]> {
  where: NonNullable<Query<T>['where']>;
  orderBy: readonly Partial<Record<keyof Tables[T], 'asc' | 'desc'>>[];
  take: number;
  columns: readonly C[];
}

/** Which rows belong to a row: `some` of them must fulfil a condition. */
const RELATIONS: Readonly<Record<string, readonly [table: string, column: string]>> = {
  'PublishedArticle.tags': ['PublishedArticleTag', 'articleId'],
  'PublishedArticle.sources': ['PublishedArticleSource', 'articleId'],
  'PublishedArticle.figures': ['PublishedArticleFigure', 'articleId'],
  'PublishedClaim.sources': ['PublishedClaimSource', 'claimId'],
};

/** The rows that fulfil a condition, in an order, at most `take` of them. */
export async function listRows<T extends keyof Models, C extends keyof Tables[T]>(
  client: Client,
  table: T,
  { where, orderBy, take, columns }: ListQuery<T, C>,
): Promise<Pick<Tables[T], C>[]> {
  const condition = allOf(table, where);
  const names = columns.map((name) => quoteName(String(name))).join(', ');
  const order = orderBy
    .flatMap((one) => Object.entries(one))
    .map(([name, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw new Error(`No order: ${direction}`);
      return `${quoteName(name)} ${direction}`;
    });
  const rows = await connectionOf(client).query(Prisma.sql`
    SELECT ${Prisma.raw(names)} FROM ${nameOf(table)} WHERE ${condition}
    ORDER BY ${Prisma.raw(order.join(', '))} LIMIT ${take}`);
  return rows as Pick<Tables[T], C>[];
}

const TRUE = Prisma.raw('1 = 1');
const FALSE = Prisma.raw('1 = 0');

function nameOf(name: string): Prisma.Sql {
  return Prisma.raw(quoteName(name));
}

/** All members of a condition. */
function allOf(table: string, where: object): Prisma.Sql {
  const parts = Object.entries(where).flatMap(([name, wanted]) =>
    wanted === undefined ? [] : [partOf(table, name, wanted)],
  );
  return parts.length === 0 ? TRUE : Prisma.join(parts, ' AND ');
}

function partOf(table: string, name: string, wanted: unknown): Prisma.Sql {
  if (name === 'AND' || name === 'OR') {
    const inner = [wanted].flat().map((one) => Prisma.sql`(${allOf(table, one as object)})`);
    // Prisma takes none of no conditions for true in one place and for false in another.
    if (inner.length === 0 && name === 'OR') throw new Error('Lists know no empty OR.');
    if (inner.length === 0) return TRUE;
    return Prisma.sql`(${Prisma.join(inner, ` ${name} `)})`;
  }
  const relation = RELATIONS[`${table}.${name}`];
  if (relation !== undefined) return someOf(table, relation, wanted as { some: object });
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
  [other, column]: readonly [string, string],
  { some }: { some: object },
): Prisma.Sql {
  const own = Prisma.raw(`${quoteName(table)}."id"`);
  return Prisma.sql`EXISTS (SELECT 1 FROM ${nameOf(other)}
    WHERE ${nameOf(other)}.${nameOf(column)} = ${own} AND ${allOf(other, some)})`;
}
