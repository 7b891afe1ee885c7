/** Milliseconds, longer than any server needs that can be waited for: to its answer, and from one piece of it to the next. */
const ofOne = 60_000;
/** Bytes a millisecond: what comes more slowly than that, all in all, never ends. */
const slowest = 1;

/** How long somebody waits for a server in all, whatever it sends meanwhile: a byte now and then keeps nobody waiting. */
export interface Patience {
  /** From here on the server is waited for. */
  begin(): void;
  /** So many bytes are there, and nobody waits. */
  end(bytes: number): void;
}

/** What it needs of the platform, which is `globalThis` wherever somebody asks a server. */
interface Clock {
  readonly performance: { now(): number };
  setTimeout(work: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
}

interface Waiting {
  /** Called once it has run out. */
  readonly giveUp: () => void;
  /** Milliseconds to the beginning of an answer. */
  readonly first?: number;
}

export function createPatience(clock: Clock, { giveUp, first = ofOne }: Waiting): Patience {
  let timer: unknown;
  let next = first;
  /** Of all that is waited for together. */
  let left = first + ofOne;
  let since = 0;
  return {
    begin() {
      since = clock.performance.now();
      clock.clearTimeout(timer as never);
      timer = clock.setTimeout(giveUp, Math.max(0, Math.min(next, left)));
    },
    end(bytes) {
      clock.clearTimeout(timer as never);
      left += bytes / slowest - (clock.performance.now() - since);
      next = ofOne;
    },
  };
}

/** What became of the server, in words for whoever is told why something failed. */
export const noAnswer = 'the server does not answer';
