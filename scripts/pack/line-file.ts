import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are read at once. */
const atOnce = 1 << 20;

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
  let pending: Buffer[] = [];
  let held = 0;
  let end = 0;
  const flush = (): void => {
    if (held === 0) return;
    const block = Buffer.concat(pending);
    writeSync(file, block, 0, block.length, end - held);
    pending = [];
    held = 0;
  };
  return {
    append(line) {
      const bytes = Buffer.from(`${line}\n`);
      pending.push(bytes);
      held += bytes.length;
      end += bytes.length;
      if (held >= most) flush();
      return end - bytes.length;
    },
    *lines() {
      flush();
      const block = Buffer.alloc(atOnce);
      let rest: Buffer = Buffer.alloc(0);
      for (let at = 0; at < end; ) {
        const count = readSync(file, block, 0, atOnce, at);
        if (count === 0) break;
        at += count;
        const whole = rest.length === 0 ? block.subarray(0, count) : Buffer.concat([rest, block.subarray(0, count)]);
        let start = 0;
        for (let next = whole.indexOf(10); next !== -1; next = whole.indexOf(10, start)) {
          yield whole.toString('utf8', start, next);
          start = next + 1;
        }
        rest = Buffer.from(whole.subarray(start));
      }
    },
    lineAt(offset, length) {
      flush();
      const block = Buffer.alloc(length);
      readSync(file, block, 0, length, offset);
      return block.toString('utf8');
    },
    get bytes() {
      return end;
    },
    close: () => closeSync(file),
  };
}
