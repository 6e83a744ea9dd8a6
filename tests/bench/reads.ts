/** What is read, of a newsroom of a size: by HTTP, and the same by SQL alone. */
import BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from '../../src/core/database/open.ts';
import type { Database } from '../../src/core/database/types.ts';
import { findMatchingRows } from '../../src/search/find-store.ts';
import { rankingSteps } from '../../src/search/index-expression.ts';
import { parseQuery } from '../../src/search/query.ts';
import { wordOfRank } from './newsroom.ts';
import type { RawQuery } from './sql.ts';

export interface Read {
  name: string;
  paths: string[];
  /** By SQL, what it is compared with. */
  raw?: Raw[];
  /** How long the slowest hundredth may take, in milliseconds. */
  p99Goal?: number;
  /** Whether its rows are kept where they were shown before. */
  keepsRows?: boolean;
  /** Whether its goal is that of an answer which is asked for again; else of one made anew. */
  isAskedAgain?: boolean;
}

interface Raw {
  /** What the SQL does, where that is not the same. */
  what?: string;
  queries: RawQuery[];
  /** How many times as long the read may take. */
  goal: number;
}

const QUERIES = 200;
/** By the number of articles: the rank of a word that is in some 40 rows. */
const RARE_RANK = 0.3;

export function slugsOf(articles: number, count: number): string[] {
  const step = articles / count;
  return Array.from(
    { length: count },
    (_, index) => `article-0${String(Math.floor(index * step)).padStart(6, '0')}`,
  );
}

/** Every read that has to cost the same however large the newsroom is. */
export async function readsOf(file: string, articles: number): Promise<Read[]> {
  const db = new BetterSqlite3(file, { readonly: true });
  const rows = (sql: string) => db.prepare(sql).all() as { id: string; slug: string }[];
  const figures = rows('SELECT id, slug FROM PublishedFigure ORDER BY claims DESC LIMIT 10');
  const speakers = rows('SELECT id, slug FROM PublishedSource ORDER BY quotes DESC LIMIT 20');
  db.close();
  const ranges = Array.from({ length: QUERIES }, (_, index) => {
    const year = 2015 + (index % 9);
    const figure = figures[index % figures.length] as (typeof figures)[number];
    return { figure, from: `${year}-03-01`, to: `${year + 1}-03-01` };
  });
  const number = (day: string) => Number(day.replaceAll('-', ''));
  // In some 40 rows, however large the newsroom is: else one answer would hold more than another.
  const [rare, common] = [wordOfRank(RARE_RANK * articles), wordOfRank(2)];
  const newsroom = await openDatabase({ databaseUrl: `file:${file}` });
  const searches = [
    { kind: 'rare', word: rare, same: await searchStatement(newsroom, rare) },
    { kind: 'common', word: common, same: await searchStatement(newsroom, common) },
  ];
  await newsroom.close();
  return [
    { name: 'full article', paths: slugsOf(articles, 1_000).map((slug) => `/v1/articles/${slug}`) },
    { name: 'list of articles', paths: ['/v1/articles?limit=20'] },
    { name: 'list of a section', paths: ['/v1/articles?section=local'] },
    {
      name: 'claims by figure and as-of range',
      paths: ranges.map(
        ({ figure, from, to }) =>
          `/v1/claims?figure=${figure.slug}&asOfFrom=${from}&asOfTo=${to}&order=asOf`,
      ),
      raw: [
        {
          queries: ranges.map(({ figure, from, to }) => ({
            sql: `SELECT id, articleId, figureId, sourceId, asOfFrom, publishedAt, document
              FROM PublishedClaim WHERE figureId = ? AND asOfTo >= ? AND asOfFrom < ?
              ORDER BY asOfFrom DESC, id DESC LIMIT 21`,
            values: [figure.id, number(from), number(to)],
          })),
          goal: 2,
        },
      ],
      keepsRows: true,
    },
    {
      name: 'quotes by speaker',
      paths: speakers.map(({ slug }) => `/v1/quotes?speaker=${slug}`),
      raw: [
        {
          queries: speakers.map(({ id }) => ({
            sql: `SELECT id, articleId, speakerId, publishedAt, document FROM PublishedQuote
              WHERE speakerId = ? ORDER BY publishedAt DESC, id DESC LIMIT 21`,
            values: [id],
          })),
          goal: 2,
        },
      ],
      keepsRows: true,
    },
    ...searches.map(({ kind, word, same }) => ({
      name: `search of a ${kind} word`,
      paths: [`/v1/search?q=${word}`],
      raw: [
        { queries: [same], goal: 1.5 },
        ...Object.entries(SEARCHES).map(([what, sql]) => ({
          what,
          queries: [{ sql, values: [`"${word}"`] }],
          goal: 1.5,
        })),
      ],
      p99Goal: 50,
      keepsRows: true,
      isAskedAgain: true,
    })),
  ];
}

/** The statement by which a search for a word finds its first page, as servers compile it. */
async function searchStatement({ read }: Database, word: string): Promise<RawQuery> {
  const steps = rankingSteps(parseQuery(word)).map((match, step) => {
    return { step, condition: { match, except: [], facets: [] }, floor: null, ceiling: null };
  });
  const statements: RawQuery[] = [];
  await findMatchingRows(read, steps, [], 21, async (_client, { sql, values }) => {
    // SQLite compiles one with a bound limit each time that it runs (core/database/sqlite.ts).
    const compiledOnce = sql.replaceAll('LIMIT ?', 'LIMIT 0 + ?');
    statements.push({ sql: compiledOnce, values: values as RawQuery['values'] });
    return [];
  });
  return statements[0] as RawQuery;
}

/** Other questions about a page of the rows that have a word: less of it, and as much. */
const SEARCHES = {
  'finding numbers': `
    SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH ? ORDER BY rowid DESC LIMIT 21`,
  // By frequency (bm25), which ours does not do: headlines come first, then what is newest.
  'ranking by FTS5': `
    SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH ? ORDER BY rank LIMIT 21`,
  // The newest, each with the document that it is shown from.
  'reading what it shows': `
    SELECT f.row, CASE
      WHEN a.last = f.row THEN
        (SELECT document FROM PublishedArticle WHERE id = a.articleId)
      WHEN a.last - f.row <= a.quotes THEN
        (SELECT document FROM PublishedQuote
          WHERE articleId = a.articleId AND position = a.last - f.row)
      WHEN a.last - f.row <= a.quotes + a.claims THEN
        (SELECT document FROM PublishedClaim
          WHERE articleId = a.articleId AND position = a.last - f.row - a.quotes)
      ELSE
        (SELECT document FROM PublishedTurn
          WHERE articleId = a.articleId AND position = a.last - f.row - a.quotes - a.claims)
      END AS document
    FROM (SELECT rowid AS row FROM SearchIndex WHERE SearchIndex MATCH ?
      ORDER BY rowid DESC LIMIT 21) f
    JOIN SearchArticle a
      ON a.last = (SELECT min(b.last) FROM SearchArticle b WHERE b.last >= f.row)
    ORDER BY f.row DESC`,
};
