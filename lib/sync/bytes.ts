import { readWithin } from '../model/byte-streams.ts';

/** Bytes that WebCrypto and fetch take. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const toUtf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const fromUtf8 = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const chunk = 0x8000;

export function toBase64(bytes: Bytes): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** Null where it is no base 64. */
export function fromBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const isSameBytes = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

type Filter = CompressionStream | DecompressionStream;

const through = (bytes: Bytes, filter: Filter, most: number): Promise<Bytes | null> =>
  readWithin(new Blob([bytes]).stream().pipeThrough(filter), { most });

export const compress = async (bytes: Bytes): Promise<Bytes> =>
  (await through(bytes, new CompressionStream('gzip'), Number.POSITIVE_INFINITY)) ?? bytes;

/** Bytes to which anything that a device writes may unfold: far more than any has, and little enough to keep a browser alive. */
export const longestUnfolded = 256_000_000;

/** Rejects where the bytes are damaged, and where they unfold to more than that. */
export async function decompress(bytes: Bytes, most = longestUnfolded): Promise<Bytes> {
  const unfolded = await through(bytes, new DecompressionStream('gzip'), most);
  if (unfolded === null) throw new RangeError(`it unfolds to more than ${most} bytes`);
  return unfolded;
}
