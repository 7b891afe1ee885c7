import { failed, ok, type Result } from '../model/result.ts';
import { type Asked, createAsked } from './asked.ts';
import { createFindColumns, type FindColumns } from './finds.ts';
import { field, headerWords, magic, startWords, version } from './layout.ts';
import { createTransitions } from './scan.ts';
import { createWordColumns, type WordColumns } from './words.ts';

/** An opened index: views on its bytes, nothing parsed. */
export interface Gazetteer {
  readonly aliases: number;
  /** Of the whole index. */
  readonly bytes: number;
  readonly filter: Uint32Array;
  /** [check, payload] a slot. */
  readonly table: Uint32Array;
  readonly postings: Uint32Array;
  /** See layout.ts. */
  readonly firsts: number;
  readonly starts: Uint32Array;
  /** See scan.ts. */
  readonly transitions: Uint16Array;
  /** Room for the words of the name that is followed. */
  readonly words: WordColumns;
  /** Room for what joins them. */
  readonly joints: Int32Array;
  /** Room for the look-ups that wait. */
  readonly asked: Asked;
  /** Room for what is found. */
  readonly finds: FindColumns;
}

/** Words of a name, far more than any has; of a longer one only the beginning could be followed. */
const longestName = 256;

export type GazetteerFailure =
  | { readonly code: 'NotAGazetteer' }
  | { readonly code: 'GazetteerVersion'; readonly version: number }
  | { readonly code: 'GazetteerTruncated'; readonly expected: number; readonly actual: number };

/**
 * Opens what `compileGazetteer` made; of a larger buffer the bytes from `offset` (a multiple of 4) on. Takes no time
 * that grows with the index.
 */
export function openGazetteer(buffer: ArrayBuffer, offset = 0): Result<Gazetteer, GazetteerFailure> {
  const available = buffer.byteLength - offset;
  if (available < headerWords * 4 || offset % 4 !== 0) return failed({ code: 'NotAGazetteer' });
  const header = new Uint32Array(buffer, offset, headerWords);
  if (header[field.magic] !== magic) return failed({ code: 'NotAGazetteer' });
  const written = header[field.version] ?? 0;
  if (written !== version) return failed({ code: 'GazetteerVersion', version: written });
  const filterWords = header[field.filterWords] ?? 0;
  const slots = header[field.slots] ?? 0;
  const postingWords = header[field.postingWords] ?? 0;
  const expected = (headerWords + filterWords + slots * 2 + postingWords) * 4;
  if (available < expected || header[field.length] !== expected || filterWords === 0 || slots === 0)
    return failed({ code: 'GazetteerTruncated', expected, actual: available });
  const filterAt = offset + headerWords * 4;
  const firsts = header[field.firsts] ?? 0;
  const starts = header.subarray(field.starts, field.starts + startWords);
  const tableAt = filterAt + filterWords * 4;
  return ok({
    aliases: header[field.aliases] ?? 0,
    bytes: expected,
    filter: new Uint32Array(buffer, filterAt, filterWords),
    table: new Uint32Array(buffer, tableAt, slots * 2),
    postings: new Uint32Array(buffer, tableAt + slots * 8, postingWords),
    firsts,
    starts,
    transitions: createTransitions({ firsts, starts }),
    words: createWordColumns(),
    joints: new Int32Array(longestName),
    asked: createAsked(),
    finds: createFindColumns(),
  });
}
