import { expect, test } from 'vitest';
import { mendBuiltIn } from '../../lib/store/packs/mend.ts';
import { createFactory, makePack, openOn, seedWith } from './memory.ts';

test('a built-in pack whose index cannot be read is put back, and one that can be is left alone', async () => {
  const factory = createFactory();
  const made = await makePack();
  const asked: string[] = [];
  const read = ({ id }: { readonly id: string }): Promise<ArrayBuffer> => {
    asked.push(id);
    return Promise.resolve(made.file);
  };
  const isReadable = async (mend: boolean): Promise<boolean | undefined> => {
    const store = await openOn(factory);
    await seedWith(store, made);
    if (mend) await mendBuiltIn(store, [made.pack], read);
    const [pack] = (await store.listPacks()).packs;
    store.close();
    return pack?.isReadable;
  };
  expect(await isReadable(true)).toBe(true);
  expect(asked).toEqual([]);
  const store = await openOn(factory);
  await store.database.packParts.filter(({ name }) => name === 'index').modify({ bytes: new Uint8Array(40) });
  store.close();
  expect(await isReadable(false)).toBe(false);
  await isReadable(true);
  expect(asked).toEqual([made.pack.id]);
  // Who had it open before still has what was read then.
  expect(await isReadable(false)).toBe(true);
});
