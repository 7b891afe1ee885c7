import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are read at once. */
const atOnce = 1 << 20;
const newline = 0x0a;

/** A file of lines that is written once and then read, in order or by place; at most a megabyte of it is in memory. */
export interface LineFile {
  /** Answers where the line begins. */
  append(line: string): number;
  /** All lines in order. */
  lines(): IterableIterator<string>;
  /** The line that begins there. */
  lineAt(offset: number, length: number): string;
  readonly bytes: number;
  close(): void;
}

/** `most`: bytes held back before they are written. */
export function createLineFile(path: string, most = atOnce): LineFile {
  const file = openSync(path, 'w+');
  // Blocks that stay: made anew for each line or megabyte, they would wait in their hundreds for the collector.
  const pending = createBlock(most);
  const found = createBlock(most);
  let held = 0;
  let end = 0;
  const flush = (): void => {
    if (held > 0) writeSync(file, pending.bytes, 0, held, end - held);
    held = 0;
  };
  return {
    append(line) {
      const start = end;
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      const longest = line.length * 3 + 1;
      if (held + longest > pending.bytes.length) flush();
      pending.widen(longest);
      const length = pending.bytes.write(line, held);
      pending.bytes[held + length] = newline;
      held += length + 1;
      end += length + 1;
      return start;
    },
    *lines() {
      flush();
      const block = createBlock(atOnce);
      let rest = 0;
      for (let at = 0; at < end; ) {
        block.widen(rest * 2);
        const count = readSync(file, block.bytes, rest, block.bytes.length - rest, at);
        if (count === 0) break;
        at += count;
        const whole = block.bytes.subarray(0, rest + count);
        let start = 0;
        for (let next = whole.indexOf(newline); next !== -1; next = whole.indexOf(newline, start)) {
          yield whole.toString('utf8', start, next);
          start = next + 1;
        }
        rest = whole.length - start;
        block.bytes.copyWithin(0, start, whole.length);
      }
    },
    lineAt(offset, length) {
      flush();
      found.widen(length);
      readSync(file, found.bytes, 0, length, offset);
      return found.bytes.toString('utf8', 0, length);
    },
    get bytes() {
      return end;
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

interface Block {
  readonly bytes: Buffer;
  /** Makes room for so many bytes; what is there stays. */
  widen(least: number): void;
}

function createBlock(size: number): Block {
  let bytes = Buffer.alloc(0);
  return {
    get bytes() {
      return bytes;
    },
    widen(least) {
      if (bytes.length > 0 && bytes.length >= least) return;
      const wider = Buffer.alloc(Math.max(size, least));
      bytes.copy(wider);
      bytes = wider;
    },
  };
}
