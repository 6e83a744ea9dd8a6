/** A disk that fails to sync what was written, as strace makes it: a real server goes on by it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { plainArticle } from '../support/articles.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { type Served, serve } from '../support/process.ts';
import { eventually } from '../support/waiting.ts';

const ADMIN_TOKEN = 'a-token-of-an-administrator-for-power';
const CALLS = 'fsync,fdatasync';

let folder: string;
let databaseUrl: string;
let server: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  databaseUrl = await freshDatabase(folder);
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: folder, ADMIN_TOKEN, LOG_LEVEL: 'silent' };
  server = await serve(env);
});
afterAll(() => {
  server.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function create(slug: string) {
  const answer = await fetch(`${server.url}/v1/desk/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(plainArticle({ slug })),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Lets each sync of the server fail while something is done. */
async function withoutSyncs<T>(run: () => Promise<T>): Promise<T> {
  const pid = String(server.child.pid);
  const failing = ['-e', `trace=${CALLS}`, '-e', `inject=${CALLS}:error=EIO`];
  const strace = spawn('strace', ['-f', '-p', pid, ...failing, '-o', '/dev/null']);
  let said = '';
  strace.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await eventually(() => said.includes('attached'));
  try {
    return await run();
  } finally {
    strace.kill('SIGINT');
    await once(strace, 'exit');
  }
}

it('a write that could not be synced is not told as undone: a crash may bring it back', async () => {
  expect((await create('before')).status).toBe(201);
  const { status, text } = await withoutSyncs(() => create('unknown'));
  expect(status).toBe(500);
  expect(text).not.toContain('Nothing was changed');
  expect((await create('after')).status).toBe(201);
  server.child.kill('SIGKILL');
  await server.ended;
  const db = await openDatabase({ databaseUrl });
  const kept = await db.read.article.findMany({ select: { slug: true } });
  expect(kept.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['before', 'after']));
  await db.close();
});
