import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Store } from '../../../lib/store/store.ts';
import { packFiles } from '../../pack/sources.ts';
import { createFactory, makePack, openOn, seedWith } from '../memory.ts';
import { putEntity } from '../own-rows.ts';

const zed = { id: asEntityId('local:zed'), type: 'person' as const, name: 'Zed Unknown', aliases: [], description: '' };

/** Names found in a text that is read ahead, and how often it was read for that. */
async function readAhead(store: Store, text: string): Promise<{ readonly found: number; readonly times: number }> {
  let times = 0;
  const found = await store.readAhead(async ({ knowledge }) => {
    times += 1;
    return (await knowledge.findNames(text)).length;
  });
  return { found, times };
}

test('what is as it was at the last reading is read once, and so is a store that nobody has read yet', async () => {
  const store = await openOn(createFactory());
  await seedWith(store, await makePack());
  expect(await readAhead(store, 'We met Ada Moreno.')).toEqual({ found: 1, times: 1 });
  expect(await readAhead(store, 'We met Ada Moreno.')).toEqual({ found: 1, times: 1 });
});

test('a name that was added meanwhile, here or in another context, is found', async () => {
  const factory = createFactory();
  const [one, two] = await Promise.all([openOn(factory), openOn(factory)]);
  expect(await readAhead(two, zed.name)).toEqual({ found: 0, times: 1 });
  await putEntity(one, zed);
  expect(await readAhead(two, zed.name)).toEqual({ found: 1, times: 2 });
  expect(await readAhead(two, zed.name)).toEqual({ found: 1, times: 1 });
});

test('a pack that was taken away or replaced meanwhile answers no more, also where its parts are gone', async () => {
  const factory = createFactory();
  const [one, two] = await Promise.all([openOn(factory), openOn(factory)]);
  const made = await makePack();
  await seedWith(one, made);
  const cardOf = (store: Store) =>
    store.readAhead(({ introductions }) => introductions([asEntityId('test:ada')], '2026-11-23'));
  expect(await readAhead(two, 'Ada Moreno')).toEqual({ found: 1, times: 1 });
  await one.remove(made.pack.id);
  // What was seen last has her, the part in which her record lies is gone.
  expect(await cardOf(two)).toEqual([]);
  expect(await readAhead(two, 'Ada Moreno')).toEqual({ found: 0, times: 1 });
  const files = packFiles();
  const renamed = new Map([...files].map(([name, text]) => [name, text.replaceAll('Ada Moreno', 'Eva Moreno')]));
  await seedWith(one, await makePack(renamed));
  expect((await cardOf(two)).map(({ name }) => name)).toEqual(['Eva Moreno']);
});

test('what fails is told of as by a reading that waits', async () => {
  const store = await openOn(createFactory());
  await readAhead(store, zed.name);
  await expect(store.readAhead(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
