import { numberWords } from '../words.ts';
import { words } from '../../lib/i18n/words.ts';
import { unreachable } from '../../lib/model/result.ts';
import { Button } from '../parts/Button.tsx';
import { Checking } from './Checking.tsx';
import { CheckList } from './CheckList.tsx';
import { Conflicts } from './Conflicts.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { JoinForm } from './JoinForm.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { StoreRow } from './StoreRow.tsx';
import type { SyncActions, SyncView } from './sync-view.ts';
import './Sync.css';

type SyncProps = SyncActions & { readonly view: SyncView };

const SetUpPart = ({ view, ...actions }: SyncProps) => {
  const { setUp } = view;
  const sync = words.sync;
  switch (setUp.at) {
    case 'closed':
      return (
        <div class="sync__ways">
          <div>
            <Button onPress={() => actions.onAdd('webdav')}>{sync.addDevices}</Button>
            <p class="options__hint">{sync.addDevicesHint}</p>
          </div>
          <div>
            <Button onPress={() => actions.onAdd('couchdb')}>{sync.addTeam}</Button>
            <p class="options__hint">{sync.addTeamHint}</p>
          </div>
        </div>
      );
    case 'form':
      return <ConnectForm key={setUp.draft.kind} draft={setUp.draft} deviceName={setUp.deviceName} {...actions} />;
    case 'checking':
      return <Checking {...setUp} {...actions} />;
    case 'found':
      return (
        <>
          <CheckList steps={setUp.steps} />
          <JoinForm found={setUp} {...actions} />
        </>
      );
    case 'code':
      return <RecoveryCode class="sync__form" code={setUp.code} onKept={actions.onCodeKept} />;
    default:
      return unreachable(setUp);
  }
};

const closedPart = { at: 'closed' } as const;

/** Stores that this device syncs with, how each is, and what is asked of the reader. */
export const Sync = ({ view, ...actions }: SyncProps) => {
  const sync = words.sync;
  return (
    <div class="sync">
      <p class="options__hint">{sync.lead}</p>
      {view.stores.length === 0 ? null : (
        <ul class="sync__list">
          {view.stores.map((store) => (
            <StoreRow
              key={store.id}
              store={store}
              {...actions}
              part={view.part.at !== 'closed' && view.part.store === store.id ? view.part : closedPart}
            />
          ))}
        </ul>
      )}
      {view.stores.some(({ state }) => state.state === 'attention' && state.code === 'MassDeletion') ? (
        <section class="sync__trouble" aria-label={sync.deletionsTitle}>
          <h3 class="sync__heading">{sync.deletionsTitle}</h3>
          <p>{sync.deletions({ count: numberWords(view.held) })}</p>
          <div class="sync__buttons">
            <Button onPress={() => actions.onDeletions('keep')}>{sync.deletionsKeep}</Button>
            <Button onPress={() => actions.onDeletions('apply')}>{sync.deletionsApply}</Button>
          </div>
        </section>
      ) : null}
      <Conflicts conflicts={view.conflicts} total={view.conflictsInAll} canUndo={view.canUndo} {...actions} />
      <SetUpPart view={view} {...actions} />
    </div>
  );
};
