import { letGo } from '../../lib/model/byte-streams.ts';

/**
 * Ids with a number each, in 16 bytes an id and not in the hundred of a Map: only a 64-bit hash of the id is kept, and
 * two of ten million ids share one once in some hundred thousand packs.
 */
export interface IdMap {
  readonly size: number;
  get(id: string): number | undefined;
  has(id: string): boolean;
  /** False, and nothing changed, where the id is there. */
  add(id: string, value: number): boolean;
  /** Frees it. */
  close(): void;
}

const empty = -1;

export function createIdMap(): IdMap {
  let capacity = 1 << 12;
  let keys = new Uint32Array(capacity * 2);
  let values = new Int32Array(capacity).fill(empty);
  let size = 0;

  /** The slot of the hash, or the free one where it would be. */
  const slotOf = (high: number, low: number): number => {
    let slot = low & (capacity - 1);
    while (values[slot] !== empty && (keys[slot * 2] !== high || keys[slot * 2 + 1] !== low))
      slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Uint32Array(capacity * 2);
    values = new Int32Array(capacity).fill(empty);
    for (const [at, value] of oldValues.entries()) {
      if (value === empty) continue;
      const [high = 0, low = 0] = [oldKeys[at * 2], oldKeys[at * 2 + 1]];
      put(slotOf(high, low), { high, low, value });
    }
    letGo(oldKeys);
    letGo(oldValues);
  };
  const put = (slot: number, { high, low, value }: { high: number; low: number; value: number }): void => {
    keys[slot * 2] = high;
    keys[slot * 2 + 1] = low;
    values[slot] = value;
  };
  const find = (id: string): number => slotOf(hashOf(id, 0x811c9dc5), hashOf(id, 0x2f0b4a27));
  return {
    get size() {
      return size;
    },
    get: (id) => {
      const value = values[find(id)] ?? empty;
      return value === empty ? undefined : value;
    },
    has: (id) => values[find(id)] !== empty,
    add(id, value) {
      if (size * 2 >= capacity) grow();
      const slot = find(id);
      if (values[slot] !== empty) return false;
      put(slot, { high: hashOf(id, 0x811c9dc5), low: hashOf(id, 0x2f0b4a27), value });
      size += 1;
      return true;
    },
    close() {
      letGo(keys);
      letGo(values);
    },
  };
}

/** FNV-1a with a seed, and MurmurHash3's last step, so that short ids spread. */
function hashOf(id: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
