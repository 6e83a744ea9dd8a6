import { defineConfig } from 'vitest/config';

const shared = {
  setupFiles: ['tests/support/fast-check.ts'],
  include: ['tests/**/*.test.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Files of a worker share its modules: loading them anew took longer than most of the tests.
  isolate: false,
  // Two cores run servers, databases and browsers at once there; what fails twice is broken.
  retry: process.env.CI === undefined ? 0 : 2,
};

/** Tests of pure functions and of the code itself; no database is involved. */
const PURE = [
  'tests/text/**',
  'tests/extraction/**',
  'tests/properties/**',
  'tests/house/**',
  'tests/pure/**',
];

/** Needs what npm does not bring: vitest.system.config.ts. */
const SYSTEM = ['tests/browser/**', 'tests/power/**', 'tests/iptc/**'];

/** Everything that touches a database runs on both engines. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: PURE.map((folder) => `${folder}/*.test.ts`) } },
      {
        test: {
          ...shared,
          name: 'sqlite',
          exclude: [...PURE, ...SYSTEM, 'tests/**/*.postgresql.test.ts'],
          env: { TEST_ENGINE: 'sqlite' },
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'postgresql',
          exclude: [...PURE, ...SYSTEM, 'tests/**/*.sqlite.test.ts'],
          env: { TEST_ENGINE: 'postgresql' },
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
});
