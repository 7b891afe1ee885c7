import { failed, ok, type Result } from '../../model/result.ts';
import { Ascending } from './ascending.ts';
import { labelCount } from './labels.ts';
import { HashTable, type Lexicon } from './lexicon.ts';
import type { Model } from './model.ts';
import { SortedHashes } from './sorted-hashes.ts';

/**
 * The file of weights: `SLN3`, then three tables of words (codes, marks, phrases), then two models.
 *
 * Numbers are 32-bit words or doubles, little-endian. A list begins with how many it holds, and at a multiple of its
 * items' size, so that it is used where it lies: a worker that has just started opens it before anything is compiled.
 */
export const magic = 0x334e4c53;

export interface TaggerWeights {
  readonly lexicon: Lexicon;
  readonly first: Model;
  readonly second: Model;
}

export type WeightsFailure = { readonly code: 'BadWeights'; readonly why: string };

interface ListOf<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, at: number, count: number): T;
}

class Reader {
  readonly #buffer: ArrayBuffer;
  #at = 0;

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
  }

  word(): number {
    return this.#items(Uint32Array, 1)[0] ?? 0;
  }

  double(): number {
    return this.#items(Float64Array, 1)[0] ?? 0;
  }

  list<T>(kind: ListOf<T>): T {
    return this.#items(kind, this.word());
  }

  ascending(): Ascending {
    const steps = this.list(Uint16Array);
    return new Ascending(this.#items(Uint32Array, Ascending.basesOf(steps.length)), steps);
  }

  hashes(): SortedHashes {
    const shift = this.word();
    const starts = this.ascending();
    return new SortedHashes(
      shift,
      starts,
      SortedHashes.isShort(shift) ? this.list(Uint16Array) : this.list(Uint32Array),
    );
  }

  /** Throws a RangeError where the file ends before. */
  #items<T>(kind: ListOf<T>, count: number): T {
    const size = kind.BYTES_PER_ELEMENT;
    const from = Math.ceil(this.#at / size) * size;
    this.#at = from + count * size;
    return new kind(this.#buffer, from, count);
  }

  get left(): number {
    return this.#buffer.byteLength - this.#at;
  }
}

/** Reads what scripts/train/write.ts wrote; a file that is cut or of another kind is a failure. */
export function readWeights(buffer: ArrayBuffer): Result<TaggerWeights, WeightsFailure> {
  try {
    const reader = new Reader(buffer);
    if (reader.word() !== magic) return failed({ code: 'BadWeights', why: 'it is no file of name weights' });
    const lexicon = { codes: readTable(reader), words: readTable(reader), phrases: readTable(reader) };
    const first = readModel(reader);
    const second = readModel(reader);
    if (reader.left !== 0) return failed({ code: 'BadWeights', why: 'it is longer than it should be' });
    return ok({ lexicon, first, second });
  } catch (error) {
    if (error instanceof RangeError) return failed({ code: 'BadWeights', why: 'it is cut short' });
    throw error;
  }
}

function readTable(reader: Reader): HashTable {
  const keys = reader.hashes();
  const bytes = reader.word();
  return new HashTable(
    keys,
    Array.from({ length: bytes }, () => reader.list(Uint8Array)),
  );
}

function readModel(reader: Reader): Model {
  const features = reader.hashes();
  const rows = reader.ascending();
  const labels = reader.list(Uint8Array);
  const values = reader.list(Int8Array);
  const unit = reader.double();
  const transitions = reader.list(Float64Array);
  if (transitions.length !== labelCount ** 2) throw new RangeError('other labels');
  return { features, rows, labels, values, unit, transitions };
}
