import { magic } from '../../lib/recognise/tagger/codec.ts';
import type { Ascending } from '../../lib/recognise/tagger/ascending.ts';
import { HashTable } from '../../lib/recognise/tagger/lexicon.ts';
import type { Model } from '../../lib/recognise/tagger/model.ts';
import type { SortedHashes } from '../../lib/recognise/tagger/sorted-hashes.ts';
import type { LexiconEntries } from './lexicon.ts';

/** Writes what lib/recognise/tagger/codec.ts reads. */
export function writeWeights(lexicon: LexiconEntries, first: Model, second: Model): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.word(magic);
  writer.table(HashTable.of(lexicon.codes, 4));
  writer.table(HashTable.of(lexicon.words, 3));
  writer.table(HashTable.of(lexicon.phrases, 3));
  writer.model(first);
  writer.model(second);
  return writer.finish();
}

type List = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array;

class Writer {
  #bytes = new Uint8Array(1 << 20);
  #at = 0;

  word(value: number): void {
    this.#items(Uint32Array.of(value));
  }

  table({ keys, planes }: HashTable): void {
    this.#hashes(keys);
    this.word(planes.length);
    for (const plane of planes) this.#list(plane);
  }

  model({ features, rows, labels, values, unit, transitions }: Model): void {
    this.#hashes(features);
    this.#ascending(rows);
    this.#list(labels);
    this.#list(values);
    this.#items(Float64Array.of(unit));
    this.#list(transitions.map(Math.fround));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }

  #hashes({ shift, starts, rests }: SortedHashes): void {
    this.word(shift);
    this.#ascending(starts);
    this.#list(rests);
  }

  #ascending({ bases, steps }: Ascending): void {
    this.#list(steps);
    this.#items(bases);
  }

  #list(list: List): void {
    this.word(list.length);
    this.#items(list);
  }

  #items(list: List): void {
    const size = list.BYTES_PER_ELEMENT;
    const from = Math.ceil(this.#at / size) * size;
    this.#at = from + list.byteLength;
    if (this.#at > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), from);
  }
}
