import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import type { Store } from '../../lib/store/store.ts';
import { createFactory, openOn } from './memory.ts';

/** A context that dies: from its nth write on nothing reaches the database, and what is under way is undone. */
const writes = ['put', 'add', 'delete', 'clear'] as const;
const originals = writes.map((name) => [name, IDBObjectStore.prototype[name]] as const);

function dieAtWrite(nth: number): { readonly died: () => boolean } {
  let count = 0;
  for (const [name, original] of originals)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: never[]) {
      count += 1;
      if (count >= nth) {
        this.transaction.abort();
        throw new Error('killed');
      }
      return Reflect.apply(original, this, args) as never;
    };
  return { died: () => count >= nth };
}

function revive(): void {
  for (const [name, original] of originals) IDBObjectStore.prototype[name] = original as never;
}

afterEach(revive);

/** Kills `work` at its first write, at one of the next, and so on, until it lives; answers how often it died. */
export async function killEverywhere(
  prepare: (store: Store) => Promise<void>,
  work: (store: Store) => Promise<unknown>,
  check: (factory: IDBFactory) => Promise<void>,
  stride = 1,
): Promise<number> {
  let deaths = 0;
  for (let nth = 1; ; nth += stride) {
    const factory = createFactory();
    const store = await openOn(factory);
    await prepare(store);
    const context = dieAtWrite(nth);
    await work(store).catch(() => undefined);
    const died = context.died();
    revive();
    store.close();
    await check(factory);
    if (!died) return deaths;
    deaths += 1;
  }
}
