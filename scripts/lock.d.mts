/** Runs `work` while no other process of this checkout holds the lock of that name; waits as long as the holder lives. */
export function withLock<T>(name: string, work: () => T | Promise<T>): Promise<T>;
