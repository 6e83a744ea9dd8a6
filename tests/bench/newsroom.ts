/**
 * Newsrooms of any size. A hundred articles are published through the real services; their
 * rows are then copied with ids, words, days and times of their own, and entity tags and
 * the search index made of the copies. So 100,000 articles take minutes, and their rows
 * are those that publishing makes.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { articleInput, type WireArticle } from '../../src/articles/schema.ts';
import { createArticle } from '../../src/articles/service.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { entityTag, sha256 } from '../../src/core/hash.ts';
import { compressNow, ENCODINGS } from '../../src/core/http/compression.ts';
import { parseBody } from '../../src/core/http/validation.ts';
import { createId } from '../../src/core/ids.ts';
import { createWorkRunner, SYSTEM } from '../../src/core/work.ts';
import { publishArticle } from '../../src/publishing/publish.ts';
import { projectFigures, projectSources } from '../../src/publishing/reference-projection.ts';
import { indexRows, isTelling } from '../../src/search/index-rows.ts';
import { rowFloor } from '../../src/search/index-store.ts';
import { mergeIndex } from '../../src/search/merge-store.ts';
import { writeShown } from '../../src/search/shown-text.ts';
import { isMarkedDay, MARK, TEMPLATES, templateArticle, templateTime } from './templates.ts';

/** Part of the name of a built newsroom; another number where this file builds another one. */
const VERSION = 8;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const LAST_DAY = Date.UTC(2025, 0, 1);
const WORDS = 50_000;
/** So many articles share the sources and figures that not all know. */
const ROUND = 1_000;
/** For so many of the newest articles the change log still tells of their publication. */
const CHANGES_KEPT = 5_000;

type Row = Record<string, string | number | Buffer | null>;

