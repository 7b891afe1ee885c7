import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { SyncedStore } from '../../lib/model/sync.ts';
import { Button } from '../parts/Button.tsx';
import { Question } from '../parts/Question.tsx';
import { Reported } from '../parts/Reported.tsx';
import { lineOf } from '../words.ts';
import { lastWords, stateWords } from './state-words.ts';
import { StoreParts } from './StoreParts.tsx';
import type { PartActions, StorePart, SyncActions } from './sync-view.ts';

type StoreRowProps = Pick<SyncActions, 'onNow' | 'onSwitch' | 'onForget' | 'onErase'> &
  PartActions & {
    readonly store: SyncedStore;
    /** What is open under this store. */
    readonly part: StorePart;
  };

/** One store: how it is, and what can be done with it. */
export const StoreRow = ({ store, part, onNow, onSwitch, onForget, onErase, ...parts }: StoreRowProps) => {
  const [asks, setAsks] = useState<'nothing' | 'forget' | 'erase'>('nothing');
  const sync = words.sync;
  const { state } = store;
  const isRefused = state.state === 'attention' && state.code === 'SignInRefused';
  // It was there once, so that nothing has to be made there first.
  const isGone = state.state === 'attention' && state.code === 'NotFound' && store.lastSuccess !== null;
  const go = () => {
    if (asks === 'forget') onForget(store);
    if (asks === 'erase') onErase(store);
    setAsks('nothing');
  };
  return (
    <li class="sync__store">
      <p class="sync__name">
        <bdi>{store.name}</bdi>
      </p>
      <p class={`sync__state is-${state.state}`} role="status">
        {stateWords(state)}
      </p>
      <p class="options__hint">{lineOf([lastWords(store), store.isEncrypted ? sync.encrypted : null])}</p>
      {state.state === 'syncing' ? (
        <progress max={Math.max(1, state.total)} value={state.done} aria-label={sync.title} />
      ) : null}
      {state.state === 'attention' || state.state === 'failing' ? (
        <div class="sync__trouble">
          <p>{isGone ? sync.storeGone : sync.failed[state.code]}</p>
          <Reported text={state.detail} />
          {isRefused ? (
            <div>
              <Button look="strong" onPress={() => parts.onAccount(store)}>
                {sync.account}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
      <div class="sync__buttons">
        <Button onPress={() => onNow(store)}>{sync.now}</Button>
        <Button onPress={() => onSwitch(store)}>{store.isOn ? sync.pause : sync.resume}</Button>
        <Button look="quiet" onPress={() => parts.onDevices(store)}>
          {sync.devices}
        </Button>
        {isRefused ? null : (
          <Button look="quiet" onPress={() => parts.onAccount(store)}>
            {sync.account}
          </Button>
        )}
        {store.isEncrypted ? (
          <Button look="quiet" onPress={() => parts.onPassphrase(store)}>
            {sync.changePassphrase}
          </Button>
        ) : null}
        <Button look="quiet" onPress={() => setAsks('forget')}>
          {sync.forget}
        </Button>
        <Button look="quiet" onPress={() => setAsks('erase')}>
          {sync.erase}
        </Button>
      </div>
      <StoreParts part={part} isEncrypted={store.isEncrypted} {...parts} />
      {asks === 'nothing' ? null : (
        <Question
          key={asks}
          label={sync[asks]}
          sure={sync.sure}
          back={sync.cancel}
          onSure={go}
          onBack={() => setAsks('nothing')}
        >
          {asks === 'forget' ? sync.forgetSure({ name: store.name }) : sync.eraseSure}
        </Question>
      )}
    </li>
  );
};
