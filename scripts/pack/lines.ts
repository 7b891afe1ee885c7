import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf } from './named-file.ts';

/** A fault of the input, said with its place: file, line, field. */
export class InputFault extends Error {
  constructor(file: string, line: number | null, detail: string) {
    super(`${file === '-' ? 'standard input' : basename(file)}${line === null ? '' : `:${line}`}: ${detail}`);
    this.name = 'InputFault';
  }
}

/** The file's bytes as a stream, unpacked where its name ends in `.gz`; `-` is the standard input. */
function openBytes(file: string): Readable {
  if (file.endsWith('.bz2'))
    throw new InputFault(file, null, 'is bzip2; unpack it on the way: bzip2 -dc FILE | npm run pack -- build - …');
  const stream = file === '-' ? process.stdin : createReadStream(file);
  if (!file.endsWith('.gz')) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error: Error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

/** The file's text in pieces of any size; ends with a fault at the first line that is not UTF-8. */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      const [before = ''] = new TextDecoder().decode(bytes).split('\uFFFD', 1);
      throw new InputFault(file, line + breaksIn(before), 'is no text in UTF-8');
    }
  };
  for await (const bytes of openBytes(file) as AsyncIterable<Uint8Array>) {
    const text = decode(bytes);
    if (text.includes('\0'))
      throw new InputFault(file, line + breaksIn(text.split('\0', 1)[0] ?? ''), 'is no text in UTF-8');
    line += breaksIn(text);
    yield text;
  }
  yield decode();
}

const breaksIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Cut off, of another form, or not ours to read. */
export const unreadable = (file: string, error: unknown): InputFault =>
  error instanceof InputFault ? error : new InputFault(file, null, `cannot be read: ${reasonOf(error)}`);

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Lines one at a time, whatever the size of the file; empty ones are left out. U+2028 and its like are no line break. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let begun: string[] = [];
  let line = 0;
  try {
    for await (const piece of textOf(file)) {
      const [first = '', ...others] = piece.split('\n');
      begun.push(first);
      for (const next of others) {
        line += 1;
        const text = begun.join('').replace(/\r$/u, '');
        begun = [next];
        if (text.trim() !== '') yield { text, line };
      }
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  const text = begun.join('');
  if (text.trim() !== '') yield { text, line: line + 1 };
}

/**
 * The objects of a file: JSON Lines, one object or array, or an array with an element a line (as Wikidata's dumps),
 * which is never read whole.
 */
export async function* objectsOf(file: string): AsyncGenerator<{ readonly value: unknown; readonly line: number }> {
  let whole = '';
  let first = 0;
  for await (const { text, line } of linesOf(file)) {
    const trimmed = text.trim();
    if (whole === '') {
      if (trimmed === '[' || trimmed === ']') continue;
      const value = parseOrNull(trimmed.replace(/,$/u, ''));
      if (value !== null) {
        if (Array.isArray(value)) for (const one of value) yield { value: one, line };
        else yield { value, line };
        continue;
      }
      first = line;
    }
    whole += `${text}\n`;
    if (whole.length > longestWhole)
      throw new InputFault(file, first, 'not JSON, neither by itself nor with the lines that follow');
  }
  if (whole === '') return;
  let value: unknown;
  try {
    value = JSON.parse(whole);
  } catch (error) {
    throw new InputFault(file, first, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const one of Array.isArray(value) ? value : [value]) yield { value: one, line: first };
}

/** UTF-16 units of an object that is written over several lines. */
const longestWhole = 200_000_000;

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
