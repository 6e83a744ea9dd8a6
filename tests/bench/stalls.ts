/**
 * How long other requests wait while one client sends the largest and oddest requests that
 * are allowed: `npx tsx tests/bench/stalls.ts`. It is to be 100 ms at most.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { serve } from '../support/process.ts';

const ADMIN_TOKEN = 'a-token-of-an-administrator-for-stalls';
const MEBIBYTE = 1024 * 1024;
/** Just under the body limit. */
const LARGE = 1.9 * MEBIBYTE;
/** Just under what the body of an article may hold. */
const BODY = 195_000;

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const server = await serve({
  DATABASE_URL: `file:${join(folder, 'stalls.db')}`,
  DATA_DIR: folder,
  ADMIN_TOKEN,
  LOG_LEVEL: 'fatal',
});
const send = (path: string, body: string | object, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ADMIN_TOKEN}`,
      'content-type': 'application/json',
      'if-match': '*',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const fill = (unit: string, bytes = LARGE) =>
  unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));
const paragraph =
  'The river rose by more than two metres in the night, said Ada Renn, who leads the crew. ' +
  '“Nobody was asleep by five,” she said. At least 1,200 people had left by noon.\n\n';
const turns = Array.from({ length: 500 }, (_, index) => ({
  role: index % 2 === 0 ? 'question' : 'answer',
  speaker: { kind: 'person', name: `Speaker ${index % 2}` },
  text: paragraph.repeat(10),
}));
const quotes = Array.from({ length: 300 }, (_, index) => ({
  kind: 'direct',
  speaker: { kind: 'person', name: `Somebody ${index}` },
  anchor: { pieces: [{ exact: `words that are not there ${index}` }] },
}));

const REQUESTS: [name: string, run: () => Promise<Response>][] = [
  [
    'a body of prose',
    () =>
      send('/v1/desk/articles', {
        ...plainArticle({ slug: 'prose' }),
        body: fill(paragraph, BODY),
      }),
  ],
  [
    'a body of stars',
    () =>
      send('/v1/desk/articles', { ...plainArticle({ slug: 'stars' }), body: fill('*a ', BODY) }),
  ],
  [
    'a body of brackets',
    () =>
      send('/v1/desk/articles', {
        ...plainArticle({ slug: 'brackets' }),
        body: fill('[a](b) ', BODY),
      }),
  ],
  [
    '500 turns',
    () =>
      send('/v1/desk/articles', { ...plainArticle({ slug: 'turns' }), interviews: [{ turns }] }),
  ],
  [
    '300 quotes that are nowhere',
    () =>
      send('/v1/desk/articles', {
        ...plainArticle({ slug: 'quotes' }),
        body: fill(paragraph, BODY),
        quotes,
      }),
  ],
  ['checking them', () => send('/v1/desk/articles/quotes/check', {})],
  ['publishing prose', () => send('/v1/desk/articles/prose/publish', {})],
  ['publishing 500 turns', () => send('/v1/desk/articles/turns/publish', {})],
  [
    'JSON nested 100,000 deep',
    () => send('/v1/desk/articles', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  ],
  [
    'a million keys',
    () =>
      send(
        '/v1/desk/articles',
        `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join()}}`,
      ),
  ],
  ['extraction of prose', () => send('/v1/desk/extract', { text: fill(paragraph, LARGE / 2) })],
  [
    'an import that is too long for an article',
    () => send('/v1/desk/imports', { name: 'long.txt', content: fill(paragraph, LARGE / 2) }),
  ],
  [
    'an import of the longest article',
    () => send('/v1/desk/imports', { name: 'prose.txt', content: fill(paragraph, BODY) }),
  ],
  [
    'an import whose suggestions are accepted',
    () =>
      send('/v1/desk/imports', {
        name: 'accepted.txt',
        content: fill(paragraph, BODY / 3),
        accept: 0.5,
      }),
  ],
  [
    'an import of 100 stories',
    () =>
      send('/v1/desk/imports', {
        name: 'stories.xml',
        content: `<rss><channel>${Array.from(
          { length: 100 },
          (_, index) =>
            `<item><guid>s${index}</guid><description>Story ${index}. ${fill(paragraph, 9_000)}</description></item>`,
        ).join('')}</channel></rss>`,
      }),
  ],
  [
    'reading an import of 100 stories',
    async () => {
      const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
      const listed = await fetch(`${server.url}/v1/desk/imports?limit=1`, { headers });
      const { data } = (await listed.json()) as { data: { id: string }[] };
      return fetch(`${server.url}/v1/desk/imports/${data[0]?.id}`, { headers });
    },
  ],
  [
    'a search of 50 words',
    () => fetch(`${server.url}/v1/search?q=${'river%20OR%20'.repeat(50)}wall`),
  ],
  [
    '1,000 articles at once',
    () =>
      send(
        '/v1/desk/bulk',
        Array.from({ length: 1_000 }, (_, index) =>
          JSON.stringify({ op: 'create', article: fullArticle({ slug: `bulk-${index}` }) }),
        ).join('\n'),
        { 'content-type': 'application/x-ndjson' },
      ),
  ],
];

/** Asks again and again until told to stop. @returns the longest wait, ms */
async function watch(signal: { done: boolean }): Promise<number> {
  let longest = 0;
  while (!signal.done) {
    const since = performance.now();
    await (await fetch(`${server.url}/v1/articles?limit=1`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - since);
    await sleep(2);
  }
  return longest;
}

try {
  const idle = { done: false };
  const calm = watch(idle);
  await sleep(2_000);
  idle.done = true;
  process.stdout.write(
    '| request | status | took, ms | longest wait of another, ms |\n|---|---|---|---|\n',
  );
  process.stdout.write(`| none | | | ${(await calm).toFixed(0)} |\n`);
  for (const [name, run] of REQUESTS) {
    const signal = { done: false };
    const watching = watch(signal);
    const since = performance.now();
    const answer = await run();
    const text = await answer.text();
    if (!answer.ok) process.stderr.write(`${text.slice(0, 400)}\n`);
    const took = performance.now() - since;
    signal.done = true;
    process.stdout.write(
      `| ${name} | ${answer.status} | ${took.toFixed(0)} | ${(await watching).toFixed(0)} |\n`,
    );
  }
} finally {
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
}
