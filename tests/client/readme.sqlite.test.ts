/** The examples of the client's README, run as they stand against a listening server. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { constants, runInNewContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadSample } from '../../src/cli/sample.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture } from '../support/pictures.ts';

const PACKAGE = fileURLToPath(new URL('../../packages/client/', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const execute = promisify(execFile);
const README = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const SECRET = `whsec_${Buffer.from('a secret of this test, and no other').toString('base64')}`;

interface Example {
  title: string;
  code: string;
  /** What its calls of console.log say that they print. */
  promised: string[];
}

const EXAMPLES: Example[] = [...README.matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code = ''], index) => ({
    title: `${index + 1}: ${/createClient|verifyWebhook/.exec(code)?.[0]}, ${code.split('\n').at(-2)?.trim()}`,
    code,
    promised: [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text),
  }),
);

describe('the examples of the client’s README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-readme-'));
  let newsroom: Newsroom;
  let url = '';
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await loadSample(newsroom.db);
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(newsroom.server.server.address() as AddressInfo).port}`;
    writeFileSync(join(folder, 'harbour.jpg'), await makePicture('jpeg'));
    vi.stubEnv('ONRECORD_TOKEN', newsroom.tokens.admin);
    vi.stubEnv('ONRECORD_WEBHOOK_SECRET', SECRET);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    vi.unstubAllEnvs();
    newsroom.server.server.closeAllConnections();
    await newsroom.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs an example as a module. @returns what it exports and what it printed */
  async function run({ code }: Example, index: number) {
    const printed: unknown[][] = [];
    vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values));
    const outfile = join(folder, `${index}.mjs`);
    const contents = code
      .replaceAll('http://127.0.0.1:3000', url)
      .replaceAll("'harbour.jpg'", JSON.stringify(join(folder, 'harbour.jpg')));
    await build({
      stdin: { contents, loader: 'ts', resolveDir: PACKAGE },
      alias: { '@onrecord/client': join(PACKAGE, 'src/main.ts') },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    const module = await importNatively(pathToFileURL(outfile).href);
    return { module, printed };
  }

  it('are there, and promise what they print', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(8);
    for (const { promised, title } of EXAMPLES) expect(promised.length, title).toBeGreaterThan(0);
  });

  it('compile', async () => {
    const files = EXAMPLES.map(({ code }, index) => {
      writeFileSync(join(folder, `${index}.ts`), code);
      return `${index}.ts`;
    });
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      types: ['node'],
      typeRoots: [join(MODULES, '@types')],
      paths: { '@onrecord/client': [join(PACKAGE, 'src/main.ts')] },
      strict: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const tsc = join(MODULES, 'typescript/bin/tsc');
    const compiled = execute(process.execPath, [tsc, '-p', folder]);
    expect(await compiled.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({
      stdout: '',
    });
  });

  it.each(EXAMPLES)('$title', async (example) => {
    const index = EXAMPLES.indexOf(example);
    const { module, printed } = await run(example, index);
    if (typeof module.receive === 'function') await deliver(module.receive as Receive);
    expect(printed).toEqual(example.promised.map(values));
  });

  type Receive = (request: Request) => Promise<Response>;

  /** A message as the sender signs it, and the same one altered. */
  async function deliver(receive: Receive): Promise<void> {
    const body = JSON.stringify({
      type: 'article.published',
      timestamp: '2024-10-09T06:30:00.000Z',
      data: {},
    });
    const at = new Date();
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(SECRET).sign('msg_1', at, body),
    };
    const send = (text: string) =>
      receive(new Request('https://example.org/hook', { method: 'POST', headers, body: text }));
    expect((await send(body)).status).toBe(204);
    expect((await send(body.replace('published', 'retracted'))).status).toBe(401);
  }
});

/** Node's own import: the test runner's would transform the example once more. */
const importNatively = new Script('(url) => import(url)', {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext() as (url: string) => Promise<Record<string, unknown>>;

/** `'gte' 1200 null` as values: at the top level, spaces stand between them. */
function values(promised: string): unknown[] {
  const separated = promised.replace(/'[^']*'|\{.*\}|\[.*\]|[^\s]+/g, '$&,');
  return JSON.parse(JSON.stringify(runInNewContext(`[${separated}]`))) as unknown[];
}
