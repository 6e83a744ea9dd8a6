/** A newsroom of the bench in PostgreSQL, to be read: the same rows as its file has. */
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { WireArticle } from '../../src/articles/schema.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { indexRows } from '../../src/search/index-rows.ts';
import { startPostgresql } from '../support/postgresql.ts';

type Row = Record<string, unknown>;

/** So many characters of JSON are sent at once. */
const SENT_MAX = 8_000_000;

export interface PostgresqlNewsroom {
  url: string;
  stop(): Promise<void>;
}

/** Copies the newsroom in a file into a database of a server of its own: 10,000 articles take minutes. */
export async function copyToPostgresql(file: string): Promise<PostgresqlNewsroom> {
  const server = await startPostgresql();
  const url = await server.createDatabase();
  await (await openDatabase({ databaseUrl: url })).close();
  const db = new BetterSqlite3(file, { readonly: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Rows are complete, and come in the order of the tables' names.
  await client.query('SET session_replication_role = replica');
  for (const table of tablesOf(db)) await copyTable(client, table, rowsOf(db, table));
  await client.query('VACUUM ANALYZE');
  await client.end();
  db.close();
  return { url, stop: () => server.stop() };
}

function tablesOf(db: BetterSqlite3.Database): string[] {
  const names = db
    .prepare<[], string>(`SELECT "name" FROM sqlite_master WHERE "type" = 'table'`)
    .pluck()
    .all();
  return names.filter((name) => !/^(?:sqlite_|_|SearchIndex_)/.test(name));
}

function rowsOf(db: BetterSqlite3.Database, table: string): Iterable<Row> {
  return table === 'SearchIndex'
    ? indexOf(db)
    : db.prepare<[], Row>(`SELECT * FROM "${table}"`).iterate();
}

/** FTS5 keeps no tokens: they are made anew, of the documents. */
function* indexOf(db: BetterSqlite3.Database): Iterable<Row> {
  const articles = db
    .prepare<[], { last: number; document: string }>(
      `SELECT a."last", p."document" FROM "SearchArticle" a
        JOIN "PublishedArticle" p ON p."id" = a."articleId"`,
    )
    .iterate();
  for (const { last, document } of articles) {
    const rows = indexRows(JSON.parse(document) as WireArticle);
    for (const [place, tokens] of rows.entries()) yield { rowid: last - place, tokens };
  }
}

async function copyTable(client: pg.Client, table: string, rows: Iterable<Row>): Promise<void> {
  let columns: string[] = [];
  let pieces: string[] = [];
  let length = 0;
  const send = async () => {
    if (pieces.length === 0) return;
    const names = columns.map((name) => `"${name}"`).join(', ');
    await client.query(
      `INSERT INTO "${table}" (${names})
        SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [`[${pieces.join()}]`],
    );
    pieces = [];
    length = 0;
  };
  for (const row of rows) {
    columns = Object.keys(row);
    const piece = JSON.stringify(Object.fromEntries(Object.entries(row).map(withHexadecimal)));
    pieces.push(piece);
    length += piece.length;
    if (length > SENT_MAX) await send();
  }
  await send();
}

/** Bytes as PostgreSQL reads them. */
function withHexadecimal([name, value]: [string, unknown]): [string, unknown] {
  return [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value];
}
