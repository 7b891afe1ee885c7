import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Browsers take their time to start, and two at once would disturb each other's pointer and clock. Tried again, since a browser on a busy machine may drop an event. */
const endToEnd = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000, retry: 2 } as const;

export default defineConfig({
  plugins: [preact()],
  test: {
    // Every processor: left to itself one is kept free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/sync/servers/**'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      // Real servers, one file at a time: each starts its own.
      { extends: true, test: { name: 'servers', include: ['tests/sync/servers/**/*.test.ts'], ...endToEnd } },
      { extends: true, test: { name: 'e2e-chromium', include: ['tests/e2e/**/*.chromium.test.ts'], ...endToEnd } },
      { extends: true, test: { name: 'e2e-firefox', include: ['tests/e2e/**/*.firefox.test.ts'], ...endToEnd } },
    ],
  },
});
