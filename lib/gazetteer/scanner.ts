import { otherAbbreviations, titleAbbreviations } from '../text/abbreviations.ts';
import { characterTables, kinds, learn } from './characters.ts';
import { hashWord } from './hashes.ts';
import { type FoundRows, keepLongestRows } from './finds.ts';
import { readHere, readNext, verify } from './odd-words.ts';
import { particles } from './particles.ts';
import { scannerCode } from './scanner-code.ts';

/** Finds the names of one index in texts. */
export interface Scanner {
  /** Every find, by start, then by end, or of those that overlap the longest. */
  scan(text: string, which: 'all' | 'longest'): FoundRows;
}

/** What is used of WebAssembly; the core is compiled without a browser's types. */
interface Memory {
  readonly buffer: ArrayBuffer;
}

interface Platform {
  readonly WebAssembly: {
    readonly Module: new (code: Uint8Array, options: { readonly builtins: readonly string[] }) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    readonly Memory: new (size: { readonly initial: number }) => Memory;
  };
  atob(text: string): string;
}

const { WebAssembly, atob } = globalThis as unknown as Platform;

/** What assembly/index.ts exports; places are in bytes. */
interface Exports {
  readonly abbreviationsAt: Place;
  readonly codesAt: Place;
  readonly findCount: Place;
  readonly findsAt: Place;
  readonly foldsAt: Place;
  readonly indexAt: Place;
  readonly kindsAt: Place;
  readonly particlesAt: Place;
  readonly replyAt: Place;
  openIndex(): void;
  scan(text: string, units: number, isLongest: number): number;
}

interface Place {
  readonly value: number;
}

const pageBytes = 65_536;
const units = 65_536;
/** Places of a set of words: see assembly/memory.ts. */
const setPlaces = 256;
/** What lies in front of the index, with room to spare, and a text of usual length behind it. */
const roomBytes = 524_288;

let compiled: object | null = null;

/** The machine's own code, once for all indexes. Engines that do not know of string builtins call what is imported. */
const compiledScanner = (): object => (compiled ??= compile());

function compile(): object {
  const code = Uint8Array.from(atob(scannerCode), (character) => character.charCodeAt(0));
  return new WebAssembly.Module(code, { builtins: ['js-string'] });
}

/** Takes a copy of the index, into a memory of its own that goes with the scanner. */
export function createScanner(index: Uint8Array): Scanner {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((index.byteLength + roomBytes) / pageBytes) });
  let text = '';
  const setReply = (...numbers: number[]): void =>
    new Int32Array(memory.buffer, exports.replyAt.value, numbers.length).set(numbers);
  const odd = {
    learn: (unit: number): void => learnUnits(memory, exports, unit),
    readHere(at: number, isInside: number): number {
      const { end, hash, isSmall } = readHere(text, at, isInside === 1);
      setReply(hash === null ? 0 : 1, hash ?? 0, isSmall ? 1 : 0);
      return end;
    },
    readNext(start: number, end: number, hash: number, next: number): number {
      const word = readNext(text, { start, end, hash, next });
      if (word === null) return 0;
      setReply(word.start, word.end, word.hash, word.gap, word.isSmall ? 1 : 0);
      return 1;
    },
    verify: (start: number, end: number, isExact: number): number => verify(text, start, end, isExact === 1),
    settleChain: (first: number, beyond: number): number =>
      keepLongestRows(new Int32Array(memory.buffer).subarray(first, beyond)),
  };
  const instance = new WebAssembly.Instance(compiledScanner(), {
    env: { memory },
    odd,
    'wasm:js-string': { charCodeAt: (string: string, at: number): number => string.charCodeAt(at) },
  });
  const exports = instance.exports as Exports;
  new Uint8Array(memory.buffer).set(index, exports.indexAt.value);
  exports.openIndex();
  addWords(memory, exports.particlesAt, particles);
  addWords(memory, exports.abbreviationsAt, [...titleAbbreviations, ...otherAbbreviations]);
  for (const unit of [0, firstDash]) learnUnits(memory, exports, unit);
  return {
    scan(asked, which) {
      text = asked;
      const length = exports.scan(asked, asked.length, which === 'longest' ? 1 : 0);
      text = '';
      const rows = new Int32Array(memory.buffer, exports.findsAt.value, length);
      return { rows, length: exports.findCount.value };
    },
  };
}

/** Of the dashes and quotation marks, which the scanner takes as known, like all of the first 256. */
const firstDash = 0x2010;

/** Copies what is known of the 256 units around this one. */
function learnUnits({ buffer }: Memory, { kindsAt, codesAt, foldsAt }: Exports, unit: number): void {
  if (characterTables.kinds[unit] === kinds.unknown) learn(unit);
  const first = unit & 0xff00;
  const around = <Table extends Uint8Array | Uint16Array>(table: Table): Table =>
    table.subarray(first, first + 256) as Table;
  new Uint8Array(buffer, codesAt.value, units).set(around(characterTables.codes), first);
  new Uint16Array(buffer, foldsAt.value, units).set(around(characterTables.folds), first);
  const kindsHere = new Uint8Array(buffer, kindsAt.value, units);
  kindsHere.set(around(characterTables.kinds), first);
  // Those that fold to several units are words by themselves that take a second thought.
  for (let at = first; at < first + 256; at += 1)
    if (kindsHere[at] === kinds.unspaced && characterTables.isSplit[at] === 1) kindsHere[at] = kinds.surrogate;
}

/** Fills a set; see `isAmong` in assembly/words.ts. */
function addWords({ buffer }: Memory, { value }: Place, words: readonly string[]): void {
  const set = new Int32Array(buffer, value, setPlaces);
  for (const word of words) {
    const hash = hashWord(word, 0, word.length);
    let place = hash >>> 24;
    while (set[place] !== 0 && set[place] !== hash) place = (place + 1) % setPlaces;
    set[place] = hash;
  }
}
