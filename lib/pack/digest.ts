/** For each record of a part a number that tells whether it changed; empty for other parts than entities. */
export type Digests = Uint32Array<ArrayBuffer>;

const neighboursField = new TextEncoder().encode(',"neighbours":');
const newline = 0x0a;

/**
 * Numbers of the lines of an unfolded shard of entities behind the first, which holds its sources. Each is of the entity
 * and its facts: which claims and neighbours it has changes with every other record.
 */
export function digestsOf(lines: Uint8Array, count: number): Digests {
  const digests = new Uint32Array(count);
  let start = endOfLine(lines, 0) + 1;
  for (let i = 0; i < count; i += 1) {
    const end = endOfLine(lines, start);
    digests[i] = hashBytes(lines, start, beginOfNeighbours(lines, start, end));
    start = end + 1;
  }
  return digests;
}

function endOfLine(lines: Uint8Array, from: number): number {
  const found = lines.indexOf(newline, from);
  return found === -1 ? lines.length : found;
}

function beginOfNeighbours(lines: Uint8Array, start: number, end: number): number {
  for (let at = end - neighboursField.length; at > start; at -= 1) if (isFieldAt(lines, at)) return at;
  return end;
}

function isFieldAt(lines: Uint8Array, at: number): boolean {
  for (let i = 0; i < neighboursField.length; i += 1) if (lines[at + i] !== neighboursField[i]) return false;
  return true;
}

/** MurmurHash3 (Appleby, x86, 32 bits, seed 0). */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash ^= mixWord(view.getInt32(at, true));
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = end - 1; i >= at; i -= 1) rest = (rest << 8) | (bytes[i] as number);
  hash ^= mixWord(rest) ^ (end - start);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixWord(word: number): number {
  const spread = Math.imul(word, 0xcc9e2d51);
  return Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
}
