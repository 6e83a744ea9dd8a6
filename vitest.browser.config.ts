import { defineConfig } from 'vitest/config';

/** What needs a browser: Debian's chromium. `npm run test:browser` runs it. */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TEST_ENGINE: 'sqlite' },
    globalSetup: ['tests/support/global-setup.ts'],
  },
});
