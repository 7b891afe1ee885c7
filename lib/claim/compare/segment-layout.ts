import type { ClaimSegment } from '../../model/claim-segment.ts';

/** What a segment has of a claim, in numbers; the ends are half-open. */
export interface Row {
  readonly stemsFrom: number;
  readonly entitiesFrom: number;
  readonly entitiesTo: number;
  readonly units: number;
  readonly article: number;
}

const rowLength = 4;

export function rowAt(rows: Uint32Array, ordinal: number): Row {
  const at = ordinal * rowLength;
  return {
    stemsFrom: rows[at] ?? 0,
    entitiesFrom: rows[at + 1] ?? 0,
    units: rows[at + 2] ?? 0,
    article: rows[at + 3] ?? 0,
    entitiesTo: rows[at + rowLength] ?? 0,
  };
}

/** Hashes to a bucket, about: they lie on one or two lines of the processor's cache. */
const inBucket = 4;

/** For each of the highest bits of ascending keys how many keys are less. */
export function bucketsOf(keys: Uint32Array): Uint32Array {
  const bits = Math.max(0, Math.ceil(Math.log2(keys.length / inBucket)));
  const buckets = new Uint32Array(2 ** bits + 1);
  let at = 0;
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    while (at < keys.length && (keys[at] ?? 0) / 2 ** (32 - bits) < bucket) at += 1;
    buckets[bucket] = at;
  }
  return buckets;
}

/** Where in `index` a hash stands, counted in hashes, or -1. */
export function placeOf({ index, buckets }: Pick<ClaimSegment, 'index' | 'buckets'>, key: number): number {
  const bucket = Math.floor((key / 2 ** 32) * (buckets.length - 1));
  const end = buckets[bucket + 1] ?? 0;
  let at = buckets[bucket] ?? 0;
  while (at < end && (index[2 * at] ?? 0) < key) at += 1;
  return at < end && index[2 * at] === key ? at : -1;
}
