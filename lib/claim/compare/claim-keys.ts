import { foldName } from '../../text/fold-name.ts';
import { eventWords } from './same-event.ts';
import type { Amount, Statement } from './statement.ts';

/** FNV-1a over UTF-16 units, mixed, so that near hashes do not mean near words. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

// Words, runs of words and entities share one space of keys.
const seeds = { stem: 0, gram: 0x51_ed_27, entity: 0x2f_0b_93, unit: 0x7a_c1_05 } as const;
const gramLength = 4;
/** Of a long quotation the first so many runs stand for it. */
const mostGrams = 40;

/** Hashes of words of one kind, ascending, each once. */
function keysOf(words: Iterable<string>, seed: number): Uint32Array {
  const keys: number[] = [];
  for (const word of words) {
    const key = hash(word, seed);
    if (!keys.includes(key)) keys.push(key);
  }
  return Uint32Array.from(keys).sort();
}

/** Hashes of a statement's content words, and of the event that they tell of, ascending, each once. */
export const stemKeys = ({ stems }: Statement): Uint32Array => keysOf([...stems, ...eventWords({ stems })], seeds.stem);

/** Hashes of a statement's names, ascending, each once; null where some of them are no content words. */
export function nameKeys({ names, stems }: Statement): Uint32Array | null {
  if (!names.every((name) => stems.has(name))) return null;
  return keysOf(names, seeds.stem);
}

/** Hashes of every four words in a row within quotation marks, ascending, each once. */
export function gramKeys({ quoteWords }: Statement): Uint32Array {
  const grams: string[] = [];
  for (let at = 0; at + gramLength <= quoteWords.length && at < mostGrams; at += 1)
    grams.push(quoteWords.slice(at, at + gramLength).join(' '));
  return grams.length === 0 ? noKeys : keysOf(grams, seeds.gram);
}

/** Hashes of entities, ascending, each once. */
export const entityKeys = (ids: readonly string[]): Uint32Array => keysOf(ids, seeds.entity);

/**
 * In place of an entity, whoever speaks and is not in the store: known again by a name of two words and more. One word is
 * many people's.
 */
export function asSpeaker(name: string | null | undefined): readonly string[] {
  const folded = foldName(name ?? '');
  return folded.includes(' ') ? [`speaker ${folded}`] : [];
}

const noKeys = new Uint32Array(0);
const unitCount = 31;

/** A bit for each unit, some units sharing one; 0 without amounts. */
export function unitBits(amounts: readonly Amount[]): number {
  let bits = 0;
  for (const { unit } of amounts) bits |= 1 << (hash(unit, seeds.unit) % unitCount);
  return bits;
}
