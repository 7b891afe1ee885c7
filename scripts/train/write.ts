import { magic } from '../../lib/recognise/tagger/codec.ts';
import { keyOf } from '../../lib/recognise/tagger/lexicon.ts';
import type { Model } from '../../lib/recognise/tagger/model.ts';
import type { LexiconEntries } from './lexicon.ts';

/** Writes what lib/recognise/tagger/codec.ts reads. */
export function writeWeights(lexicon: LexiconEntries, first: Model, second: Model): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.word(magic);
  writeTable(writer, lexicon.codes, 4);
  writeTable(writer, lexicon.words, 3);
  writeTable(writer, lexicon.phrases, 3);
  writeModel(writer, first);
  writeModel(writer, second);
  return writer.finish();
}

class Writer {
  #bytes = new Uint8Array(1 << 20);
  #at = 0;

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + count));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#at] = value;
    this.#at += 1;
  }

  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  double(value: number): void {
    for (const byte of new Uint8Array(new Float64Array([value]).buffer)) this.byte(byte);
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  keys(keys: readonly number[]): void {
    this.varint(keys.length);
    let before = 0;
    for (const key of keys) {
      this.varint(key - before);
      before = key;
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }
}

function writeTable(writer: Writer, entries: ReadonlyMap<number, number>, bytes: number): void {
  const byKey = new Map<number, number>();
  for (const [hash, value] of entries) if (!byKey.has(keyOf(hash))) byKey.set(keyOf(hash), value);
  const keys = [...byKey.keys()].sort((a, b) => a - b);
  writer.keys(keys);
  for (const key of keys) writer.byte((byKey.get(key) ?? 0) & 0xff);
  writer.varint(bytes);
  for (let byte = 1; byte < bytes; byte += 1)
    for (const key of keys) writer.byte(((byKey.get(key) ?? 0) >>> (8 * byte)) & 0xff);
}

function writeModel(writer: Writer, model: Model): void {
  writer.keys([...model.hashes]);
  for (let i = 0; i < model.hashes.length; i += 1) writer.byte((model.rows[i + 1] ?? 0) - (model.rows[i] ?? 0));
  for (const label of model.labels) writer.byte(label);
  for (const value of model.values) writer.byte(value & 0xff);
  writer.double(model.unit);
  for (const weight of model.transitions) writer.double(Math.fround(weight));
}
