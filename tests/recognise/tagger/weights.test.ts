import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ascending } from '../../../lib/recognise/tagger/ascending.ts';
import { readWeights } from '../../../lib/recognise/tagger/codec.ts';
import { HashTable, keyOf } from '../../../lib/recognise/tagger/lexicon.ts';
import { SortedHashes } from '../../../lib/recognise/tagger/sorted-hashes.ts';

const hash = fc.integer({ min: 0, max: 0xffffffff });

test('of a set of hashes each is found in its place, and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hash, { maxLength: 300 }),
      fc.array(hash),
      fc.constantFrom(28, 32),
      (all, others, bits) => {
        const cut = (one: number): number => (bits === 28 ? keyOf(one) : one);
        const ascending = Uint32Array.from(new Set(all.map(cut))).sort();
        const hashes = SortedHashes.of(ascending, bits);
        expect(hashes.count).toBe(ascending.length);
        for (const [place, one] of ascending.entries()) expect(hashes.indexOf(one)).toBe(place);
        for (const one of others.map(cut)) expect(hashes.indexOf(one)).toBe(ascending.indexOf(one));
      },
    ),
  );
});

test('so are those of a set as large as the weights have', () => {
  const ascending = Uint32Array.from({ length: 150_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0).sort();
  const hashes = SortedHashes.of(ascending, 32);
  expect(hashes.rests).toBeInstanceOf(Uint16Array);
  expect(ascending.findIndex((one, place) => hashes.indexOf(one) !== place)).toBe(-1);
  const strangers = Array.from({ length: 1_000 }, (_, i) => Math.imul(i + 150_001, 0x9e3779b1) >>> 0);
  expect(strangers.filter((one) => hashes.indexOf(one) !== -1)).toEqual([]);
});

test('numbers that never fall are what they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 2_000 }), (steps) => {
      let sum = 70_000;
      const numbers = steps.map((step) => (sum += step));
      const kept = Ascending.of(numbers);
      expect(numbers.map((_, i) => kept.at(i))).toEqual(numbers);
    }),
  );
  expect(() => Ascending.of([0, 70_000])).toThrow(RangeError);
});

test('a value comes back by its hash, whichever of its bits are set', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), hash), (words) => {
      const entries = new Map(Object.values(words).map((value, i) => [Math.imul(i + 1, 0x85ebca6b) >>> 0, value]));
      const table = HashTable.of(entries, 4);
      for (const [key, value] of entries) expect(table.find(key, -1)).toBe(value);
      expect(table.find(0, -1)).toBe(-1);
    }),
  );
});

test('weights that are cut, longer or of another kind do not open', () => {
  const bytes = readFileSync('public/models/names.bin');
  const part = (to: number): ArrayBuffer => Uint8Array.from(bytes.subarray(0, to)).buffer;
  expect(readWeights(part(bytes.length)).ok).toBe(true);
  for (const share of [0, 0.2, 0.5, 0.9, 0.9999])
    expect(readWeights(part(Math.floor(bytes.length * share)))).toMatchObject({
      ok: false,
      failure: { code: 'BadWeights' },
    });
  expect(readWeights(Uint8Array.of(...Uint8Array.from(bytes.subarray(0, 4)).reverse(), 0, 0, 0, 0).buffer).ok).toBe(
    false,
  );
  expect(readWeights(Uint8Array.from([...bytes, 0]).buffer).ok).toBe(false);
});
