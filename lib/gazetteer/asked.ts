import type { WordColumns } from './words.ts';

/** Words in a row that may be an alias, as the filter has it, and wait to be looked up; column by column. */
export interface Asked {
  count: number;
  /** First hash of each. */
  readonly paths: Int32Array;
  /** Where the words of each begin; those of the one before end there. */
  readonly bounds: Int32Array;
  /** Of each word, with what joins it to the one before. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly joints: Int32Array;
  /** Nothing that counts: see look-up.ts. */
  touched: number;
}

/** Enough for the table's misses to be awaited together; what they bring stays in the processor's first cache. */
const capacity = 128;
const wordCapacity = 1_024;

export const createAsked = (): Asked => ({
  count: 0,
  paths: new Int32Array(capacity),
  bounds: new Int32Array(capacity + 1),
  starts: new Int32Array(wordCapacity),
  ends: new Int32Array(wordCapacity),
  joints: new Int32Array(wordCapacity),
  touched: 0,
});

/** Whether one more of so many words has a place. */
export const hasRoom = ({ count, bounds }: Asked, length: number): boolean =>
  count < capacity && (bounds[count] as number) + length <= wordCapacity;

/** Words of a text, from the first one on, and what joins them. */
interface Row {
  readonly words: WordColumns;
  readonly joints: Int32Array;
  readonly first: number;
  readonly length: number;
}

/** Adds one; there must be room. */
export function ask(asked: Asked, path: number, { words, joints, first, length }: Row): void {
  const { count } = asked;
  const from = asked.bounds[count] as number;
  asked.paths[count] = path;
  for (let i = 0; i < length; i += 1) {
    asked.starts[from + i] = words.starts[first + i] as number;
    asked.ends[from + i] = words.ends[first + i] as number;
    asked.joints[from + i] = joints[i] as number;
  }
  asked.bounds[count + 1] = from + length;
  asked.count = count + 1;
}
