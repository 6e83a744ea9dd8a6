/**
 * A bare Fastify server that answers given bytes: what ours is compared with. It has the
 * two routes of the comparison, and no more headers than Fastify gives of itself.
 *
 * `node bare.js FILE`: a JSON file of `{articles: [[slug, body], …], list: body}`. With an
 * `encoding` the articles are in that, written in Base64. With a `newsroom` it reads each
 * article out of that database instead, and does nothing else with it.
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

interface Given {
  articles: [slug: string, body: string][];
  list: string;
  encoding?: string;
  newsroom?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Given;
const { encoding, newsroom } = given;
const bodies = given.articles.map(([, body]) =>
  Buffer.from(body, encoding === undefined ? 'utf8' : 'base64'),
);
const bySlug = new Map(given.articles.map(([slug], index) => [slug, bodies[index] as Buffer]));
const list = Buffer.from(given.list);
let next = 0;

/** For a slug that it was not given, another article: as many bytes, and no search for them. */
function bodyOf(slug: string): Buffer {
  const known = bySlug.get(slug);
  if (known !== undefined) return known;
  next += 1;
  return bodies[next % bodies.length] as Buffer;
}

function readerOf(file: string): (slug: string) => Buffer {
  const database = new Database(file, { readonly: true });
  const statement = database
    .prepare('SELECT CAST("document" AS BLOB) FROM "PublishedArticle" WHERE "slug" = ?')
    .pluck();
  return (slug) => statement.get(slug) as Buffer;
}

const readArticle = newsroom === undefined ? bodyOf : readerOf(newsroom);

const app = Fastify();
app.get('/v1/articles/:slug', (request, reply) => {
  if (request.headers['if-none-match'] !== undefined) {
    reply.code(304).header('etag', request.headers['if-none-match']).send();
    return;
  }
  const { slug } = request.params as { slug: string };
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  reply.header('content-type', JSON_TYPE).send(readArticle(slug));
});
app.get('/v1/articles', (request, reply) => {
  if (request.headers['if-none-match'] !== undefined) {
    reply.code(304).header('etag', request.headers['if-none-match']).send();
    return;
  }
  reply.header('content-type', JSON_TYPE).send(list);
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
