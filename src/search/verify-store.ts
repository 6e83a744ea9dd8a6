/** Whether the search index holds what it was made from; SQL as in index-store.ts. */
import { isDeepStrictEqual } from 'node:util';
import type { WireArticle } from '../articles/schema.ts';
import { findWholeRows } from '../core/database/rows.ts';
import type { Client, Engine } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { indexRows } from './index-rows.ts';
import { findPlaces } from './index-store.ts';
import { readShown, type ShownArticle, type ShownText, writeShown } from './shown-text.ts';

/** So many tokens are looked for at a time, as one phrase. */
const PHRASE_TOKENS = 50;
/** So many stray rows are named; one is enough to know that the index is wrong. */
const STRAYS_MAX = 20;

/** What is wrong with a published article's rows of the index; `null` if they are right. */
export async function findIndexFault(
  client: Client,
  engine: Engine,
  article: WireArticle,
): Promise<string | null> {
  const expected = indexRows(article);
  const place = (await findPlaces(client, [article.id])).get(article.id);
  if (place === undefined) return 'is not in it';
  const { first, last } = place;
  const [held] = await client.$queryRaw<{ rows: number | bigint }[]>`
    SELECT count(*) AS "rows" FROM "SearchIndex"
    WHERE "rowid" BETWEEN CAST(${first} AS BIGINT) AND CAST(${last} AS BIGINT)`;
  const count = Number(held?.rows);
  if (count !== expected.length || last - first + 1 !== expected.length)
    return count === 0 ? 'is not in it' : `has ${count} of ${expected.length} rows`;
  for (const [index, tokens] of expected.entries())
    if (!(await holds(client, engine, last - index, tokens)))
      return `has other words in row ${last - index}`;
  return (await showsArticle(client, last, article)) ? null : 'is shown from other texts';
}

/** Whether what a hit is shown from says what the article says; a migration may have written it. */
async function showsArticle(client: Client, row: number, article: WireArticle): Promise<boolean> {
  const [held] = await findWholeRows(client, 'SearchText', { rowid: row });
  if (held === undefined) return false;
  const expected = writeShown(article);
  return held.texts === expected.texts && isDeepStrictEqual(parse(held), readShown(expected.shown));
}

/** What was tampered with may be no JSON. */
function parse(held: ShownText): ShownArticle | null {
  try {
    return readShown(held.shown);
  } catch {
    return null;
  }
}

/** PostgreSQL keeps the tokens of a row; SQLite keeps the index alone, which is asked for them. */
async function holds(client: Client, engine: Engine, row: number, tokens: string) {
  const wanted = engine === 'sqlite' ? phrases(tokens) : [tokens];
  for (const some of wanted) {
    const condition =
      engine === 'sqlite'
        ? Prisma.sql`"SearchIndex" MATCH ${`"${some}"`}`
        : Prisma.sql`"tokens" = ${some}`;
    const found = await client.$queryRaw<unknown[]>`
      SELECT 1 FROM "SearchIndex" WHERE "rowid" = CAST(${row} AS BIGINT) AND ${condition}`;
    if (found.length === 0) return false;
  }
  return true;
}

function phrases(tokens: string): string[] {
  const all = tokens.split(' ');
  return Array.from({ length: Math.ceil(all.length / PHRASE_TOKENS) }, (_, index) =>
    all.slice(index * PHRASE_TOKENS, (index + 1) * PHRASE_TOKENS).join(' '),
  );
}

/** Rows of the index that belong to nothing published. */
export async function findStrayRows(client: Client): Promise<number[]> {
  const rows = await client.$queryRaw<{ rowid: number | bigint }[]>`
    SELECT s."rowid"
    FROM (SELECT "rowid" FROM "SearchIndex" UNION SELECT "rowid" FROM "SearchText") s WHERE NOT EXISTS (
      SELECT 1 FROM "SearchArticle" a JOIN "PublishedArticle" p ON p."id" = a."articleId"
      WHERE a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= s."rowid")
        AND a."first" <= s."rowid"
    ) ORDER BY s."rowid" LIMIT ${STRAYS_MAX}`;
  return rows.map(({ rowid }) => Number(rowid));
}
