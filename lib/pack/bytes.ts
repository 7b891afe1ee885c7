/** Streams and hashes of the platform, alike in a worker, a page and Node. */

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return readAll(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')));
}

/** Throws where the bytes are no gzip. */
export async function gunzip(packed: Blob | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const blob = packed instanceof Blob ? packed : new Blob([packed]);
  return readAll(blob.stream().pipeThrough(new DecompressionStream('gzip')));
}

async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The same for bytes of a stranger: null as soon as they unfold to more than `limit`. Throws where they are no gzip. */
export async function gunzipWithin(
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // No stream unfolds gzip more than a thousandfold, so that what is small enough needs no counting.
  if (packed.byteLength * 1_032 <= limit) return gunzip(packed);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))) {
    length += part.byteLength;
    if (length > limit) return null;
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
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
