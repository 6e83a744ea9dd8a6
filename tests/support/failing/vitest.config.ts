import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One test that fails, with what the suite sets up for all: `npm test` must fail by it. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    include: ['tests/support/failing/fails.ts'],
    env: { TEST_ENGINE: process.env.TEST_ENGINE ?? 'postgresql' },
    globalSetup: ['tests/support/global-setup.ts'],
  },
});
