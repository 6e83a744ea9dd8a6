import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it.each(['postgresql', 'sqlite'])('a run on %s with a failed test ends as failed', (engine) => {
  const args = ['vitest', 'run', '--config', 'tests/support/failing/vitest.config.ts'];
  const { VITEST: _vitest, ...inherited } = process.env;
  const env = { ...inherited, TEST_ENGINE: engine };
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, env, encoding: 'utf8' });
  expect(stdout).toMatch(/1 failed/);
  expect(status).toBe(1);
});
