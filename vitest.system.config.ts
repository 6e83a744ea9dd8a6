import { defineConfig } from 'vitest/config';

/**
 * What needs a program that the operating system brings: Debian's chromium
 * (`npm run test:browser`) and strace (`npm run test:power`).
 */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts', 'tests/power/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TEST_ENGINE: 'sqlite' },
    globalSetup: ['tests/support/global-setup.ts'],
  },
});
