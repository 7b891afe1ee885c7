import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/**
 * Browsers take their time to start, and two of a kind at once take longer than one after the other. Tried again, since a
 * browser on a busy machine may drop an event. What drives them is loaded once, not once a file.
 */
const endToEnd = {
  fileParallelism: false,
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  retry: 2,
} as const;

const unit = {
  include: ['tests/**/*.test.{ts,tsx}'],
  exclude: ['tests/e2e/**', 'tests/sync/servers/**'],
  testTimeout: 90_000,
  hookTimeout: 90_000,
  // What one file puts in a worker is not there for the next.
  unstubGlobals: true,
};
/** Tests with `vi.mock`. */
const isolated = 'tests/**/*.isolated.test.{ts,tsx}';

export default defineConfig({
  plugins: [preact()],
  test: {
    // Every processor: left to itself one is kept free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      // Modules are loaded once a worker and not once a file, which takes half of the time; whoever puts others in their
      // place is apart.
      { extends: true, test: { name: 'unit', ...unit, exclude: [...unit.exclude, isolated], isolate: false } },
      { extends: true, test: { name: 'unit-isolated', ...unit, include: [isolated] } },
      // Real servers, one file at a time: each starts its own.
      { extends: true, test: { name: 'servers', include: ['tests/sync/servers/**/*.test.ts'], ...endToEnd } },
      { extends: true, test: { name: 'e2e-chromium', include: ['tests/e2e/**/*.chromium.test.ts'], ...endToEnd } },
      { extends: true, test: { name: 'e2e-firefox', include: ['tests/e2e/**/*.firefox.test.ts'], ...endToEnd } },
    ],
  },
});
