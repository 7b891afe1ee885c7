import { useEffect, useState } from 'preact/hooks';
import { EntityView, type EntityViewActions } from '../../components/library/EntityView.tsx';
import { loading, type Remote } from '../../components/remote.ts';
import { words } from '../../lib/i18n/words.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { EntityAnswer } from '../../lib/model/library.ts';
import type { Store } from '../../lib/store/store.ts';
import { wordsOfError } from './failure.ts';

interface EntityPlaceProps {
  readonly store: Store;
  readonly id: EntityId;
  readonly revision: number;
  readonly actions: EntityViewActions;
}

/** The page of one entity, asked anew at each change of the store. */
export const EntityPlace = ({ store, id, revision, actions }: EntityPlaceProps) => {
  const [answer, setAnswer] = useState<Remote<EntityAnswer>>(loading);
  useEffect(() => {
    let late = false;
    store.page(id).then(
      (value) => late || setAnswer({ state: 'ready', value }),
      (error: unknown) => late || setAnswer({ state: 'failed', why: wordsOfError(error) }),
    );
    return () => {
      late = true;
    };
  }, [store, id, revision]);
  if (answer.state === 'loading') return <p class="library__empty">{words.library.loading}</p>;
  if (answer.state === 'failed') return <p class="library__empty">{answer.why}</p>;
  return <EntityView answer={answer.value} actions={actions} />;
};
