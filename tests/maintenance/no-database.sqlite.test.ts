import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startProgram } from '../support/process.ts';

it.each([
  ['check'],
  ['rebuild'],
  ['export'],
  ['prune-changes', '--before', '2026-01-01'],
  ['tokens', 'list'],
  ['tokens', 'revoke', '0192e4a0-0000-7000-8000-000000000000'],
])('onrecord %s makes no database where there is none, and says so', async (...args) => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  try {
    const file = join(folder, 'nowhere.db');
    const program = startProgram(args, { env: { DATABASE_URL: `file:${file}` } });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`There is no database at ${file}`);
    expect(existsSync(file)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
