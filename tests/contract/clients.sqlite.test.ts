import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const run = promisify(execFile);
const MODULES = new URL('../../node_modules', import.meta.url).pathname;

let newsroom: Newsroom;
let folder: string;
let base: string;

beforeAll(async () => {
  newsroom = await openNewsroom();
  base = await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
  folder = mkdtempSync(join(tmpdir(), 'onrecord-clients-'));
  symlinkSync(MODULES, join(folder, 'node_modules'));
  write('package.json', '{"type":"module"}');
  write('openapi.json', (await newsroom.get('/openapi.json')).text);
  write('article.json', JSON.stringify(plainArticle()));
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** Compiles a program as strictly as TypeScript can, and runs it against the server. */
async function compileAndRun(program: string): Promise<Record<string, unknown>> {
  const strict = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions: strict, include: [program] }));
  const node = (...args: string[]) => run(process.execPath, args, { cwd: folder });
  await node(join(MODULES, 'typescript/bin/tsc'), '-p', 'tsconfig.json').catch(
    ({ stdout }: { stdout: string }) => {
      throw new Error(`The generated client does not compile:\n${stdout.slice(0, 4_000)}`);
    },
  );
  const { stdout } = await node('--import', 'tsx', program, base, newsroom.tokens.editor);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const EXPECTED = {
  state: 'live',
  headline: plainArticle().headline,
  listed: [plainArticle().headline],
  missing: { status: 404, code: 'not-found' },
  refused: { status: 400, parameters: ['sektion'] },
};

const WITH_OPENAPI_FETCH = `
import createClient from 'openapi-fetch';
import article from './article.json' with { type: 'json' };
import type { components, paths } from './schema.js';

type Article = components['schemas']['Article'];
type Problem = components['schemas']['Problem'];

declare const process: { argv: string[]; stdout: { write(text: string): void } };

const [baseUrl = '', token = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl });
const headers = { Authorization: 'Bearer ' + token };

const created = await client.POST('/v1/desk/articles', { headers, body: article });
if (created.data === undefined) throw new Error(created.error.detail);
const { id } = created.data;
const etag = created.response.headers.get('etag') ?? '';
const published = await client.POST('/v1/desk/articles/{id}/publish', {
  headers,
  params: { path: { id }, header: { 'If-Match': etag } },
});
if (published.data === undefined) throw new Error(published.error.detail);
const read = await client.GET('/v1/articles/{slug}', { params: { path: { slug: published.data.slug } } });
if (read.data === undefined) throw new Error('not read');
// Without \`fields\` the answer is the whole article.
const whole = read.data as Article;
const list = await client.GET('/v1/articles', { params: { query: { section: 'local', limit: 5 } } });
const missing = await client.GET('/v1/articles/{slug}', { params: { path: { slug: 'none' } } });
const problem: Problem | undefined = missing.error;
// @ts-expect-error The contract knows no such parameter.
const refused = await client.GET('/v1/articles', { params: { query: { sektion: 'local' } } });
process.stdout.write(JSON.stringify({
  state: published.data.state,
  headline: whole.headline,
  listed: list.data?.data.map((item) => item.headline),
  missing: { status: problem?.status, code: problem?.code },
  refused: {
    status: refused.error?.status,
    parameters: refused.error?.errors?.map(({ parameter }) => parameter),
  },
}));
`;

const WITH_HEY_API = `
import article from './article.json' with { type: 'json' };
import { createArticle, listArticles, publishArticle, readArticle } from './hey/sdk.gen';
import { client } from './hey/client.gen';
import type { Article, Problem } from './hey/types.gen';

declare const process: { argv: string[]; stdout: { write(text: string): void } };

const [baseUrl = '', token = ''] = process.argv.slice(2);
client.setConfig({ baseUrl, auth: token });

const created = await createArticle({ body: article, throwOnError: true });
const etag = created.response.headers.get('etag') ?? '';
const published = await publishArticle({
  path: { id: created.data.id },
  headers: { 'If-Match': etag },
  throwOnError: true,
});
const read = await readArticle({ path: { slug: published.data.slug }, throwOnError: true });
const whole = read.data as Article;
const list = await listArticles({ query: { section: 'local', limit: 5 } });
const missing = await readArticle({ path: { slug: 'none' } });
const problem: Problem | undefined = missing.error;
// @ts-expect-error The contract knows no such parameter.
const refused = await listArticles({ query: { sektion: 'local' } });
process.stdout.write(JSON.stringify({
  state: published.data.state,
  headline: whole.headline,
  listed: list.data?.data.map((item) => item.headline),
  missing: { status: problem?.status, code: problem?.code },
  refused: {
    status: refused.error?.status,
    parameters: refused.error?.errors?.map(({ parameter }) => parameter),
  },
}));
`;

/** Generating, compiling and running takes a few seconds, and many on a busy machine. */
const TIMEOUT_MS = 240_000;

describe('A client that is generated from the document', () => {
  it(
    'by openapi-typescript compiles strictly, creates, publishes, reads and lists',
    async () => {
      const tree = await openapiTypescript(new URL(`file://${folder}/openapi.json`));
      write('schema.ts', astToString(tree));
      write('fetch.ts', WITH_OPENAPI_FETCH);

      expect(await compileAndRun('fetch.ts')).toEqual(EXPECTED);
    },
    TIMEOUT_MS,
  );

  it(
    'by @hey-api/openapi-ts compiles strictly, creates, publishes, reads and lists',
    async () => {
      await withdrawAll();
      await createClient({
        input: join(folder, 'openapi.json'),
        output: { path: join(folder, 'hey') },
        plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
        logs: { level: 'silent' },
      });
      write('hey.ts', WITH_HEY_API);

      expect(await compileAndRun('hey.ts')).toEqual(EXPECTED);
    },
    TIMEOUT_MS,
  );
});

/** Takes what the client before published off the wire. */
async function withdrawAll(): Promise<void> {
  const { body } = await newsroom.get('/v1/desk/articles?state=live');
  for (const { id } of body.data) await newsroom.step(id, 'withdraw', {});
}
