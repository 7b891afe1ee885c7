import { letGo } from '../model/byte-streams.ts';
import { bytesOf, type Section } from './sections.ts';

/**
 * Ids of ASCII letters, by ordinal and back, without parsing: [count, slots, offset of each id and of the end, slots
 * holding ordinal + 1, bytes]. The slots are a hash table with linear probing; ids are compared in full.
 */
export interface IdTable {
  readonly count: number;
  /** Empty for an ordinal that is not there. */
  idAt(ordinal: number): string;
  /** Whether the id is the ordinal's; makes no text. */
  isAt(ordinal: number, id: string): boolean;
  /** Null for an id that is not there. */
  ordinalOf(id: string): number | null;
}

const headWords = 2;

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Ids in the order of their ordinals, each once; gone through twice, so that they need not be in memory together. */
export function compileIds(ids: Iterable<string>): Uint8Array<ArrayBuffer> {
  let count = 0;
  let length = 0;
  for (const id of ids) {
    count += 1;
    length += id.length;
  }
  const slots = Math.max(4, Math.ceil(count * 1.5));
  const words = new Uint32Array(headWords + count + 1 + slots);
  const bytes = new Uint8Array(words.byteLength + length);
  words.set([count, slots]);
  const slotsAt = headWords + count + 1;
  let end = 0;
  let ordinal = 0;
  for (const id of ids) {
    words[headWords + ordinal] = end;
    for (let i = 0; i < id.length; i += 1) bytes[words.byteLength + end + i] = id.charCodeAt(i);
    end += id.length;
    let slot = hashOf(id) % slots;
    while (words[slotsAt + slot] !== 0) slot = (slot + 1) % slots;
    ordinal += 1;
    words[slotsAt + slot] = ordinal;
  }
  words[headWords + count] = end;
  bytes.set(bytesOf(words));
  letGo(words);
  return bytes;
}

/** Null where the section holds no table. */
export function openIds(buffer: ArrayBuffer, { offset, length }: Section): IdTable | null {
  if (length < headWords * 4) return null;
  const [count = 0, slots = 0] = new Uint32Array(buffer, offset, headWords);
  const wordCount = headWords + count + 1 + slots;
  if (length < wordCount * 4 || slots <= count) return null;
  const offsets = new Uint32Array(buffer, offset + headWords * 4, count + 1);
  const table = new Uint32Array(buffer, offset + (headWords + count + 1) * 4, slots);
  const bytes = new Uint8Array(buffer, offset + wordCount * 4, length - wordCount * 4);
  const idAt = (ordinal: number): string =>
    String.fromCharCode(...bytes.subarray(offsets[ordinal] ?? 0, offsets[ordinal + 1] ?? 0));
  const isAt = (ordinal: number, id: string): boolean => {
    const start = offsets[ordinal] ?? 0;
    if ((offsets[ordinal + 1] ?? 0) - start !== id.length) return false;
    for (let i = 0; i < id.length; i += 1) if (bytes[start + i] !== id.charCodeAt(i)) return false;
    return true;
  };
  return {
    count,
    idAt,
    isAt,
    ordinalOf(id) {
      // No more steps than slots: a table without an empty one, which only a forger makes, must not hold us up.
      for (let step = 0, slot = hashOf(id) % slots; step < slots; step += 1, slot = (slot + 1) % slots) {
        const held = table[slot] ?? 0;
        if (held === 0) return null;
        if (isAt(held - 1, id)) return held - 1;
      }
      return null;
    },
  };
}
