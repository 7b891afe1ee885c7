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
}

/** Has `ended` called, in a task of its own, when a reading has ended that none has taken the place of. */
export const createRounds = (signal: AbortSignal, ended: () => void): Rounds => {
  let last = 0;
  /** 0 for none. */
  let underWay = 0;
  const watch = (): (() => boolean) => {
    const mine = last;
    return () => signal.aborted || mine !== last;
  };
  return {
    run: async (read) => {
      last += 1;
      const mine = last;
      underWay = mine;
      const isOver = watch();
      try {
        await read(isOver);
      } finally {
        if (underWay === mine) underWay = 0;
      }
      if (!isOver()) void nextTask().then(ended);
    },
    watch,
    isUnderWay: () => underWay !== 0,
    end: () => {
      last += 1;
      underWay = 0;
    },
  };
};
