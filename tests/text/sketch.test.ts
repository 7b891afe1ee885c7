import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlapOf, sketchOf, sketchSize } from '../../lib/text/sketch.ts';

/** Words enough that no two are alike by chance. */
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `w${(from + i).toString(36)}`).join(' ');

describe('two texts', () => {
  test.each<[rule: string, a: string, b: string, containment: [number, number], resemblance: [number, number]]>([
    ['alike but for case and punctuation', words(0, 300), `${words(0, 300).toUpperCase()}.`, [1, 1], [1, 1]],
    ['of which one is a half of the other', words(0, 1000), words(0, 500), [0.95, 1], [0.35, 0.65]],
    ['of which one is a tenth of the other', words(0, 3000), words(1000, 300), [0.9, 1], [0.02, 0.25]],
    ['that share a third', words(0, 900), words(600, 900), [0.2, 0.47], [0.1, 0.32]],
    ['that share nothing', words(0, 900), words(5000, 900), [0, 0], [0, 0]],
    ['too short to tell', words(0, 6), words(0, 6), [0, 0], [0, 0]],
  ])('%s', (_, a, b, containment, resemblance) => {
    const found = overlapOf(sketchOf(a), sketchOf(b));
    for (const [value, [low, high]] of [
      [found.containment, containment],
      [found.resemblance, resemblance],
    ] as const) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  });
});

const text = fc.array(fc.stringMatching(/^[a-d]{1,3}$/), { maxLength: 600 }).map((all) => all.join(' '));

test('a sketch is bounded, ascending and without repeats', () => {
  fc.assert(
    fc.property(text, (one) => {
      const sketch = sketchOf(one);
      expect(sketch.length).toBeLessThanOrEqual(sketchSize);
      expect(sketch.every((hash, i) => i === 0 || hash > (sketch[i - 1] ?? 0))).toBe(true);
    }),
  );
});

test('overlap knows no order, and a text holds itself', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [one, other] = [sketchOf(a), sketchOf(b)];
      expect(overlapOf(one, other)).toEqual(overlapOf(other, one));
      const self = overlapOf(one, one).containment;
      expect(self === 1 || one.length < 6).toBe(true);
    }),
  );
});
