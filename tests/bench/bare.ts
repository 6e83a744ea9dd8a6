/** A bare Fastify server that answers given bytes: what `npm run bench` compares with. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [folder = '.'] = process.argv.slice(2);
const article = readFileSync(`${folder}/article.json`);
const list = readFileSync(`${folder}/list.json`);

const app = Fastify();
app.get('/article', (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8').send(article);
});
app.get('/list', (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8').send(list);
});
app.get('/not-modified', (_request, reply) => {
  reply.code(304).header('etag', '"bare"').send();
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
