import { argon2id } from 'hash-wasm';
import * as v from 'valibot';
import { failed, ok, type Result } from '../model/result.ts';
import { type Bytes, fromBase64, randomBytes, toBase64, toUtf8 } from './bytes.ts';
import { failure, type SyncFailure } from './failures.ts';
import { readRecoveryCode, type RecoveryCode, writeRecoveryCode } from './recovery-code.ts';
import { type Seal, sealWith } from './seal.ts';

/**
 * Lies beside the encrypted records, for anybody to read: the store's random data key, wrapped once by what the
 * passphrase gives (Argon2id, RFC 9106) and once by the recovery code. Another passphrase wraps the same key anew.
 */
const lockSchema = v.object({
  version: v.literal(1),
  store: v.pipe(v.string(), v.minLength(8)),
  passphrase: v.object({
    kdf: v.literal('argon2id'),
    salt: v.string(),
    /** KiB. Bounded, so that a forged lock cannot exhaust whoever tries a passphrase on it. */
    memory: v.pipe(v.number(), v.integer(), v.minValue(19_456), v.maxValue(1_048_576)),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
    wrapped: v.string(),
  }),
  recovery: v.object({ salt: v.string(), wrapped: v.string() }),
});

export type Lock = v.InferOutput<typeof lockSchema>;

export interface OpenedLock {
  readonly store: string;
  readonly dataKey: Bytes;
}

/** The second recommendation of RFC 9106: 64 MiB, three passes; about a third of a second. */
const cost = { memory: 65_536, iterations: 3 } as const;

export function parseLock(value: unknown): Result<Lock, SyncFailure> {
  const parsed = v.safeParse(lockSchema, value);
  return parsed.success ? ok(parsed.output) : failed(failure('StoreUnknown', 'its lock is of another version'));
}

/** A new store's key, its lock, and the code that opens it when the passphrase is forgotten. */
export async function createLock(
  store: string,
  passphrase: string,
): Promise<{ readonly lock: Lock; readonly opened: OpenedLock; readonly code: RecoveryCode }> {
  const dataKey = randomBytes(32);
  const code = writeRecoveryCode(randomBytes(16));
  return { ...(await wrap({ store, dataKey }, passphrase, code)), code };
}

/** The same store under another passphrase and another recovery code; both of before open it no more. */
export async function changePassphrase(
  opened: OpenedLock,
  passphrase: string,
): Promise<{ readonly lock: Lock; readonly code: RecoveryCode }> {
  const code = writeRecoveryCode(randomBytes(16));
  const { lock } = await wrap(opened, passphrase, code);
  return { lock, code };
}

async function wrap(
  opened: OpenedLock,
  passphrase: string,
  code: RecoveryCode,
): Promise<{ readonly lock: Lock; readonly opened: OpenedLock }> {
  const { store, dataKey } = opened;
  const [salt, recoverySalt] = [randomBytes(16), randomBytes(16)];
  const byPassphrase = await passphraseSeal(store, passphrase, { salt, ...cost });
  const secret = readRecoveryCode(code);
  if (secret === null) throw new Error('a recovery code of our own does not read back');
  const byCode = await recoverySeal(store, secret, recoverySalt);
  const lock: Lock = {
    version: 1,
    store,
    passphrase: {
      kdf: 'argon2id',
      salt: toBase64(salt),
      ...cost,
      wrapped: toBase64(await byPassphrase.close('passphrase', dataKey)),
    },
    recovery: { salt: toBase64(recoverySalt), wrapped: toBase64(await byCode.close('recovery', dataKey)) },
  };
  return { lock, opened };
}

/** Opens a lock with the passphrase, or with the recovery code in its place. */
export async function openLock(lock: Lock, words: string): Promise<Result<OpenedLock, SyncFailure>> {
  const { store } = lock;
  const secret = readRecoveryCode(words);
  if (secret !== null) {
    const salt = fromBase64(lock.recovery.salt);
    const opened =
      salt === null ? null : await unwrap(await recoverySeal(store, secret, salt), 'recovery', lock.recovery);
    if (opened !== null) return ok({ store, dataKey: opened });
  }
  const { memory, iterations } = lock.passphrase;
  const salt = fromBase64(lock.passphrase.salt);
  if (salt === null) return failed(failure('Damaged', 'the lock cannot be read'));
  if (words.trim() === '') return failed(failure('PassphraseWrong', 'it is empty'));
  const seal = await passphraseSeal(store, words, { salt, memory, iterations });
  const opened = await unwrap(seal, 'passphrase', lock.passphrase);
  return opened === null
    ? failed(failure('PassphraseWrong', 'it does not open the store'))
    : ok({ store, dataKey: opened });
}

async function unwrap(seal: Seal, place: string, { wrapped }: { readonly wrapped: string }): Promise<Bytes | null> {
  const sealed = fromBase64(wrapped);
  if (sealed === null) return null;
  const opened = await seal.open(place, sealed);
  return opened.ok && opened.value.length === 32 ? opened.value : null;
}

const wrapName = (store: string) => (place: string) => `sidelight lock 1 ${store} ${place}`;

async function passphraseSeal(
  store: string,
  passphrase: string,
  { salt, memory, iterations }: { readonly salt: Bytes; readonly memory: number; readonly iterations: number },
): Promise<Seal> {
  // The same words typed on two keyboards may come in two forms of Unicode.
  const password = toUtf8(passphrase.normalize('NFKC').trim());
  const raw = await argon2id({
    password,
    salt,
    memorySize: memory,
    iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return sealWith(key, wrapName(store));
}

async function recoverySeal(store: string, secret: Bytes, salt: Bytes): Promise<Seal> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: toUtf8('sidelight recovery') };
  const key = await crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return sealWith(key, wrapName(store));
}
