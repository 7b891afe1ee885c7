import { failed, ok, type Result } from '../model/result.ts';
import { type Bytes, randomBytes, toUtf8 } from './bytes.ts';
import { failure, type SyncFailure } from './failures.ts';

/**
 * AES-GCM with a random nonce in front. What is sealed says in its associated data what it is and where it belongs, so
 * that it opens nowhere else: not in another store, not as another device's, not under another number.
 */
export interface Seal {
  close(place: string, content: Bytes): Promise<Bytes>;
  open(place: string, sealed: Bytes): Promise<Result<Bytes, SyncFailure>>;
}

const nonceLength = 12;
const tagLength = 16;

/** A use of the store's key: each has a subkey of its own. */
export type KeyUse = 'segments' | 'heads' | 'documents' | 'pictures';

/** The store's key as it is kept: subkeys can be derived from it, and it cannot be read out. */
export const importStoreKey = (dataKey: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);

const hkdf = (store: string, info: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: toUtf8(`sidelight ${store}`),
  info: toUtf8(info),
});

export function createSeal(storeKey: CryptoKey, store: string, use: KeyUse): Seal {
  const key = crypto.subtle.deriveKey(hkdf(store, use), storeKey, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Whoever uses the seal hears of it; nobody else needs to.
  key.catch(() => undefined);
  return sealWith(key, (place) => `sidelight ${use} 1 ${store} ${place}`);
}

export const sealWith = (key: CryptoKey | Promise<CryptoKey>, nameOf: (place: string) => string): Seal => ({
  async close(place, content) {
    const nonce = randomBytes(nonceLength);
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: toUtf8(nameOf(place)) };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await key, content));
    const all = new Uint8Array(nonceLength + sealed.length);
    all.set(nonce);
    all.set(sealed, nonceLength);
    return all;
  },
  async open(place, sealed) {
    if (sealed.length < nonceLength + tagLength) return failed(failure('Damaged', `${place} is too short`));
    const algorithm = {
      name: 'AES-GCM',
      iv: sealed.subarray(0, nonceLength),
      additionalData: toUtf8(nameOf(place)),
    };
    try {
      return ok(new Uint8Array(await crypto.subtle.decrypt(algorithm, await key, sealed.subarray(nonceLength))));
    } catch {
      return failed(failure('Damaged', `${place} was changed, or was not written with this store's key`));
    }
  },
});

/** Names that tell nothing, the same for the same record: HMAC-SHA-256, 32 hexadecimal digits of it. */
export function createBlindNames(storeKey: CryptoKey, store: string): (name: string) => Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const key = crypto.subtle.deriveKey(hkdf(store, 'names'), storeKey, algorithm, false, ['sign']);
  key.catch(() => undefined);
  return async (name) => {
    const digest = new Uint8Array(await crypto.subtle.sign('HMAC', await key, toUtf8(name)));
    return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
