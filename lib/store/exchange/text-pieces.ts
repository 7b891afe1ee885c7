import type { Watching } from './watching.ts';

/** Passes bytes on and tells how many there were. */
const countBytes = (
  onBytes: (done: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
  let done = 0;
  return new TransformStream({
    transform: (bytes, controller) => {
      done += bytes.length;
      onBytes(done);
      controller.enqueue(bytes);
    },
  });
};

/** UTF-16 as spreadsheets save "Unicode text", told by the mark that it begins with; else UTF-8. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/**
 * The text of a file piece by piece, unpacked where it is compressed, without a byte-order mark; tells of the file's bytes.
 */
export async function* readPieces(file: Blob, { signal, onProgress }: Watching): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const counted = file.stream().pipeThrough(countBytes((done) => onProgress(done, file.size)));
  const bytes = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = bytes.pipeThrough(new TextDecoderStream(encodingOf(head), { fatal: true })).getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever reads no further lets go of the file.
    void reader.cancel().catch(() => undefined);
  }
}

/** UTF-16 units of a line, a row or an entry beyond which a file is refused: a picture takes less than a tenth. */
export const longestEntry = 20_000_000;
