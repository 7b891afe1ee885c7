/** A stream of the platform, so far as it is read here. */
interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array<ArrayBuffer> | undefined }>;
    cancel(): Promise<void>;
  };
}

interface Bounds {
  /** Bytes. */
  readonly most: number;
  /** Told of each piece as it comes how many bytes it has. */
  readonly onPiece?: (bytes: number) => void;
}

/**
 * All bytes of a stream; null as soon as there are more than `most`, of which no more is read then. Rejects where it
 * breaks. Takes the memory of the pieces for its own.
 */
export async function readWithin(
  stream: ByteStream,
  { most, onPiece }: Bounds,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return join(parts, length);
    onPiece?.(value.byteLength);
    length += value.byteLength;
    if (length > most) {
      // Whether the other end hears of it is no matter.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
}

function join(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
    letGo(part);
  }
  return whole;
}

/** `transfer` came in 2024; where it is missing, the next collection frees what is let go. */
type Transferable = ArrayBuffer & { readonly transfer?: (length: number) => ArrayBuffer };

/**
 * Frees what nobody uses any more at once, for the next of its size: each new piece would cost fresh pages of memory, and
 * of thousands of pieces a second that is most of the time. Views of a part of a buffer are left, as others may lie there.
 */
export function letGo({ buffer, byteLength }: ArrayBufferView<ArrayBuffer>): void {
  if (byteLength === buffer.byteLength) (buffer as Transferable).transfer?.(0);
}
