import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
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

/** The file's text as a stream, unpacked where its name ends in `.gz`; `-` is the standard input. */
export function openText(file: string): Readable {
  if (file.endsWith('.bz2'))
    throw new InputFault(file, null, 'is bzip2; unpack it on the way: bzip2 -dc FILE | npm run pack -- build - …');
  const stream = file === '-' ? process.stdin : createReadStream(file);
  if (!file.endsWith('.gz')) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error: Error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

/** Cut off, of another form, or not ours to read. */
export const unreadable = (file: string, error: unknown): InputFault =>
  new InputFault(file, null, `cannot be read: ${reasonOf(error)}`);

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Lines one at a time, whatever the size of the file; empty ones are left out. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const stream = openText(file);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let fault: InputFault | null = null;
  // Not a race of each line against this: what waits for a promise that never comes is never let go.
  stream.on('error', (error) => {
    fault = unreadable(file, error);
    lines.close();
  });
  const told = (): InputFault | null => fault;
  let line = 0;
  try {
    for await (const read of lines) {
      line += 1;
      const text = line === 1 ? firstOf(file, read) : read;
      if (text.trim() !== '') yield { text, line };
    }
  } catch (error) {
    throw told() ?? error;
  }
  const found = told();
  if (found !== null) throw found;
}

/** The first piece of a text without its byte order mark; throws where it is of another encoding than UTF-8. */
export function firstOf(file: string, text: string): string {
  if (text.startsWith('\uFFFD') || text.includes('\0')) throw new InputFault(file, null, 'is no text in UTF-8');
  return text.replace(/^\uFEFF/u, '');
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
