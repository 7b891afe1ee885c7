import { failed, ok, type Result } from '../../model/result.ts';
import { labelCount } from './labels.ts';
import { HashTable, type Lexicon } from './lexicon.ts';
import type { Model } from './model.ts';

/**
 * The file of weights: `SLN2`, then three tables of words (codes, marks, phrases), then two models.
 *
 * A list of keys is their count and the steps between ascending keys. Numbers are LEB128 varints; doubles are little-endian.
 */
export const magic = 0x324e4c53;

export interface TaggerWeights {
  readonly lexicon: Lexicon;
  readonly first: Model;
  readonly second: Model;
}

export type WeightsFailure = { readonly code: 'BadWeights'; readonly why: string };

class Reader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(buffer: ArrayBuffer) {
    this.#view = new DataView(buffer);
    this.#bytes = new Uint8Array(buffer);
  }

  word(): number {
    const value = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    return value;
  }

  double(): number {
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#view.getUint8(this.#at);
      this.#at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(this.#view.buffer, this.#at, count);
    this.#at += count;
    return bytes;
  }

  signed(count: number): Int8Array {
    const values = new Int8Array(this.#view.buffer, this.#at, count);
    this.#at += count;
    return values;
  }

  /** In one loop over bytes: a worker that has just started runs it before anything is compiled. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.varint());
    const bytes = this.#bytes;
    let at = this.#at;
    let key = 0;
    for (let i = 0; i < keys.length; i += 1) {
      let step = 0;
      let shift = 0;
      let byte = bytes[at++];
      while (byte !== undefined && byte >= 0x80) {
        step |= (byte & 0x7f) << shift;
        shift += 7;
        byte = bytes[at++];
      }
      if (byte === undefined) throw new RangeError('cut short');
      key += (step | (byte << shift)) >>> 0;
      keys[i] = key;
    }
    this.#at = at;
    return keys;
  }

  get left(): number {
    return this.#view.byteLength - this.#at;
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
  const keys = reader.keys();
  const values = new Uint32Array(reader.bytes(keys.length));
  const bytes = reader.varint();
  for (let byte = 1; byte < bytes; byte += 1) {
    const part = reader.bytes(keys.length);
    for (let i = 0; i < keys.length; i += 1) values[i] = ((values[i] ?? 0) | ((part[i] ?? 0) << (8 * byte))) >>> 0;
  }
  return new HashTable(keys, values);
}

function readModel(reader: Reader): Model {
  const hashes = reader.keys();
  const lengths = reader.bytes(hashes.length);
  const rows = new Uint32Array(hashes.length + 1);
  for (let i = 0; i < hashes.length; i += 1) rows[i + 1] = (rows[i] ?? 0) + (lengths[i] ?? 0);
  const size = rows[hashes.length] ?? 0;
  const labels = reader.bytes(size);
  const values = reader.signed(size);
  const unit = reader.double();
  const transitions = new Float64Array(labelCount * labelCount);
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = reader.double();
  return { hashes, rows, labels, values, unit, transitions };
}
