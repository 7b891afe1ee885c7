/** A piece of work among others that want the same thread. */
export interface Turn {
  /** Resolves once nothing shorter is under way; at once where that is so. Waited for in one place at a time. */
  mine(): Promise<void>;
  end(): void;
}

interface Waiting {
  readonly size: number;
  /** How many came later and went before. */
  passed: number;
  goOn: () => void;
}

/** So many may go before one that is longer: a tab whose page brings one text after the other stops no other for good. */
const mostPassed = 12;

/** What takes no time to speak of first, then what has waited for too many, then the shortest. */
const rankOf = ({ size, passed }: Waiting): number => (size === 0 ? 0 : passed >= mostPassed ? 1 : 2);

const byTurn = (a: Waiting, b: Waiting): number => rankOf(a) - rankOf(b) || (rankOf(a) === 2 ? a.size - b.size : 0);

/**
 * Whose turn it is when several pieces of work share a thread and each gives it back now and then: the shortest goes
 * first, of the same size the one that came first. Read turn about, ten articles would all be there at the end.
 */
export function createTurns(): (size: number) => Turn {
  let underWay: readonly Waiting[] = [];
  return (size) => {
    const own: Waiting = { size, passed: 0, goOn: () => {} };
    if (size > 0) for (const each of underWay) if (each.size > size) each.passed += 1;
    underWay = [...underWay, own].toSorted(byTurn);
    // With this one it may have been passed often enough that its turn has come, before whoever is at work.
    underWay[0]?.goOn();
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
