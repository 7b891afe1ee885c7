/** Where a pack's file comes from: a file of the reader's, an address, bytes at hand. */
export interface PackInput {
  /** The file's bytes from `offset` on, in pieces of any size. Throws `InputError` where they do not come. */
  read(offset: number, signal: AbortSignal): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Of the whole file, in bytes; null until it is known. */
  size(): number | null;
}

/** Takes pieces of any size apart into pieces of the size that is asked for. */
export interface ByteReader {
  /** Exactly so many bytes, in a buffer of their own; null where the input ends before. */
  take(count: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** False where the input ends before. */
  skip(count: number): Promise<boolean>;
  isAtEnd(): Promise<boolean>;
  /** All that is left; null where it is more than `limit` bytes. */
  takeRest(limit: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Lets go of the input. */
  close(): Promise<void>;
}

export function createByteReader(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): ByteReader {
  const iterator = pieces[Symbol.asyncIterator]();
  let piece = new Uint8Array(0);
  let at = 0;
  /** True once there is something left of the current piece. */
  const fill = async (): Promise<boolean> => {
    while (at === piece.length) {
      const next = await iterator.next();
      if (next.done === true) return false;
      piece = next.value;
      at = 0;
    }
    return true;
  };
  const pass = async (count: number, use: (part: Uint8Array) => void): Promise<boolean> => {
    for (let left = count; left > 0; ) {
      if (!(await fill())) return false;
      const part = piece.subarray(at, at + left);
      use(part);
      at += part.length;
      left -= part.length;
    }
    return true;
  };
  return {
    async take(count) {
      const parts: Uint8Array[] = [];
      // Pieces are kept first: a length that a file claims is not reserved before the bytes are there.
      if (!(await pass(count, (part) => parts.push(part)))) return null;
      const whole = new Uint8Array(count);
      let end = 0;
      for (const part of parts) {
        whole.set(part, end);
        end += part.length;
      }
      return whole;
    },
    skip: (count) => pass(count, () => undefined),
    isAtEnd: async () => !(await fill()),
    async takeRest(limit) {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let length = 0;
      while (await fill()) {
        const part = piece.subarray(at);
        at = piece.length;
        length += part.length;
        if (length > limit) return null;
        parts.push(part);
      }
      return new Uint8Array(await new Blob(parts).arrayBuffer());
    },
    close: async () => void (await iterator.return?.()),
  };
}

export const inputOfBytes = (bytes: Uint8Array<ArrayBuffer>): PackInput => ({
  size: () => bytes.byteLength,
  async *read(offset) {
    yield await Promise.resolve(bytes.subarray(offset));
  },
});

/** Bytes read from a file at once. */
const pieceOfFile = 4_000_000;

export const inputOfFile = (file: Blob): PackInput => ({
  size: () => file.size,
  async *read(offset, signal) {
    for (let at = offset; at < file.size && !signal.aborted; at += pieceOfFile)
      yield new Uint8Array(await file.slice(at, at + pieceOfFile).arrayBuffer());
  },
});
