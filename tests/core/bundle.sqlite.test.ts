import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, bundle, UNUSED } from '../../scripts/build.ts';
import { articleExample } from '../../src/articles/example.ts';
import { plainArticle } from '../support/articles.ts';
import { type Served, serve } from '../support/process.ts';

const STARTS_THREAD = /startThread\('([\w-]+)'/g;
const TOKEN = 'a-token-that-only-this-test-has-0001';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const DATABASE_URL = `file:${folder}/x.db`;
  served = await serve({ DATA_DIR: folder, DATABASE_URL, ADMIN_TOKEN: TOKEN });
}, 60_000);

afterAll(async () => {
  served.child.kill('SIGTERM');
  await served.ended;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${TOKEN}`, ...init.headers };
  const answer = await fetch(`${served.url}${path}`, { ...init, headers });
  const text = await answer.text();
  expect(answer.ok, `${path}: ${text}\n${served.output()}`).toBe(true);
  return text;
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json', 'if-match': '*' };
  const text = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return JSON.parse(text) as Record<string, unknown>;
}

/** A folder that Node finds our packages from. */
function within<T>(use: (folder: string) => T): T {
  const built = join('node_modules', '.onrecord', `bundle-${process.pid}`);
  try {
    return use(built);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

describe('the bundle', () => {
  it('has a file for each thread that is started', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const started = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join('src', name), 'utf8').matchAll(STARTS_THREAD)])
      .map(([, name]) => `${name}.js`);
    expect(started.length).toBeGreaterThan(1);
    expect(within(bundle).files).toEqual(expect.arrayContaining(started));
  });

  it('takes modules only from packages that we depend on ourselves', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const packages = within(bundle)
      .modules.filter((name) => !isBuiltin(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    expect(packages).toContain('pg');
    const ours = [...Object.keys(dependencies), ...UNUSED];
    expect(packages.filter((name) => !ours.includes(name))).toEqual([]);
  });
});

describe('a build', () => {
  const DAY_MS = 24 * 3_600_000;
  const now = Date.now();
  const daysOn = (days: number) => new Date(now + days * DAY_MS);
  const buildsIn = (built: string) =>
    readdirSync(built)
      .filter((name) => name !== 'main.js')
      .sort();

  it('leaves the one that a server may still run, until a week after', () => {
    within((built) => {
      build(built, daysOn(0));
      const [name = ''] = buildsIn(built);
      renameSync(join(built, name), join(built, 'before'));
      build(built, daysOn(1));
      expect(buildsIn(built)).toEqual([name, 'before'].sort());
      build(built, daysOn(7));
      expect(buildsIn(built)).toEqual([name, 'before'].sort());
      expect(readFileSync(join(built, 'main.js'), 'utf8')).toContain(`'./${name}/main.js'`);
      build(built, daysOn(9));
      expect(buildsIn(built)).toEqual([name]);
    });
  });

  it('takes one that was broken off for none', () => {
    within((built) => {
      build(built, daysOn(0));
      const [name = ''] = buildsIn(built);
      const unfinished = join(built, 'unnamed-1');
      mkdirSync(unfinished);
      utimesSync(unfinished, daysOn(1), daysOn(1));
      renameSync(join(built, name), join(built, 'before'));
      build(built, daysOn(9));
      expect(buildsIn(built)).toEqual(expect.arrayContaining(['before', name]));
    });
  });
});

describe('what the bundle loads when it is first asked for', () => {
  it('draws the chart of a figure', async () => {
    const article = await post('/v1/desk/articles', articleExample);
    await post(`/v1/desk/articles/${article.id}/publish`, {});
    expect(await ask('/v1/figures/marrowford-evacuees/chart.svg')).toMatch(/^<svg /);
  });

  it('reads a text in the thread of imports', async () => {
    const content = '“We have seen them,” said Ada Moor, the mayor of Marrowford.';
    const job = await post('/v1/desk/imports', { name: 'a.txt', format: 'text', content });
    expect(JSON.stringify(job)).toContain('We have seen them');
  });

  it('writes a long article in the thread of formats', async () => {
    const body = 'The *river* rose by two metres.\n\n'.repeat(1_000);
    const article = await post('/v1/desk/articles', plainArticle({ slug: 'long', body }));
    await post(`/v1/desk/articles/${article.id}/publish`, {});
    expect(await ask('/v1/articles/long/markdown')).toMatch(
      /^# The ferry[\s\S]*The \*river\* rose/,
    );
  });

  it('compresses what is published in the thread for it', () => {
    const database = new BetterSqlite3(`${folder}/x.db`, { readonly: true });
    const sizes = database.prepare<[], { br: number; gzip: number; document: number }>(
      `SELECT length("br") AS "br", length("gzip") AS "gzip", length("document") AS "document"
        FROM "PublishedArticle" WHERE "slug" = 'long'`,
    );
    const { br, gzip, document } = sizes.get() ?? { br: 0, gzip: 0, document: 0 };
    for (const size of [br, gzip]) {
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThan(document / 10);
    }
    database.close();
  });

  it('takes a picture', async () => {
    const create = { width: 8, height: 8, channels: 3, background: '#888' } as const;
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())]), 'a.png');
    form.set('alt', 'Grey.');
    expect(await ask('/v1/desk/assets', { method: 'POST', body: form })).toContain('"width":8');
  });

  it('writes the OpenAPI document with its examples', async () => {
    const document = JSON.parse(await ask('/openapi.json'));
    expect(Object.keys(document.components.examples).length).toBeGreaterThan(20);
    expect(await ask('/openapi.yaml')).toMatch(/^openapi: 3\.1\.0/);
  });

  it('counts for Prometheus', async () => {
    expect(await ask('/metrics')).toContain('process_cpu_seconds_total');
  });
});
