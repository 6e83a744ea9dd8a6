import { defineConfig } from 'vitest/config';

/**
 * What needs something that npm does not bring: Debian's chromium (`npm run test:browser`)
 * and strace (`npm run test:power`), and the schemas of IPTC (`npm run test:ninjs`).
 */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts', 'tests/power/*.test.ts', 'tests/iptc/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TEST_ENGINE: 'sqlite' },
    globalSetup: ['tests/support/global-setup.ts'],
  },
});
