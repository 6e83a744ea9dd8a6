import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '../../src/auth/tokens.ts';
import { doWork } from '../../src/cli/work.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { freePort } from '../support/port.ts';
import { serve, startProgram } from '../support/process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a start that fails says; it must say it in words, and end with 1. */
async function refusal(env: Record<string, string>, command = 'serve'): Promise<string> {
  const port = String(await freePort());
  const program = startProgram([command], {
    env: { PORT: port, DATA_DIR: folder, DATABASE_URL: `file:${folder}/x.db`, ...env },
  });
  expect(await program.ended, program.output()).toBe(1);
  const output = program.output();
  expect(output).not.toMatch(/\n\s+at .*\.[jt]s:\d+/);
  return output;
}

describe('a start that can’t be', () => {
  it('names every bad setting at once', async () => {
    const output = await refusal({
      PORT: '70000',
      ADMIN_TOKEN: 'short',
      RATE_LIMIT: 'many',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'everybody',
      DATABASE_URL: 'mysql://x',
    });
    for (const name of [
      'PORT',
      'ADMIN_TOKEN',
      'RATE_LIMIT',
      'LOG_LEVEL',
      'TRUST_PROXY',
      'DATABASE_URL',
    ])
      expect(output).toContain(name);
    expect(output).not.toContain('short');
  });

  it('names a proxy that is no address', async () => {
    expect(await refusal({ TRUST_PROXY: '300.1.1.1' })).toContain('TRUST_PROXY');
    expect(await refusal({ TRUST_PROXY: '10.0.0.0/99' })).toContain('TRUST_PROXY');
  });

  it('says that the port is taken, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      const output = await refusal({ PORT: String(port) });
      expect(output).toContain(`Port ${port}`);
      expect(output).toMatch(/set PORT/);
    } finally {
      other.close();
    }
  });

  it('says that the host is no address of this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toMatch(/HOST 192\.0\.2\.1/);
  });

  it('says that the database is something else’s', async () => {
    const path = join(folder, 'x.db');
    writeFileSync(path, 'not a database at all, but quite some text'.repeat(100));
    const output = await refusal({});
    expect(output).toContain(path);
    expect(output).toMatch(/restore a backup|DATABASE_URL/);
  });

  it('says that the folder can’t be written', async () => {
    // Another user than this one, because nothing is closed to root.
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const isRoot = process.getuid?.() === 0;
    const url = isRoot ? 'file:/sys/onrecord/x.db' : `file:${closed}/x.db`;
    expect(await refusal({ DATABASE_URL: url })).toMatch(/writable|DATABASE_URL/);
  });

  it('is a demo that would open a database of one’s own to a token that everybody knows', async () => {
    const output = await refusal({}, 'demo');
    expect(output).toContain('ADMIN_TOKEN');
    expect(output).toContain('DATABASE_URL');
  });

  it('ends with 1 for a command or role that does not exist', async () => {
    for (const args of [['frobnicate'], ['tokens', 'create', 'x', 'owner']]) {
      const program = startProgram(args, { env: { DATABASE_URL: `file:${folder}/x.db` } });
      expect(await program.ended).toBe(1);
      expect(program.output()).toMatch(/error:/);
    }
  });
});

it.each([
  ['https://news.example.org/', '1', 0],
  ['https://example.org/news', '1', 1],
  ['https://example.org/news', '2', 1],
])(
  'says once that paths in answers leave out the path of PUBLIC_URL: %s in %s processes',
  async (publicUrl, workers, times) => {
    const server = await serve({
      DATABASE_URL: await freshDatabase(folder),
      DATA_DIR: folder,
      PUBLIC_URL: publicUrl,
      WORKERS: workers,
    });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.output().split('PUBLIC_URL has a path').length - 1, server.output()).toBe(times);
  },
);

it('makes, lists and revokes tokens on the command line', async () => {
  const env = { DATABASE_URL: await freshDatabase(folder) };
  const run = async (...args: string[]) => {
    const program = startProgram(['tokens', ...args], { env });
    expect(await program.ended, program.output()).toBe(0);
    return program.output();
  };
  const created = await run('create', 'Ines Farrow', 'editor');
  expect(created).toMatch(/onr_[\w-]{43}/);
  const list = await run('list');
  expect(list).toMatch(/editor\s+valid\s+never used\s+Ines Farrow/);
  expect(list).not.toContain('onr_');
  await run('revoke', /[0-9a-f-]{36}/.exec(list)?.[0] ?? '');
  expect(await run('list')).toMatch(/revoked/);
  const unknown = startProgram(['tokens', 'revoke', 'no-such-token'], { env });
  expect(await unknown.ended).toBe(1);
  expect(unknown.output()).toContain('There is no token no-such-token');

  const expiresAt = new Date('2024-10-09T13:00:00Z');
  const db = await openDatabase({ databaseUrl: env.DATABASE_URL });
  await doWork(db, (work) => createToken(work, { name: 'Mara Elsing', role: 'writer', expiresAt }));
  await db.close();
  expect(await run('list')).toMatch(
    /writer\s+expired 2024-10-09T13:00:00\.000Z\s+never used\s+Mara Elsing/,
  );
});