/** The file of a newsroom with so many articles, built if it is not there yet. */
export async function openBuiltNewsroom(folder: string, articles: number): Promise<string> {
  const file = join(folder, `newsroom-v${VERSION}-${articles}.db`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const building = `${file}.building`;
  for (const end of ['', '-wal', '-shm']) rmSync(building + end, { force: true });
  const templates = join(folder, `templates-v${VERSION}.db`);
  if (!existsSync(templates)) {
    rmSync(`${templates}.building`, { force: true });
    await publishTemplates(`${templates}.building`);
    renameSync(`${templates}.building`, templates);
  }
  copyFileSync(templates, building);
  copyTemplates(building, articles);
  await projectReferences(building);
  await mergeAlike(building);
  const db = new BetterSqlite3(building);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('journal_mode = wal');
  db.close();
  renameSync(building, file);
  return file;
}

async function publishTemplates(file: string): Promise<void> {
  const db = await openDatabase({ databaseUrl: `file:${file}` });
  let now = new Date(0);
  const run = createWorkRunner({ db, clock: () => now, onTouched: () => undefined });
  for (let number = 0; number < TEMPLATES; number += 1) {
    now = templateTime(number);
    await run(SYSTEM, async (work) => {
      const input = parseBody(articleInput, templateArticle(number));
      const { row } = await createArticle(work, input);
      await publishArticle(work, row.id, {}, '*');
    });
  }
  await db.close();
}

/** As servers do when they have run for a while. */
async function mergeAlike(file: string): Promise<void> {
  const db = await openDatabase({ databaseUrl: `file:${file}` });
  const merge = mergeIndex(db, { pieces: 'alike', pages: 1_000 });
  while (await merge());
  await db.close();
}

async function projectReferences(file: string): Promise<void> {
  const db = await openDatabase({ databaseUrl: `file:${file}` });
  await db.write(async (client) => {
    const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
    await projectSources(client, await ids(db.read.source.findMany({ select: { id: true } })));
    await projectFigures(client, await ids(db.read.figure.findMany({ select: { id: true } })));
  });
  await db.close();
}

/** The tables that hold an article, and the column that names it. */
const ARTICLE_TABLES: readonly (readonly [table: string, column: string])[] = [
  ['Article', 'id'],
  ['Revision', 'articleId'],
  ['Edition', 'articleId'],
  ['PartEdition', 'articleId'],
  ['ArticleReference', 'articleId'],
  ['PublishedArticle', 'id'],
  ['PublishedArticleTag', 'articleId'],
  ['PublishedArticleSource', 'articleId'],
  ['PublishedArticleFigure', 'articleId'],
  ['PublishedTurn', 'articleId'],
  ['PublishedQuote', 'articleId'],
  ['PublishedClaim', 'articleId'],
  ['Change', 'articleId'],
];

/** A value that may have marks: literal pieces and marks in turns. */
type Piece = string[];
type Value = string | number | Buffer | null | { pieces: Piece } | { day: string };
interface CopiedRow {
  table: string;
  columns: string[];
  values: Value[];
}
interface Template {
  rows: CopiedRow[];
  tokens: Piece[];
  shown: Piece;
  texts: Piece;
  quotes: number;
  claims: number;
  id: string;
}

function compile(value: Row[string]): Value {
  if (typeof value === 'number' && isMarkedDay(value)) {
    const text = String(value);
    return { day: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` };
  }
  if (typeof value !== 'string') return value;
  const pieces = piecesOf(value);
  return pieces.length === 1 ? value : { pieces };
}

function piecesOf(text: string): Piece {
  const pieces: Piece = [];
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    pieces.push(text.slice(end, index), mark);
    end = index + mark.length;
  }
  pieces.push(text.slice(end));
  return pieces;
}

/** Of a row's tokens the words alone, without marks and facets, that a misspelt one may mean. */
function tellingWords(tokens: string): string[] {
  return tokens.split(' ').filter((token) => /^[^:.][^.]/.test(token) && isTelling(token));
}

function readTemplates(db: BetterSqlite3.Database): Template[] {
  const ids = db.prepare('SELECT id FROM PublishedArticle ORDER BY publishedAt').pluck().all();
  return ids.map((id) => {
    const rows = ARTICLE_TABLES.flatMap(([table, column]) =>
      read(db, table, `"${column}" = ?`, id as string),
    );
    rows.push(
      ...read(
        db,
        'PublishedClaimSource',
        'claimId IN (SELECT id FROM PublishedClaim WHERE articleId = ?)',
        id as string,
      ),
    );
    const document = db.prepare('SELECT document FROM PublishedArticle WHERE id = ?').pluck();
    const article = JSON.parse(document.get(id) as string) as WireArticle;
    const { shown, texts } = writeShown(article);
    return {
      rows,
      tokens: indexRows(article).map(piecesOf),
      shown: piecesOf(shown),
      texts: piecesOf(texts),
      quotes: article.quotes.length,
      claims: article.claims.length,
      id: id as string,
    };
  });
}

function read(
  db: BetterSqlite3.Database,
  table: string,
  condition: string,
  value: string,
): CopiedRow[] {
  const rows = db.prepare(`SELECT * FROM "${table}" WHERE ${condition}`).all(value) as Row[];
  return rows.map((row) => ({
    table,
    columns: Object.keys(row),
    values: Object.values(row).map(compile),
  }));
}

/** What the marks of one copy stand for. */
type Fill = (mark: string) => string;

function fillPieces(pieces: Piece, fill: Fill): string {
  let text = '';
  for (let at = 0; at < pieces.length; at += 2) {
    text += pieces[at];
    const mark = pieces[at + 1];
    if (mark !== undefined) text += fill(mark);
  }
  return text;
}

function copyTemplates(file: string, articles: number): void {
  const db = new BetterSqlite3(file);
  for (const pragma of [
    'synchronous = off',
    'cache_size = -1000000',
    'wal_autocheckpoint = 100000',
  ])
    db.pragma(pragma);
  db.pragma('foreign_keys = off');
  const copier = new Copier(db, articles);
  const copy = db.transaction((round: number) => copier.copyRound(round));
  for (let round = 1; round <= articles / ROUND; round += 1) {
    copy(round);
    if (round % 10 === 0) process.stderr.write(`${round * ROUND} articles copied\n`);
  }
  db.transaction(() => copier.finish())();
  db.close();
}

class Copier {
  readonly #db: BetterSqlite3.Database;
  readonly #articles: number;
  readonly #templates: Template[];
  readonly #references: CopiedRow[];
  readonly #sharedIds: Set<string>;
  readonly #inserts = new Map<string, BetterSqlite3.Statement>();
  readonly #used = new Set<string>();
  #seq: number;
  readonly #templatesSeq: number;
  #random = 1;

  constructor(db: BetterSqlite3.Database, articles: number) {
    this.#db = db;
    this.#articles = articles;
    this.#templates = readTemplates(db);
    const own = (table: string, name: string) => read(db, table, `"${name}" LIKE ?`, '%wz______%');
    const names = db.prepare(
      "SELECT n.* FROM SourceName n JOIN Source s ON s.id = n.sourceId WHERE s.name LIKE '%wz______%'",
    );
    this.#references = [
      ...own('Source', 'name'),
      ...own('Figure', 'slug'),
      ...(names.all() as Row[]).map((row) => ({
        table: 'SourceName',
        columns: Object.keys(row),
        values: Object.values(row).map(compile),
      })),
    ];
    this.#sharedIds = new Set(
      db
        .prepare(
          `SELECT id FROM Source WHERE name NOT LIKE '%wz______%' UNION
           SELECT id FROM Figure WHERE slug NOT LIKE '%wz______%' UNION
           SELECT id FROM Section UNION SELECT id FROM Tag`,
        )
        .pluck()
        .all() as string[],
    );
    this.#seq = db.prepare('SELECT max(seq) FROM "Change"').pluck().get() as number;
    this.#templatesSeq = this.#seq;
  }

  /** Copies the templates in turns, with the sources and figures that only this round knows. */
  copyRound(round: number): void {
    const roundWords = new Map<string, string>();
    const roundIds = new Map<string, string>();
    const fillRound: Fill = (mark) => {
      if (mark.startsWith('wz')) {
        // Unlike any mark, and its own in each round.
        return remember(roundWords, mark, () => letters('r', round * 4_096 + roundWords.size));
      }
      if (mark.includes('T')) return new Date(FIRST_DAY).toISOString().slice(0, 23);
      if (this.#sharedIds.has(mark)) return mark;
      return remember(roundIds, mark, createId);
    };
    for (const row of this.#references) this.#insert(row, fillRound, false);
    for (let index = 0; index < ROUND; index += 1) {
      const template = this.#templates[index % TEMPLATES] as Template;
      this.#copyArticle(template, (round - 1) * ROUND + index, fillRound, roundIds);
    }
  }

  #copyArticle(
    template: Template,
    number: number,
    fillRound: Fill,
    known: Map<string, string>,
  ): void {
    const step = (LAST_DAY - FIRST_DAY) / this.#articles;
    const at = new Date(Math.floor((FIRST_DAY + number * step) / 1_000) * 1_000);
    const own = new Map<string, string>();
    const fill: Fill = (mark) => {
      if (mark.startsWith('wq')) return remember(own, mark, () => this.#word());
      if (mark.startsWith('2001')) return at.toISOString().slice(0, 23);
      if (mark.startsWith('190')) return remember(own, mark, () => this.#dayBefore(at));
      if (mark.startsWith('template-')) return `article-0${String(number).padStart(6, '0')}`;
      if (mark.startsWith('wz') || this.#sharedIds.has(mark) || known.has(mark))
        return fillRound(mark);
      return remember(own, mark, createId);
    };
    const isTold = number >= this.#articles - CHANGES_KEPT;
    for (const row of template.rows)
      if (isTold || row.table !== 'Change') this.#insert(row, fill, true);
    this.#insertIntoIndex(template, at, fill);
  }

  #insert(row: CopiedRow, fill: Fill, isNumbered: boolean): void {
    const values = row.values.map((value): string | number | Buffer | null => {
      if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
      if ('day' in value) return Number(fill(value.day).replaceAll('-', ''));
      return fillPieces(value.pieces, fill);
    });
    const set = (name: string, value: string | number | Buffer) => {
      const at = row.columns.indexOf(name);
      if (at >= 0) values[at] = value;
    };
    const get = (name: string) => String(values[row.columns.indexOf(name)]);
    if (row.columns.includes('etag')) set('etag', entityTag(get('document')));
    if (row.table === 'PublishedArticle') {
      const document = Buffer.from(get('document'));
      for (const encoding of ENCODINGS) set(encoding, compressNow(encoding, document));
    }
    if (row.table === 'Revision') set('hash', sha256(get('content')));
    if (row.table === 'Change' && isNumbered) {
      this.#seq += 1;
      set('seq', this.#seq);
    }
    const insert = remember(this.#inserts, row.table, () =>
      this.#db.prepare(
        `INSERT INTO "${row.table}" (${row.columns.map((name) => `"${name}"`).join()}) VALUES (${row.columns.map(() => '?').join()})`,
      ),
    );
    insert.run(values);
  }

  /** In the order of the rows' numbers, which spares the index most of its work. */
  #insertIntoIndex(template: Template, at: Date, fill: Fill): void {
    const { tokens, shown, texts, quotes, claims, id } = template;
    const first = rowFloor(at);
    const last = first + tokens.length - 1;
    this.#statement(
      'INSERT INTO SearchArticle (last, first, articleId, quotes, claims) VALUES (?, ?, ?, ?, ?)',
    ).run(last, first, fill(id), quotes, claims);
    this.#statement('INSERT INTO SearchText (rowid, shown, texts) VALUES (?, ?, ?)').run(
      last,
      fillPieces(shown, fill),
      fillPieces(texts, fill),
    );
    const insert = this.#statement('INSERT INTO SearchIndex (rowid, tokens) VALUES (?, ?)');
    for (let row = first; row <= last; row += 1) {
      const text = fillPieces(tokens[last - row] as Piece, fill);
      insert.run(row, text);
      if (row === last) for (const word of tellingWords(text)) this.#used.add(word);
    }
  }

  /** Takes the templates out again and puts the rest right. */
  finish(): void {
    const insert = this.#statement('INSERT OR IGNORE INTO SearchWord (word) VALUES (?)');
    for (const word of [...this.#used].sort()) insert.run(word);
    // The newest are left, as `onrecord prune` leaves them.
    this.#db.prepare('DELETE FROM "Change" WHERE seq <= ?').run(this.#templatesSeq);
    this.#db.prepare(`UPDATE Counter SET value = ? WHERE name = 'changes'`).run(this.#seq);
    for (const { id } of this.#templates) {
      const place = this.#statement('SELECT first, last FROM SearchArticle WHERE articleId = ?');
      const { first, last } = place.get(id) as { first: number; last: number };
      this.#statement('DELETE FROM SearchIndex WHERE rowid BETWEEN ? AND ?').run(first, last);
      this.#statement('DELETE FROM SearchText WHERE rowid = ?').run(last);
      this.#statement('DELETE FROM SearchArticle WHERE articleId = ?').run(id);
      this.#statement(
        'DELETE FROM PublishedClaimSource WHERE claimId IN (SELECT id FROM PublishedClaim WHERE articleId = ?)',
      ).run(id);
      for (const [table, column] of ARTICLE_TABLES) {
        if (table !== 'Change')
          this.#statement(`DELETE FROM "${table}" WHERE "${column}" = ?`).run(id);
      }
    }
  }

  #statement(sql: string): BetterSqlite3.Statement {
    return remember(this.#inserts, sql, () => this.#db.prepare(sql));
  }

  /** Words are as frequent as their places say: the first a thousand times as often as the last. */
  #word(): string {
    const rank = Math.floor(WORDS ** this.#chance());
    return letters('v', rank);
  }

  #dayBefore(at: Date): string {
    const days = Math.floor(this.#chance() * 60);
    return new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  }

  /** Always the same chances, so that a newsroom built again is the same one. */
  #chance(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#random / 2 ** 32;
  }
}

/** A made-up word of 8 letters that no mark is. */
function letters(first: string, number: number): string {
  const digits = number.toString(16).padStart(7, '0');
  return (
    first + digits.replace(/./g, (digit) => 'bdfghklmnprstvxz'[Number.parseInt(digit, 16)] ?? '')
  );
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The word of a rank: 1 is the most frequent. */
export const wordOfRank = (rank: number) => letters('v', rank);
