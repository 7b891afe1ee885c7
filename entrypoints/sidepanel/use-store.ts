import { type Dispatch, useEffect } from 'preact/hooks';
import type { PanelEvent, PanelState } from '../../components/panel/panel-state.ts';
import { answered } from '../../components/remote.ts';
import { askBackground } from '../../lib/message/send.ts';

/** Milliseconds without a key before the store is searched. */
const typingPause = 120;

/** An effect whose work lives until the next one begins. */
export const during = (work: (signal: AbortSignal) => void) => () => {
  const life = new AbortController();
  work(life.signal);
  return () => life.abort();
};

/** Counts what the store holds whenever the page is read, and searches it for what is typed. */
export const useStore = ({ page, query }: PanelState, on: Dispatch<PanelEvent>): void => {
  useEffect(() => {
    const count = async (): Promise<void> => {
      const answer = await askBackground('storeCounts', {});
      if (answer.ok) on({ type: 'counts', counts: answer.value });
    };
    void count();
  }, [page]);

  useEffect(
    during((signal) => {
      if (query.trim() === '') return;
      const timer = setTimeout(() => {
        void askBackground('searchStore', { query }).then((answer) =>
          on({ type: 'results', query, results: answered(answer) }),
        );
      }, typingPause);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }),
    [query],
  );
};
