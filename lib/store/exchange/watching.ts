/** Who waits for long work: wants to see how far it is, and may break it off. */
export interface Watching {
  /** Aborted, the work rejects with the signal's reason and leaves nothing behind. */
  readonly signal: AbortSignal;
  /** `done` of `total`, in whatever the work counts. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Nobody waits. */
export const unwatched: Watching = { signal: new AbortController().signal, onProgress: () => undefined };
