import { failed, ok, type Result } from '../model/result.ts';
import { field, headerWords, magic, version } from './layout.ts';
import { createScanner, type Scanner } from './scanner.ts';

/** An opened index: nothing is parsed. */
export interface Gazetteer extends Scanner {
  readonly aliases: number;
  /** Of the whole index. */
  readonly bytes: number;
  readonly postings: Uint32Array;
}

export type GazetteerFailure =
  | { readonly code: 'NotAGazetteer' }
  | { readonly code: 'GazetteerVersion'; readonly version: number }
  | { readonly code: 'GazetteerTruncated'; readonly expected: number; readonly actual: number };

/**
 * Opens what `compileGazetteer` made; of a larger buffer the bytes from `offset` (a multiple of 4) on. Takes no time
 * that grows with the index; the first text that is scanned takes a copy of it.
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
  let scanner: Scanner | null = null;
  return ok({
    aliases: header[field.aliases] ?? 0,
    bytes: expected,
    postings: new Uint32Array(buffer, offset + expected - postingWords * 4, postingWords),
    scan(text, which) {
      const used = scanner ?? createScanner(new Uint8Array(buffer, offset, expected));
      // One that failed (no memory) is not used again; a text of extraordinary length leaves no memory of its size behind.
      scanner = null;
      const found = used.scan(text, which);
      if (text.length <= longText) scanner = used;
      return found;
    },
  });
}

const longText = 4_000_000;
