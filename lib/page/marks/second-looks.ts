import { watchVeils } from './veils.ts';

/** Text that a script fades in tells nobody when it is there: it is looked at again so often, each so many milliseconds. */
const mostLooks = 6;
const after = 500;

export interface SecondLooks {
  /** Of texts near the view these are not painted now, for nobody sees or can read them. */
  readonly missed: (texts: readonly Element[]) => void;
  /** Looks again in a while where any is missed, as long as looks are left. */
  readonly later: () => void;
  /** Something moved: there may be more to see than before. */
  readonly renew: () => void;
}

/** Has texts looked at again that may come to be seen: by the clock, and where a veil over one of them may be lifted. */
export const createSecondLooks = (document: Document, signal: AbortSignal, look: () => void): SecondLooks => {
  let unseen: readonly Element[] = [];
  let left = mostLooks;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    left = mostLooks;
  };
  const watch = watchVeils(document, signal, () => {
    renew();
    look();
  });
  const later = (): void => {
    if (unseen.length === 0 || left === 0 || timer !== undefined) return;
    left -= 1;
    timer = setTimeout(() => {
      timer = undefined;
      look();
    }, after);
  };
  return {
    missed: (texts) => {
      unseen = texts;
      watch(texts);
      later();
    },
    later,
    renew,
  };
};
