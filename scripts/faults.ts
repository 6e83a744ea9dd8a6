/**
 * `npm run test:faults`: the long form of the tests of tests/faults, tests/security and
 * the random histories. `npm test` has a short form of each; here they run until they
 * would have found something. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';

const LONG: Record<string, string> = {
  FAULT_KILLS: '300',
  FAULT_WRITES: '500',
  FAULT_DRAINS: '5',
  FUZZ_REQUESTS: '1000',
  HISTORIES: '100',
};
const TESTS = ['tests/faults', 'tests/security', 'tests/publishing/history.test.ts'];

const given = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', ...(given.length > 0 ? given : TESTS)], {
  stdio: 'inherit',
  env: { ...LONG, ...process.env },
});
process.exitCode = status ?? 1;
