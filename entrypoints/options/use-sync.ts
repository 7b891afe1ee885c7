import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SyncActions, SyncView } from '../../components/sync/sync-view.ts';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import { requestSync } from '../../lib/platform/permissions.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import { changeStore, forgetStore, readStore } from '../../lib/store/sync/stores.ts';
import { decideOn, noReading, readDesk, undoDecision } from '../../lib/sync/desk.ts';
import { eraseStore } from '../../lib/sync/erase.ts';
import { browserFetch, useSetUp } from './use-set-up.ts';
import { useStorePart } from './use-store-part.ts';

/** While the page is open, how often it looks how things are. */
const lookEvery = 1_000;

/** Sync as the settings page shows it. Works on the store itself; the background does the syncing. */
export function useSync(): { readonly view: SyncView; readonly actions: SyncActions } {
  const opened = useRef<StoreDatabase | null>(null);
  opened.current ??= new StoreDatabase({});
  const database = opened.current;
  const [reading, setReading] = useState(noReading);
  const look = useCallback(async () => setReading(await readDesk(database, words.sync.thisDevice)), [database]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, [look]);
  const syncNow = async (): Promise<void> => {
    await askBackground('syncNow', {});
    await look();
  };
  const setUp = useSetUp(database, syncNow);
  const part = useStorePart(database, syncNow);
  const change = async (id: string, patch: Parameters<typeof changeStore>[2]): Promise<void> => {
    await changeStore(database, id, patch);
    await syncNow();
  };
  const erase = async (id: string): Promise<void> => {
    const row = await readStore(database, id);
    if (row === null) return;
    const erased = await eraseStore(row, browserFetch);
    if (erased.ok) await forgetStore(database, id);
    else await changeStore(database, id, { trouble: { ...erased.failure, at: Date.now() } });
    await syncNow();
  };
  const actions: SyncActions = {
    ...setUp.actions,
    ...part.actions,
    onNow: ({ id, url, carries }) => {
      void requestSync({ url, carries }).then(() => change(id, { retryAt: 0 }));
    },
    onSwitch: ({ id, isOn }) => void change(id, { isOn: !isOn, retryAt: 0 }),
    onForget: ({ id }) => void forgetStore(database, id).then(syncNow),
    onErase: ({ id }) => void erase(id),
    onDeletions: (how) => {
      for (const { id, state } of reading.stores)
        if (state.state === 'attention') void change(id, { deletions: how, trouble: null, retryAt: 0 });
    },
    onKeep: (conflict, nth) => void decideOn(database, conflict, { kind: 'one', nth }).then(syncNow),
    onKeepBoth: (conflict) => void decideOn(database, conflict, { kind: 'both' }).then(syncNow),
    onUndo: () => void undoDecision(database).then(syncNow),
  };
  return { view: { ...reading, setUp: setUp.setUp, part: part.part }, actions };
}
