/** Keeps the most recently used of what takes a while to make. Promises are kept, so that nothing is made twice at once. */
export interface Recent<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** Lets go of all others. */
  keepOnly(isWanted: (key: string) => boolean): void;
}

export function createRecent<T>(capacity: number): Recent<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(key, make) {
      const known = kept.get(key);
      const value = known ?? make();
      kept.delete(key);
      kept.set(key, value);
      if (known === undefined) {
        // A failure is not kept: the next one to ask tries again.
        value.catch(() => {
          if (kept.get(key) === value) kept.delete(key);
        });
        const [oldest] = kept.keys();
        if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
      }
      return value;
    },
    keepOnly(isWanted) {
      for (const key of kept.keys()) if (!isWanted(key)) kept.delete(key);
    },
  };
}
