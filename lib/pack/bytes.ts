/** Streams and hashes of the platform, alike in a worker, a page and Node. */

export const gzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  readAll(bytes, new CompressionStream('gzip'));

/** Throws where the bytes are no gzip. */
export const gunzip = (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  readAll(packed, new DecompressionStream('gzip'));

/** The same for bytes of a stranger: null as soon as they unfold to more than `limit`. Throws where they are no gzip. */
export const gunzipWithin = (packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> =>
  readWithin(packed, new DecompressionStream('gzip'), limit);

/** What is written to a filter at once. */
const pieceBytes = 16_384;

type Filter = CompressionStream | DecompressionStream;

async function readAll(bytes: Uint8Array<ArrayBuffer>, filter: Filter): Promise<Uint8Array<ArrayBuffer>> {
  return (await readWithin(bytes, filter, Number.POSITIVE_INFINITY)) ?? new Uint8Array(0);
}

/** Writes to the stream itself: by way of a Blob each piece would cost a round to the browser's other processes. */
async function readWithin(
  bytes: Uint8Array<ArrayBuffer>,
  filter: Filter,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = filter.writable.getWriter();
  // What fails in writing fails in reading, too.
  const ignore = (): void => undefined;
  // A browser unfolds a whole piece before it gives any of it away: a stranger's may be a thousand times as long.
  for (let at = 0; at < bytes.byteLength; at += pieceBytes)
    void writer.write(bytes.subarray(at, at + pieceBytes)).catch(ignore);
  void writer.close().catch(ignore);
  const reader = (filter.readable as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(parts, length);
    length += value.byteLength;
    if (length > limit) {
      void reader.cancel().catch(ignore);
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

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const encodeJson = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

const strict = new TextDecoder('utf-8', { fatal: true });

/** Throws where the bytes are no UTF-8. */
export const decodeText = (bytes: Uint8Array): string => strict.decode(bytes);

/** Throws where the bytes are no UTF-8 or no JSON. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decodeText(bytes)) as unknown;

/** RFC 4648, section 5, without padding. */
export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '');

/** Null where the text is no base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/u.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
