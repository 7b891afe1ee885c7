import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { compilePack } from '../lib/pack/compile.ts';
import { describePackFailure } from '../lib/pack/failures.ts';
import { describeStoreFailure } from '../lib/store/failures.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { findPackFolders, readPackFolder } from './pack-source.ts';

/** The store as the extension opens it, in memory, with the built-in packs as their sources stand. */
export async function openMemoryStore(): Promise<Store> {
  const store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  for (const folder of findPackFolders()) {
    const content = readPackFolder(folder);
    if (!content.ok) throw new Error(`packs/${folder}/${describePackFailure(content.failure)}`);
    const bytes = await compilePack(content.value);
    const installed = await store.install(bytes.buffer);
    if (!installed.ok) throw new Error(describeStoreFailure(installed.failure));
  }
  return store;
}
