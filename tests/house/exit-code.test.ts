import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('a run with a failed test ends as failed, with a PostgreSQL beside it too', () => {
  const args = ['vitest', 'run', '--config', 'tests/support/failing/vitest.config.ts'];
  const { VITEST: _vitest, ...env } = process.env;
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, env, encoding: 'utf8' });
  expect(stdout).toMatch(/1 failed/);
  expect(status).toBe(1);
});
