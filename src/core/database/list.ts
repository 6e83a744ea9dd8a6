/**
 * Pages of rows without Prisma's query compiler, which takes longer than the database takes
 * for a page (docs/decisions/0009). The query is written and typed as Prisma's `findMany`;
 * what lists need of it is understood here, and anything else is refused.
 */
import type { Prisma } from '../../generated/sqlite/client.ts';
import { type Connection, connectionOf, quoteName, type Value } from './connection.ts';
import { type Finished, selection, type Tables } from './rows.ts';
import type { Client } from './types.ts';

type Models = Prisma.TypeMap['model'];
type Query<T extends keyof Models> = Models[T]['operations']['findMany']['args'];

type Where<T extends keyof Models> = NonNullable<Query<T>['where']>;

/** A condition as Prisma's; a member that is undefined is none. */
export type Condition<T extends keyof Models> = {
  [C in keyof Where<T>]?: Where<T>[C] | (C extends 'AND' ? Condition<T>[] : never) | undefined;
};

export interface ListQuery<
  T extends keyof Models,
  C extends keyof Tables[T],
  B extends keyof Tables[T],
> {
  where: Condition<T>;
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

/** By table: which rows belong to a row of it; `some` of them must fulfil a condition. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
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
  const connection = connectionOf(client);
  const few = await findFew(connection, table, where);
  const values: Value[] = [];
  const add = adderTo(connection, values);
  const names = selection(client, columns as readonly string[], bytes as readonly string[]);
  const from = `FROM ${quoteName(table)} WHERE`;
  const condition = allOf(add, table, where, few);
  const order = `ORDER BY ${orderOf(orderBy)} LIMIT`;
  // What is sorted is sorted without the columns that are asked for, some of which are long.
  const chosen =
    few.size === 0 ? condition : `"id" IN (SELECT "id" ${from} ${condition} ${order} ${add(take)})`;
  const text = `SELECT ${names} ${from} ${chosen} ${order} ${add(take)}`;
  const rows = await connection.query({ sql: text, text, values });
  return rows as (Pick<Tables[T], C> & Record<B, Finished>)[];
}

function orderOf(orderBy: readonly object[]): string {
  const order: string[] = [];
  for (const one of orderBy) {
    for (const [name, direction] of Object.entries(one)) {
      if (direction !== 'asc' && direction !== 'desc') throw new Error(`No order: ${direction}`);
      order.push(`${quoteName(name)} ${direction}`);
    }
  }
  return order.join(', ');
}

/**
 * Adds a parameter to a statement, whose text is written from its beginning to its end, and
 * says how the text names it. Put together of Prisma's pieces, the text took a twelfth of the
 * time of a list.
 */
type Add = (value: Value) => string;

function adderTo(connection: Connection, values: Value[]): Add {
  return (value) => connection.parameter(values.push(value));
}

/** The conditions on what belongs to a row that few rows fulfil. */
async function findFew(
  connection: Connection,
  table: string,
  where: object,
): Promise<ReadonlySet<unknown>> {
  const few = new Set<unknown>();
  for (const [relation, wanted] of relationsIn(table, where)) {
    if (await isOfFew(connection, relation, wanted.some)) few.add(wanted);
  }
  return few;
}

type Related = [relation: Relation, wanted: { some: object }];

/** The conditions on what belongs to a row that must all be fulfilled. */
function relationsIn(table: string, where: object): Related[] {
  const related: Related[] = [];
  for (const [name, wanted] of Object.entries(where)) {
    if (wanted === undefined) continue;
    if (name === 'AND') {
      for (const one of allIn(wanted)) related.push(...relationsIn(table, one));
    }
    const relation = RELATIONS[table]?.[name];
    if (relation !== undefined) related.push([relation, wanted]);
  }
  return related;
}

async function isOfFew(
  connection: Connection,
  { table }: Relation,
  some: object,
): Promise<boolean> {
  const values: Value[] = [];
  const add = adderTo(connection, values);
  const condition = allOf(add, table, some);
  const text = `SELECT 1 AS "one" FROM ${quoteName(table)} WHERE ${condition} LIMIT ${add(FEW_MAX + 1)}`;
  const rows = await connection.query({ sql: text, text, values });
  return rows.length <= FEW_MAX;
}

/** The conditions of an AND or an OR, which may be one or a list. */
function allIn(wanted: unknown): readonly object[] {
  return Array.isArray(wanted) ? wanted : [wanted as object];
}

const TRUE = '1 = 1';
const FALSE = '1 = 0';

const NONE: ReadonlySet<unknown> = new Set();

/** All members of a condition. @param few those that few rows fulfil */
function allOf(add: Add, table: string, where: object, few = NONE): string {
  const parts: string[] = [];
  for (const [name, wanted] of Object.entries(where)) {
    if (wanted !== undefined) parts.push(partOf(add, table, name, wanted, few));
  }
  return parts.length === 0 ? TRUE : parts.join(' AND ');
}

function partOf(
  add: Add,
  table: string,
  name: string,
  wanted: unknown,
  few: ReadonlySet<unknown>,
): string {
  if (name === 'AND' || name === 'OR') {
    const inner = allIn(wanted).map((one) => `(${allOf(add, table, one, few)})`);
    // Prisma takes none of no conditions for true in one place and for false in another.
    if (inner.length === 0 && name === 'OR') throw new Error('Lists know no empty OR.');
    if (inner.length === 0) return TRUE;
    return `(${inner.join(` ${name} `)})`;
  }
  const relation = RELATIONS[table]?.[name];
  if (relation !== undefined)
    return someOf(add, table, relation, wanted as { some: object }, few.has(wanted));
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

function someOf(
  add: Add,
  table: string,
  { table: other, names, by }: Relation,
  { some }: { some: object },
  isFew: boolean,
): string {
  const condition = allOf(add, other, some);
  const rows = `FROM ${quoteName(other)} WHERE`;
  if (isFew) return `${quoteName(by)} IN (SELECT ${quoteName(names)} ${rows} ${condition})`;
  return `EXISTS (SELECT 1 ${rows}
    ${quoteName(other)}.${quoteName(names)} = ${quoteName(table)}.${quoteName(by)} AND ${condition})`;
}
