import { useEffect, useState } from 'preact/hooks';
import type { LibraryActions } from '../../components/library/actions.ts';
import { ChangesPage } from '../../components/library/ChangesPage.tsx';
import type { Toast } from '../../components/library/Library.tsx';
import { loading, type Remote } from '../../components/remote.ts';
import { words } from '../../lib/i18n/words.ts';
import type { HistoryLine } from '../../lib/model/library.ts';
import type { Store } from '../../lib/store/store.ts';
import { DataPlace } from './DataPlace.tsx';
import { wordsOfError } from './failure.ts';

interface StorePlaceProps {
  readonly at: 'changes' | 'data';
  readonly store: Store;
  readonly revision: number;
  readonly touch: (toast: Toast | null) => void;
  readonly onUndo: LibraryActions['onUndo'];
}

/** Asked anew at each change of the store. */
const Changes = ({ store, revision, onUndo }: Pick<StorePlaceProps, 'store' | 'revision' | 'onUndo'>) => {
  const [answer, setAnswer] = useState<Remote<readonly HistoryLine[]>>(loading);
  useEffect(() => {
    let late = false;
    store.history().then(
      (value) => late || setAnswer({ state: 'ready', value }),
      (error: unknown) => late || setAnswer({ state: 'failed', why: wordsOfError(error) }),
    );
    return () => {
      late = true;
    };
  }, [store, revision]);
  if (answer.state === 'loading') return <p class="library__empty">{words.library.loading}</p>;
  if (answer.state === 'failed') return <p class="library__empty">{answer.why}</p>;
  return <ChangesPage history={answer.value} onUndo={(history) => void onUndo(history)} />;
};

/** What concerns the store as a whole: what was changed last, its way out and in, its backups and its room. */
export const StorePlace = ({ at, store, revision, touch, onUndo }: StorePlaceProps) =>
  at === 'data' ? (
    <DataPlace store={store} revision={revision} touch={touch} />
  ) : (
    <Changes store={store} revision={revision} onUndo={onUndo} />
  );
