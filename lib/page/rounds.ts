import { nextTask } from '../platform/tasks.ts';

/** Readings of one page, of which the last counts: another that begins ends whatever the one before was still about. */
export interface Rounds {
  /** Reads; `isOver` tells from then on whether another reading has begun, or the page's life has ended. */
  readonly run: (read: (isOver: () => boolean) => Promise<void>) => Promise<void>;
  /** The same for what is begun now beside the readings. */
  readonly watch: () => () => boolean;
  readonly isUnderWay: () => boolean;
  /** What is being read is of no use any more. */
  readonly end: () => void;
  /** What is done once the reading that is under way has ended: the page or the store changed meanwhile. */
  afterwards: (() => void) | null;
}

export const createRounds = (signal: AbortSignal): Rounds => {
  let last = 0;
  /** 0 for none. */
  let underWay = 0;
  const watch = (): (() => boolean) => {
    const mine = last;
    return () => signal.aborted || mine !== last;
  };
  const rounds: Rounds = {
    run: async (read) => {
      last += 1;
      const mine = last;
      underWay = mine;
      rounds.afterwards = null;
      const isOver = watch();
      try {
        await read(isOver);
      } finally {
        if (underWay === mine) underWay = 0;
      }
      if (!isOver()) void nextTask().then(() => rounds.afterwards?.());
    },
    watch,
    isUnderWay: () => underWay !== 0,
    end: () => {
      last += 1;
      underWay = 0;
    },
    afterwards: null,
  };
  return rounds;
};
