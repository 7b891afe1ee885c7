import { letGo } from '../../lib/model/byte-streams.ts';

/** Lists of a million items in a few bytes each, where arrays of strings and numbers would take a hundred. */

/** ASCII texts, one after the other in one buffer. */
export interface TextColumn {
  readonly length: number;
  push(text: string): void;
  at(index: number): string;
  /** As the texts' code units compare: below, above or zero. */
  compare(left: number, right: number): number;
  /** Frees the texts; how many there were stays. */
  close(): void;
}

export function createTextColumn(): TextColumn {
  let bytes = Buffer.alloc(1 << 16);
  const ends = createNumberColumn();
  const startOf = (index: number): number => (index === 0 ? 0 : ends.at(index - 1));
  return {
    get length() {
      return ends.length;
    },
    push(text) {
      const start = startOf(ends.length);
      if (start + text.length > bytes.length) {
        const wider = Buffer.alloc(Math.max(bytes.length * 2, start + text.length));
        bytes.copy(wider);
        letGo(bytes);
        bytes = wider;
      }
      ends.push(start + bytes.write(text, start, 'latin1'));
    },
    at: (index) => bytes.toString('latin1', startOf(index), ends.at(index)),
    compare: (left, right) => bytes.compare(bytes, startOf(right), ends.at(right), startOf(left), ends.at(left)),
    close() {
      letGo(bytes);
      ends.close();
    },
  };
}

export interface NumberColumn {
  readonly length: number;
  push(value: number): void;
  /** Zero beyond the end. */
  at(index: number): number;
  /** Frees the numbers; how many there were stays. */
  close(): void;
}

export function createNumberColumn(): NumberColumn {
  let values = new Float64Array(1 << 12);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const wider = new Float64Array(values.length * 2);
        wider.set(values);
        letGo(values);
        values = wider;
      }
      values[length] = value;
      length += 1;
    },
    at: (index) => values[index] ?? 0,
    close: () => letGo(values),
  };
}
