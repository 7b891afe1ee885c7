import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelCount, mayEnd, mayFollow, mayStart } from '../../../lib/recognise/tagger/labels.ts';
import { bestPath, marginals, Sums } from '../../../lib/recognise/tagger/lattice.ts';

const length = 3;
const lattices = fc.record({
  scores: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
    minLength: length * labelCount,
    maxLength: length * labelCount,
  }),
  steps: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
    minLength: labelCount * labelCount,
    maxLength: labelCount * labelCount,
  }),
});

/** Every allowed path of three labels with its score. */
function* everyPath(scores: readonly number[], steps: readonly number[]): Generator<[path: number[], score: number]> {
  for (let a = 0; a < labelCount; a += 1)
    for (let b = 0; b < labelCount; b += 1)
      for (let c = 0; c < labelCount; c += 1)
        if (mayStart(a) && mayFollow(a, b) && mayFollow(b, c) && mayEnd(c))
          yield [
            [a, b, c],
            scores[a]! +
              scores[labelCount + b]! +
              scores[2 * labelCount + c]! +
              steps[a * labelCount + b]! +
              steps[b * labelCount + c]!,
          ];
}

const transitionsOf = (steps: readonly number[]): Float64Array =>
  Float64Array.from(steps, (step, k) => (mayFollow(Math.floor(k / labelCount), k % labelCount) ? step : -1e9));

test('no other path scores better than the best path', () => {
  fc.assert(
    fc.property(lattices, ({ scores, steps }) => {
      const path = bestPath({ length, scores: Float64Array.from(scores), transitions: transitionsOf(steps) });
      const all = [...everyPath(scores, steps)];
      const own = all.find(([other]) => other.every((label, t) => label === path[t]));
      expect(own?.[1]).toBeCloseTo(
        all.reduce((top, [, score]) => Math.max(top, score), -Infinity),
        9,
      );
    }),
    { numRuns: 20, seed: 7 },
  );
});

test('chances are those of all paths weighed by their scores', () => {
  fc.assert(
    fc.property(lattices, ({ scores, steps }) => {
      const wanted = new Float64Array(length * labelCount);
      let all = 0;
      for (const [path, score] of everyPath(scores, steps)) {
        all += Math.exp(score);
        for (const [t, label] of path.entries()) wanted[t * labelCount + label]! += Math.exp(score);
      }
      const out = new Float64Array(length * labelCount);
      const steps2 = transitionsOf(steps).map((step) => (step < -1e8 ? 0 : Math.exp(step)));
      const logSum = marginals({ length, scores: Float64Array.from(scores) }, steps2, new Sums(), out, null);
      expect(logSum).toBeCloseTo(Math.log(all), 6);
      for (const [k, chance] of out.entries()) expect(chance).toBeCloseTo(wanted[k]! / all, 6);
    }),
    { numRuns: 10, seed: 7 },
  );
});
