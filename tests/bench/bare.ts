/**
 * A bare Fastify server that answers the bytes that ours answers: what ours is compared with. It
 * has the two routes of the comparison, and no more headers than Fastify gives of itself.
 *
 * `node bare.js FILE`: a JSON file of `Given`.
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import type { Encoding } from '../../src/core/http/compression.ts';

/** What it answers: a list and some articles, or all articles of a newsroom's file. */
export type Given = { list: string; articles: [slug: string, body: string][] } | GivenNewsroom;

interface GivenNewsroom {
  newsroom: string;
  /** As they are if not given. */
  encoding?: Encoding;
  /** Whether each is read when it is asked for, by one statement; else all are in memory. */
  reading?: boolean;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Given;
const encoding = 'newsroom' in given ? given.encoding : undefined;
const articleOf = 'newsroom' in given ? articlesOf(given) : oneOf(given.articles);
const list = Buffer.from('list' in given ? given.list : '');

/** For a slug that it was not given, another article: as many bytes, and no search for them. */
function oneOf(articles: readonly [string, string][]): (slug: string) => Buffer {
  const bodies = articles.map(([, body]) => Buffer.from(body));
  const bySlug = new Map(articles.map(([slug], index) => [slug, bodies[index] as Buffer]));
  let next = 0;
  return (slug) => {
    const known = bySlug.get(slug);
    if (known !== undefined) return known;
    next += 1;
    return bodies[next % bodies.length] as Buffer;
  };
}

function articlesOf({ newsroom, encoding, reading }: GivenNewsroom): (slug: string) => Buffer {
  const column = encoding === undefined ? 'CAST("document" AS BLOB)' : `"${encoding}"`;
  const all = `SELECT "slug", ${column} AS "body" FROM "PublishedArticle"`;
  const database = new Database(newsroom, { readonly: true });
  if (reading) {
    const one = database.prepare<[string], Held>(`${all} WHERE "slug" = ?`);
    return (slug) => (one.get(slug) as Held).body;
  }
  const bySlug = new Map<string, Buffer>();
  for (const { slug, body } of database.prepare<[], Held>(all).iterate()) bySlug.set(slug, body);
  database.close();
  return (slug) => bySlug.get(slug) as Buffer;
}

interface Held {
  slug: string;
  body: Buffer;
}

const app = Fastify();
app.get('/v1/articles/:slug', (request, reply) => {
  if (request.headers['if-none-match'] !== undefined) {
    reply.code(304).header('etag', request.headers['if-none-match']).send();
    return;
  }
  const { slug } = request.params as { slug: string };
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  reply.header('content-type', JSON_TYPE).send(articleOf(slug));
});
app.get('/v1/articles', (request, reply) => {
  if (request.headers['if-none-match'] !== undefined) {
    reply.code(304).header('etag', request.headers['if-none-match']).send();
    return;
  }
  reply.header('content-type', JSON_TYPE).send(list);
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
