import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Random } from './random.ts';
import { frequentWords, type Vectors } from './vectors.ts';

const branches = 16;
const rounds = 12;

const cache = '.cache/clusters';

/** The clusters of `clusterWords`; kept under .cache because making them takes a minute. */
export function loadClusters(vectors: Vectors): Uint16Array {
  if (existsSync(cache)) {
    const bytes = readFileSync(cache);
    const kept = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (kept.length === vectors.words.length) return kept;
  }
  const clusters = clusterWords(vectors);
  mkdirSync('.cache', { recursive: true });
  writeFileSync(cache, new Uint8Array(clusters.buffer));
  return clusters;
}

/**
 * Clusters of words by spherical k-means, three levels of sixteen: `top << 8 | middle << 4 | low` for each word. Rare
 * words join the nearest cluster and move none.
 */
function clusterWords({ values, dimensions, words }: Vectors): Uint16Array {
  const clusters = new Uint16Array(words.length);
  const all = Int32Array.from(words.keys());
  const random = new Random(11);
  split(all, 0);
  return clusters;

  function split(members: Int32Array, level: number): void {
    const parts = kMeans(members);
    for (const [branch, part] of parts.entries()) {
      for (const word of part) clusters[word] = (clusters[word] ?? 0) | (branch << (4 * (2 - level)));
      if (level < 2) split(part, level + 1);
    }
  }

  function kMeans(members: Int32Array): Int32Array[] {
    const frequent = members.filter((word) => word < frequentWords);
    if (frequent.length === 0) return [members];
    if (members.length <= branches) return [...members].map((word) => Int32Array.of(word));
    const centres = new Float32Array(branches * dimensions);
    for (let c = 0; c < branches; c += 1) {
      const word = frequent[random.below(frequent.length)] ?? 0;
      centres.set(values.subarray(word * dimensions, (word + 1) * dimensions), c * dimensions);
    }
    const nearest = new Uint8Array(members.length);
    for (let round = 0; round < rounds; round += 1) {
      const sums = new Float64Array(branches * dimensions);
      for (const [i, word] of members.entries()) {
        if (word >= frequentWords && round + 1 < rounds) continue;
        let best = 0;
        let most = -Infinity;
        for (let c = 0; c < branches; c += 1) {
          let dot = 0;
          for (let d = 0; d < dimensions; d += 1)
            dot += (values[word * dimensions + d] ?? 0) * (centres[c * dimensions + d] ?? 0);
          if (dot > most) {
            most = dot;
            best = c;
          }
        }
        nearest[i] = best;
        if (word >= frequentWords) continue;
        for (let d = 0; d < dimensions; d += 1) {
          const at = best * dimensions + d;
          sums[at] = (sums[at] ?? 0) + (values[word * dimensions + d] ?? 0);
        }
      }
      for (let c = 0; c < branches; c += 1) {
        let square = 0;
        for (let d = 0; d < dimensions; d += 1) square += (sums[c * dimensions + d] ?? 0) ** 2;
        const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
        for (let d = 0; d < dimensions; d += 1)
          centres[c * dimensions + d] = Math.fround((sums[c * dimensions + d] ?? 0) * norm);
      }
    }
    return Array.from({ length: branches }, (_, c) => members.filter((_word, i) => nearest[i] === c));
  }
}
