import fc from 'fast-check';
import { describe, test } from 'vitest';
import { runCase, targets } from '../../scripts/fuzz/targets.ts';

/** A short run of what `npm run fuzz` does at length: fast-check chooses the cases and finds the smallest that fails. */
describe('whatever arrives is a valid value or a typed failure', () => {
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    const cases = Math.ceil(60 * Math.min(2, target.share));
    await fc.assert(
      fc.asyncProperty(fc.nat(), (number) => runCase(target, 8, number)),
      { numRuns: cases },
    );
  });
});
