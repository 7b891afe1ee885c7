/**
 * Reads that are asked for within one turn go to the database as one: each request of its own costs a cold worker more
 * than what it brings. `readAll` answers in the order of the keys.
 */
export function readTogether<K, T>(readAll: (keys: readonly K[]) => Promise<readonly T[]>): (key: K) => Promise<T> {
  let waiting: { readonly keys: K[]; readonly answers: Promise<readonly T[]> } | null = null;
  return async (key) => {
    if (waiting === null) {
      const keys: K[] = [];
      const answers = Promise.resolve().then(() => {
        waiting = null;
        return readAll(keys);
      });
      waiting = { keys, answers };
    }
    const at = waiting.keys.push(key) - 1;
    // One answer for each key.
    return (await waiting.answers)[at] as T;
  };
}
