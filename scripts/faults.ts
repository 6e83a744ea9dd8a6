/**
 * `npm run test:faults`: the long form of the tests of faults, power cuts, security,
 * backups, webhooks, repeated requests and random histories. `npm test` and `npm run test:power` have a short
 * form of each; here they run until they would have found something. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process';

const LONG: Record<string, string> = {
  FAULT_KILLS: '300',
  FAULT_WRITES: '500',
  FAULT_DRAINS: '5',
  FAULT_BACKUPS: '100',
  FAULT_CUTS: '1000',
  FAULT_WEBHOOKS: '10000',
  FUZZ_REQUESTS: '1000',
  HISTORIES: '100',
  IDEMPOTENCY_KEYS: '1000',
};
const TESTS = [
  'tests/faults',
  'tests/auth/idempotency-processes.test.ts',
  'tests/security',
  'tests/publishing/history.test.ts',
  'tests/maintenance/backup.sqlite.test.ts',
  'tests/webhooks/kills.test.ts',
];
/** Needs strace. */
const SYSTEM_TESTS = ['--config', 'vitest.system.config.ts', 'tests/power'];

function run(args: string[]): void {
  const env = { ...LONG, ...process.env };
  const { status } = spawnSync('npx', ['vitest', 'run', ...args], { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}

const given = process.argv.slice(2);
if (given.length > 0) run(given);
else for (const tests of [SYSTEM_TESTS, TESTS]) run(tests);
