/** A piece of work among others that want the same thread. */
export interface Turn {
  /** Resolves once nothing shorter is under way; at once where that is so. Waited for in one place at a time. */
  mine(): Promise<void>;
  end(): void;
}

interface Waiting {
  readonly size: number;
  goOn: () => void;
}

/**
 * Whose turn it is when several pieces of work share a thread and each gives it back now and then: the shortest goes
 * first, of the same size the one that came first. Read turn about, ten articles would all be there at the end.
 */
export function createTurns(): (size: number) => Turn {
  /** The shortest first. */
  let underWay: readonly Waiting[] = [];
  return (size) => {
    const own: Waiting = { size, goOn: () => {} };
    underWay = [...underWay, own].toSorted((a, b) => a.size - b.size);
    return {
      mine: () =>
        underWay[0] === own
          ? Promise.resolve()
          : new Promise((resolve) => {
              own.goOn = resolve;
            }),
      end: () => {
        underWay = underWay.filter((each) => each !== own);
        underWay[0]?.goOn();
      },
    };
  };
}
