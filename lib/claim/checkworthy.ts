import type { ClaimKind } from '../model/claim.ts';
import { claimKinds } from '../model/claim.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** What a sentence may turn out to be; `none` is no claim. */
export const judgements = ['none', ...claimKinds] as const;
export type Judgement = 'none' | ClaimKind;

/** Linear classifiers over hashed binary features: what kind of claim a sentence is, and how worth checking. */
export interface CheckWorthiness {
  /** A probability for each of `judgements`, in their order. */
  readonly judge: (features: readonly string[]) => readonly number[];
  /** 0 to 1: specific, measurable, about the world. Reads word features alone. */
  readonly worth: (features: readonly string[]) => number;
}

export type CheckWorthinessFailure = { readonly code: 'ModelUnreadable'; readonly detail: string };

const magic = 0x31574c53;
const heads = judgements.length + 1;
const headerBytes = 8 + heads * 8;

/**
 * Opens the weights: magic, log2 of the number of buckets, then for each head its bias and scale as 32-bit floats, then
 * for each head a signed byte a bucket; all little-endian. The last head is check-worthiness.
 */
export function openCheckWorthiness(bytes: ArrayBuffer): Result<CheckWorthiness, CheckWorthinessFailure> {
  if (bytes.byteLength < headerBytes) return failed({ code: 'ModelUnreadable', detail: 'too short for a header' });
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== magic) return failed({ code: 'ModelUnreadable', detail: 'no weights of this kind' });
  const bits = view.getUint32(4, true);
  if (bits < 4 || bits > 24 || bytes.byteLength !== headerBytes + heads * 2 ** bits)
    return failed({ code: 'ModelUnreadable', detail: `${bytes.byteLength} bytes do not fit ${bits} bits` });
  const mask = 2 ** bits - 1;
  const scores = (features: readonly string[], from: number, to: number): number[] => {
    const sums: number[] = [];
    const at = features.map((feature) => hashFeature(feature) & mask);
    for (let head = from; head < to; head += 1) {
      const weights = new Int8Array(bytes, headerBytes + head * 2 ** bits, 2 ** bits);
      let sum = 0;
      for (const bucket of at) sum += weights[bucket] ?? 0;
      sums.push(view.getFloat32(8 + head * 8, true) + sum * view.getFloat32(12 + head * 8, true));
    }
    return sums;
  };
  return ok({
    judge: (features) => softmax(scores(features, 0, judgements.length)),
    worth: (features) => 1 / (1 + Math.exp(-(scores(features, judgements.length, heads)[0] ?? 0))),
  });
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** FNV-1a over UTF-16 units, with a final mix because buckets take the low bits. */
export function hashFeature(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
