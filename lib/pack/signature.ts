import * as v from 'valibot';
import { fromBase64Url, sha256, toBase64Url } from './bytes.ts';

/**
 * Ed25519 (RFC 8032) by the platform's Web Crypto. A publisher is a key: the 32 bytes of the public one in base64url,
 * as `x` in a JSON Web Key (RFC 8037).
 */
const algorithm = 'Ed25519';
const keyBytes = 32;
const signatureBytes = 64;

const base64Url = (bytes: number, what: string) =>
  v.pipe(
    v.string(),
    v.check((text) => fromBase64Url(text)?.byteLength === bytes, `not ${what}`),
  );

export const publicKeySchema = base64Url(keyBytes, 'an Ed25519 key');

/** What stands behind the header: who signed it, and the signature of its bytes. */
export const sealSchema = v.object({ key: publicKeySchema, signature: base64Url(signatureBytes, 'a signature') });
export type Seal = v.InferOutput<typeof sealSchema>;

/** A pair of keys as JSON Web Key; `d` is the private one. */
export const signingKeySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal(algorithm),
  x: publicKeySchema,
  d: base64Url(keyBytes, 'an Ed25519 key'),
});
export type SigningKey = v.InferOutput<typeof signingKeySchema>;

export async function createSigningKey(): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return v.parse(signingKeySchema, { kty: 'OKP', crv: algorithm, x, d });
}

export async function signHeader(header: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<Seal> {
  const imported = await crypto.subtle.importKey('jwk', { ...key, ext: true }, algorithm, false, ['sign']);
  return { key: key.x, signature: toBase64Url(new Uint8Array(await crypto.subtle.sign(algorithm, imported, header))) };
}

export async function isSignedBy(header: Uint8Array<ArrayBuffer>, { key, signature }: Seal): Promise<boolean> {
  const raw = fromBase64Url(key);
  const signed = fromBase64Url(signature);
  if (raw === null || signed === null) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, imported, signed, header);
  } catch {
    // Not every 32 bytes are a key.
    return false;
  }
}

/** A key as a person compares it: eight groups of four hexadecimal digits, of its SHA-256. */
export async function fingerprintOf(key: string): Promise<string> {
  const digits = (await sha256(fromBase64Url(key) ?? new Uint8Array(0))).slice(0, 32);
  return digits.match(/.{4}/gu)?.join(' ') ?? '';
}
