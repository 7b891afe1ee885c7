import { readWithin } from '../model/byte-streams.ts';

/** Streams and hashes of the platform, alike in a worker, a page and Node. */

export const gzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  readAll(bytes, new CompressionStream('gzip'));

/** Throws where the bytes are no gzip. */
export const gunzip = (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  readAll(packed, new DecompressionStream('gzip'));

/** The same for bytes of a stranger: null as soon as they unfold to more than `limit`. Throws where they are no gzip. */
export const gunzipWithin = (packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> =>
  pass(packed, new DecompressionStream('gzip'), limit);

/** What is written to a filter at once. */
const pieceBytes = 16_384;

type Filter = CompressionStream | DecompressionStream;

async function readAll(bytes: Uint8Array<ArrayBuffer>, filter: Filter): Promise<Uint8Array<ArrayBuffer>> {
  return (await pass(bytes, filter, Number.POSITIVE_INFINITY)) ?? new Uint8Array(0);
}

/** Writes to the stream itself: by way of a Blob each piece would cost a round to the browser's other processes. */
async function pass(
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
  return readWithin(filter.readable as ReadableStream<Uint8Array<ArrayBuffer>>, { most: limit });
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
