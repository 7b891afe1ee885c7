import { type DBCore, Dexie, type Middleware } from 'dexie';
import type { Fetch } from '../../../lib/sync/http.ts';

/** Burns down by one at everything that is waited for; then the worker is dead, and nothing that it begins happens. */
export interface Fuse {
  /** Steps that are left; burns only once it is lit. */
  left: number;
  isLit: boolean;
  /** Steps since it was lit. */
  steps: number;
}

export const createFuse = (): Fuse => ({ left: Number.POSITIVE_INFINITY, isLit: false, steps: 0 });

export class Killed extends Error {}

function isDead(fuse: Fuse): boolean {
  if (!fuse.isLit) return false;
  fuse.steps += 1;
  fuse.left -= 1;
  return fuse.left < 0;
}

/** Each request may die before it is sent and after it was carried out. */
export const fusedFetch =
  (fuse: Fuse): Fetch =>
  async (input, init) => {
    if (isDead(fuse)) throw new Killed('before a request');
    const answer = await fetch(input, init);
    if (isDead(fuse)) throw new Killed('after a request');
    return answer;
  };

/** Each call of the database may be the last; a transaction that is open then never was. */
export const fusedDatabase = (fuse: Fuse): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'fuse',
  create: (core) => {
    const guard =
      <R, T>(work: (request: R) => PromiseLike<T>) =>
      (request: R) =>
        isDead(fuse) ? (Dexie.Promise.reject(new Killed('in the database')) as never) : work(request);
    return {
      ...core,
      transaction: (stores, mode, options) => {
        if (isDead(fuse)) throw new Killed('before a transaction');
        return core.transaction(stores, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: guard((request) => table.mutate(request)),
          get: guard((request) => table.get(request)),
          getMany: guard((request) => table.getMany(request)),
          query: guard((request) => table.query(request)),
          openCursor: guard((request) => table.openCursor(request)),
          count: guard((request) => table.count(request)),
        } as typeof table;
      },
    };
  },
});
