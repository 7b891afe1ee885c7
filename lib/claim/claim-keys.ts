import type { Statement } from './statement.ts';

/** FNV-1a over UTF-16 units, mixed, so that near hashes do not mean near words. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

// Words, runs of words and entities share one space of keys.
const seeds = { stem: 0, gram: 0x51_ed_27, entity: 0x2f_0b_93 } as const;
const gramLength = 4;
/** Of a long quotation the first so many runs stand for it. */
const mostGrams = 40;

/** Hashes of a statement's content words, ascending, each once. */
export const stemKeys = ({ stems }: Statement): Uint32Array =>
  Uint32Array.from(new Set([...stems].map((stem) => hash(stem, seeds.stem)))).sort();

/** Hashes of a statement's names, ascending, each once; null where some of them are no content words. */
export function nameKeys({ names, stems }: Statement): Uint32Array | null {
  if (!names.every((name) => stems.has(name))) return null;
  return Uint32Array.from(new Set(names.map((name) => hash(name, seeds.stem)))).sort();
}

/** Hashes of every four words in a row within quotation marks, ascending, each once. */
export function gramKeys({ quoteWords }: Statement): Uint32Array {
  const keys = new Set<number>();
  for (let at = 0; at + gramLength <= quoteWords.length && at < mostGrams; at += 1)
    keys.add(hash(quoteWords.slice(at, at + gramLength).join(' '), seeds.gram));
  return Uint32Array.from(keys).sort();
}

/** Hashes of entities, ascending, each once. */
export const entityKeys = (ids: readonly string[]): Uint32Array =>
  Uint32Array.from(new Set(ids.map((id) => hash(id, seeds.entity)))).sort();
