import { foldWord } from './fold.ts';

/**
 * A text by the smallest hashes of its shingles (runs of words), ascending and each once. Two sketches tell how much of
 * one text stands in the other without either text at hand (Broder 1997, "On the resemblance and containment of
 * documents").
 */
export type Sketch = readonly number[];

/** Words of a shingle: shorter ones are shared by chance, longer ones break at every edit. */
const shingleWords = 4;
/** Hashes kept; of a text of fewer shingles all are. */
export const sketchSize = 256;
/** Hashes in common range below which nothing can be told. */
const fewest = 6;

/** Words without case, diacritics and punctuation. */
export const plainWords = (text: string): string[] =>
  foldWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** 32 bits of a text: FNV-1a, finished as in MurmurHash3 so that order among hashes is as good as random. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function sketchOf(text: string): Sketch {
  const words = plainWords(text);
  const hashes = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at += 1)
    hashes.add(hashText(words.slice(at, at + shingleWords).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

export interface Overlap {
  /** Share of the shorter text's shingles that stand in the other, 0 to 1. */
  readonly containment: number;
  /** Share of both texts' shingles that stand in both, 0 to 1. */
  readonly resemblance: number;
}

/** How much two texts share; nothing where either is too short to tell. */
export function overlapOf(a: Sketch, b: Sketch): Overlap {
  const limit = Math.min(rangeOf(a), rangeOf(b));
  const [mine, theirs] = [a.filter((hash) => hash <= limit), new Set(b.filter((hash) => hash <= limit))];
  const smaller = Math.min(mine.length, theirs.size);
  if (smaller < fewest) return { containment: 0, resemblance: 0 };
  const shared = mine.filter((hash) => theirs.has(hash)).length;
  return { containment: shared / smaller, resemblance: shared / (mine.length + theirs.size - shared) };
}

/** Up to which hash a sketch is complete. */
const rangeOf = (sketch: Sketch): number =>
  sketch.length < sketchSize ? Number.POSITIVE_INFINITY : (sketch.at(-1) ?? 0);
