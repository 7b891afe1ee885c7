import { describe, expect, test } from 'vitest';
import { randomBytes, toUtf8 } from '../../lib/sync/bytes.ts';
import { createSealedForm } from '../../lib/sync/couchdb/documents.ts';
import { createBlindNames, createSeal, importStoreKey, type KeyUse } from '../../lib/sync/seal.ts';

const secret = randomBytes(32);
const storeKey = await importStoreKey(secret);
const content = toUtf8('Ada Moreno, minister');
const otherKey = await importStoreKey(randomBytes(32));
const seal = createSeal(storeKey, 'store-1', 'segments');
const sealed = await seal.close('device-a/7', content);

const changed = (at: number): Uint8Array<ArrayBuffer> => {
  const other = new Uint8Array(sealed);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};

describe('what is sealed', () => {
  test('opens where it belongs, and shows nothing of what it is', async () => {
    expect(await seal.open('device-a/7', sealed)).toEqual({ ok: true, value: content });
    expect(new TextDecoder().decode(sealed)).not.toContain('Ada');
  });

  test('is another each time', async () => {
    expect(await seal.close('device-a/7', content)).not.toEqual(sealed);
  });

  test.each<[where: string, key: CryptoKey, store: string, use: KeyUse, place: string]>([
    ['under another number', storeKey, 'store-1', 'segments', 'device-a/8'],
    ['as another device’s', storeKey, 'store-1', 'segments', 'device-b/7'],
    ['as something else', storeKey, 'store-1', 'heads', 'device-a/7'],
    ['in another store of the same key', storeKey, 'store-2', 'segments', 'device-a/7'],
    ['with another key', otherKey, 'store-1', 'segments', 'device-a/7'],
  ])('opens nowhere else: %s', async (_, key, store, use, place) => {
    const opened = await createSeal(key, store, use).open(place, sealed);
    expect(opened.ok ? 'opened' : opened.failure.code).toBe('Damaged');
  });

  test.each([
    ['its nonce', changed(0)],
    ['its words', changed(20)],
    ['its tag', changed(sealed.length - 1)],
    ['its end', sealed.subarray(0, -1)],
    ['nearly all of it', sealed.subarray(0, 20)],
  ])('opens no more once somebody spoilt %s', async (_, spoilt) => {
    const opened = await seal.open('device-a/7', spoilt);
    expect(opened.ok ? 'opened' : opened.failure.code).toBe('Damaged');
  });
});

test('a picture that is attached to a document opens there alone', async () => {
  const form = createSealedForm(storeKey, 'store-1');
  const attached = await form.toAttached(content, 'r:1');
  expect(new TextDecoder().decode(attached)).not.toContain('Ada');
  expect(await form.fromAttached(attached, 'r:1')).toEqual({ ok: true, value: content });
  for (const found of [
    await form.fromAttached(attached, 'r:2'),
    await createSealedForm(storeKey, 'store-2').fromAttached(attached, 'r:1'),
    await form.fromAttached(attached.subarray(0, -1), 'r:1'),
  ])
    expect(found.ok ? 'opened' : found.failure.code).toBe('Damaged');
});

test('names on the server are the same for the same record of a store, and tell nothing', async () => {
  const [one, again, other] = ['store-1', 'store-1', 'store-2'].map((store) => createBlindNames(storeKey, store));
  const name = await one?.('entities/wd:Q1');
  expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(await again?.('entities/wd:Q1')).toBe(name);
  expect(await one?.('entities/wd:Q2')).not.toBe(name);
  expect(await other?.('entities/wd:Q1')).not.toBe(name);
});
