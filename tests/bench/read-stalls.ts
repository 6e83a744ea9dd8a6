/**
 * How long others wait while one client reads what takes longest: every public list with each
 * of its filters and pairs of them, with values that are common, rare and nowhere, and every
 * address that makes something of much. `npx tsx tests/bench/read-stalls.ts [100000 [postgresql]]`
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBuiltNewsroom } from './newsroom.ts';
import { copyToPostgresql } from './postgresql.ts';
import { startOurs } from './servers.ts';

const FOLDER = process.env.BENCH_FOLDER ?? join(tmpdir(), 'onrecord-newsrooms');
const PING_MS = 3;
const SHOWN = 15;

interface Parameter {
  name: string;
  in: string;
  $ref?: string;
  schema: { $ref?: string; enum?: string[] };
}
interface Listed {
  data: { id: string; slug: string }[];
}

const size = Number(process.argv[2] ?? 100_000);
const file = await openBuiltNewsroom(FOLDER, size);
const postgresql = process.argv[3] === 'postgresql' ? await copyToPostgresql(file) : null;
const server = await startOurs(file, postgresql === null ? {} : { DATABASE_URL: postgresql.url });
const read = async <T>(path: string) => (await (await fetch(server.origin + path)).json()) as T;
const document = await read<{
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  components: { parameters: Record<string, Parameter>; schemas: Record<string, { enum?: [] }> };
}>('/openapi.json');
const sources = (await read<Listed>('/v1/sources?limit=100')).data.map(({ slug }) => slug);
const figures = (await read<Listed>('/v1/figures?limit=100')).data.map(({ slug }) => slug);
const [oldest] = (await read<Listed>('/v1/articles?limit=1&order=oldest')).data;

/** What a parameter that has no fixed values is given. */
const VALUES: Record<string, string[]> = {
  q: ['said', 'zzzznot', 'zzzznot said', 'sai* the* wit*', '"said the"', 'said NOT the'],
  section: ['local', 'nowhere'],
  tag: ['floods', 'nowhere'],
  language: ['en', 'fr'],
  source: [sources[0] ?? '', sources.at(-1) ?? ''],
  speaker: [sources[0] ?? '', sources.at(-1) ?? ''],
  figure: [figures[0] ?? '', figures.at(-1) ?? ''],
  article: [oldest?.slug ?? ''],
  from: ['2015-06-01', '2035-01-01'],
  to: ['2015-06-01', '2035-01-01'],
  saidFrom: ['2035-01-01'],
  saidTo: ['1990-01-01'],
  asOfFrom: ['2035-01-01'],
  asOfTo: ['1990-01-01'],
  organisation: ['Nobody'],
  place: ['Nowhere'],
  unit: ['nothing'],
  min: ['999999999'],
  max: ['-1'],
};
const NO_FILTERS = ['cursor', 'limit', 'fields', 'after'];

function valuesOf({ name, schema }: Parameter): string[] {
  const named = document.components.schemas[schema.$ref?.split('/').at(-1) ?? ''];
  return schema.enum ?? named?.enum ?? VALUES[name] ?? [];
}

/** A list with each filter, and with each pair of them. */
function listPaths(path: string): string[] {
  const filters = (document.paths[path]?.get?.parameters ?? [])
    .map((one) => document.components.parameters[one.$ref?.split('/').at(-1) ?? ''] ?? one)
    .filter(({ name, in: place }) => place === 'query' && !NO_FILTERS.includes(name))
    .flatMap((one) => valuesOf(one).map((value): [string, string] => [one.name, value]));
  const pairs = filters.flatMap((one, index) =>
    filters
      .slice(index + 1)
      .filter(([name]) => name !== one[0])
      .map((other) => [one, other]),
  );
  return [...filters.map((one) => [one]), ...pairs]
    .filter((chosen) => path !== '/v1/search' || chosen.some(([name]) => name === 'q'))
    .map((chosen) => `${path}?${new URLSearchParams(chosen)}`);
}

const LISTS = ['articles', 'turns', 'quotes', 'claims', 'sources', 'figures', 'search'];
const paths = [
  ...LISTS.flatMap((list) => listPaths(`/v1/${list}`)),
  ...['', '/series', '/series.csv', '/chart.svg', '/embed'].map(
    (end) => `/v1/figures/${figures[0]}${end}`,
  ),
  ...[`sources/${sources[0]}`, `figures/${figures[0]}`, 'sections/local', 'tags/floods'].map(
    (scope) => `/feeds/${scope}/rss.xml`,
  ),
  ...['/sitemap.xml', '/sitemaps/1.xml', '/news-sitemap.xml', '/v1/corrections'],
];

let waitedMs = 0;
let isReading = true;
const pinging = (async () => {
  while (isReading) {
    const asked = performance.now();
    await (await fetch(`${server.origin}/health`)).arrayBuffer();
    waitedMs = Math.max(waitedMs, performance.now() - asked);
    await sleep(PING_MS);
  }
})();
const taken: { path: string; status: number; tookMs: number; waitedMs: number }[] = [];
for (const path of paths) {
  waitedMs = 0;
  const asked = performance.now();
  const answer = await fetch(server.origin + path);
  await answer.arrayBuffer();
  const tookMs = performance.now() - asked;
  await sleep(2 * PING_MS);
  taken.push({ path, status: answer.status, tookMs, waitedMs });
}
isReading = false;
await pinging;
await server.stop();
await postgresql?.stop();
for (const [title, by] of [
  ['Others waited longest for', 'waitedMs'],
  ['Took longest', 'tookMs'],
] as const) {
  process.stdout.write(`\n${title} (of ${taken.length} requests)\n`);
  for (const one of taken.sort((a, b) => b[by] - a[by]).slice(0, SHOWN))
    process.stdout.write(`${one[by].toFixed(0).padStart(7)} ms  ${one.status}  ${one.path}\n`);
}
