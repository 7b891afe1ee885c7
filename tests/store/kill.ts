import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import type { Store } from '../../lib/store/store.ts';
import { createFactory, openOn } from './memory.ts';

const writes = ['put', 'add', 'delete', 'clear'] as const;
const originals = writes.map((name) => [name, IDBObjectStore.prototype[name]] as const);

/** What becomes of a write, and of all that come behind it. */
export type End = 'killed' | 'full';

/** What a request of fake-indexeddb goes through. */
const execute = '_execRequestAsync';
type Executing = Readonly<
  Record<typeof execute, (request: { source: IDBObjectStore; operation: () => never }) => IDBRequest>
>;

const ends: Readonly<Record<End, (store: IDBObjectStore, name: string) => IDBRequest | null>> = {
  /** A context that dies: nothing reaches the database any more, and what is under way is undone. */
  killed: ({ transaction }) => {
    transaction.abort();
    throw new Error('killed');
  },
  /** A disk without room, as Firefox tells of it: each request fails by itself. What takes away needs none. */
  full: (store, name) => {
    if (name !== 'put' && name !== 'add') return null;
    const operation = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    return (store.transaction as unknown as Executing)[execute]({ source: store, operation });
  },
};

/** From the nth write on. */
function endAtWrite(end: End, nth: number): { readonly hasEnded: () => boolean } {
  let count = 0;
  for (const [name, original] of originals)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: never[]) {
      count += 1;
      const ended = count >= nth ? ends[end](this, name) : null;
      return (ended ?? Reflect.apply(original, this, args)) as never;
    };
  return { hasEnded: () => count >= nth };
}

function revive(): void {
  for (const [name, original] of originals) IDBObjectStore.prototype[name] = original as never;
}

afterEach(revive);

export interface Trial<T> {
  readonly end: End;
  readonly prepare: (store: Store) => Promise<void>;
  readonly work: (store: Store) => Promise<T>;
  /** Told what came of the work; null where it was rejected. */
  readonly check: (factory: IDBFactory, outcome: T | null) => Promise<void>;
  /** Every so manieth write is tried. */
  readonly stride?: number;
}

/** Ends `work` at its first write, at one of the next, and so on, until it goes through; answers how often it ended. */
export async function endEverywhere<T>({ end, prepare, work, check, stride = 1 }: Trial<T>): Promise<number> {
  let times = 0;
  for (let nth = 1; ; nth += stride) {
    const factory = createFactory();
    const store = await openOn(factory);
    await prepare(store);
    const context = endAtWrite(end, nth);
    const outcome = await work(store).catch(() => null);
    const hasEnded = context.hasEnded();
    revive();
    store.close();
    await check(factory, outcome);
    if (!hasEnded) return times;
    times += 1;
  }
}

export const killEverywhere = (
  prepare: (store: Store) => Promise<void>,
  work: (store: Store) => Promise<unknown>,
  check: (factory: IDBFactory) => Promise<void>,
  stride = 1,
): Promise<number> => endEverywhere({ end: 'killed', prepare, work, check, stride });
