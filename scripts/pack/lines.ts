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

/** UTF-16 as spreadsheets save "Unicode text", told by the mark that it begins with; else UTF-8. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const notText = 'is no text in UTF-8; a spreadsheet saves it as “CSV UTF-8”';

/** The file's text in pieces of any size; ends with a fault at the first line that is none. */
export async function* textOf(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let line = 1;
  const decode = (bytes?: Uint8Array): string => {
    decoder ??= new TextDecoder(encodingOf(bytes ?? new Uint8Array()), { fatal: true });
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      const [before = ''] = new TextDecoder(decoder.encoding).decode(bytes).split('\uFFFD', 1);
      throw new InputFault(file, line + breaksIn(before), notText);
    }
  };
  for await (const bytes of openBytes(file) as AsyncIterable<Uint8Array>) {
    const text = decode(bytes);
    if (text.includes('\0')) throw new InputFault(file, line + breaksIn(text.split('\0', 1)[0] ?? ''), notText);
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
 * which is never read whole. Of one that does not end as it began it is said at the end.
 */
export async function* objectsOf(
  file: string,
  say: (line: string) => void,
): AsyncGenerator<{ readonly value: unknown; readonly line: number }> {
  let whole = '';
  let first = 0;
  /** Line of the bracket that stands alone before the elements; 0 for none. */
  let opened = 0;
  let taken = 0;
  for await (const { text, line } of linesOf(file)) {
    const trimmed = text.trim();
    if (whole === '') {
      if (trimmed === '[' && taken === 0) {
        opened = line;
        continue;
      }
      if (trimmed === ']') {
        opened = 0;
        continue;
      }
      const value = parseOrNothing(trimmed.replace(/,$/u, ''));
      if (value !== undefined) {
        taken += 1;
        if (Array.isArray(value)) for (const one of value) yield { value: one, line };
        else yield { value, line };
        continue;
      }
      first = line;
      // Elements of a list, each over several lines, are read as the list that they are.
      if (opened > 0) whole = '[';
    }
    whole += `${text}\n`;
    if (whole.length > longestWhole)
      throw new InputFault(file, first, 'not JSON, neither by itself nor with the lines that follow');
  }
  if (whole === '') {
    if (opened > 0) say(`${file}: the list ends without its bracket: cut off, or only the beginning of it`);
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(whole);
  } catch (error) {
    throw new InputFault(file, taken > 0 ? first : lineOf(error, whole, first), `not JSON: ${messageOf(error)}`);
  }
  if (!Array.isArray(value)) return yield { value, line: first };
  const places = elementLines(whole);
  for (const [at, one] of value.entries()) yield { value: one as unknown, line: first + (places[at] ?? 0) };
  return undefined;
}

/** UTF-16 units of an object that is written over several lines. */
const longestWhole = 200_000_000;

/** Without the place, which the parser counts from the beginning of what it was given. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/ in JSON at position \d+.*$/u, '');

/** The line of a fault whose place the parser tells, else the first of what it was given. */
function lineOf(error: unknown, text: string, first: number): number {
  const position = /at position (\d+)/u.exec(String(error))?.[1];
  return first + (position === undefined ? 0 : breaksIn(text.slice(0, Number(position))));
}

/** How many lines stand before each element of a list. */
function elementLines(list: string): readonly number[] {
  const places: number[] = [];
  let depth = 0;
  let lines = 0;
  let isText = false;
  let isBegun = false;
  for (let at = 0; at < list.length; at += 1) {
    const sign = list[at] ?? '';
    if (isText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isText = false;
      continue;
    }
    if (sign === '\n') lines += 1;
    else if (depth === 1 && sign === ',') isBegun = false;
    else if (depth === 1 && !isBegun && sign.trim() !== '') {
      places.push(lines);
      isBegun = true;
    }
    if (sign === '"') isText = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return places;
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
