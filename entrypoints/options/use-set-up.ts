import { useRef, useState } from 'preact/hooks';
import type { SetUp, SyncActions } from '../../components/sync/sync-view.ts';
import type { StepResult, SyncDraft } from '../../lib/model/sync.ts';
import { readDeviceName, saveDeviceName } from '../../lib/platform/device-name.ts';
import { requestSync } from '../../lib/platform/permissions.ts';
import type { StoreDatabase } from '../../lib/store/schema.ts';
import { countSynced } from '../../lib/store/sync/apply.ts';
import { putStore, readDevice } from '../../lib/store/sync/stores.ts';
import { checkConnection } from '../../lib/sync/check.ts';
import { draftOf, findStore, type Found, joinStore, serverOf, toAddress } from '../../lib/sync/setup.ts';
import { asFound } from './as-found.ts';
import { saveBackup } from './backup.ts';

type SetUpActions = Pick<
  SyncActions,
  'onAdd' | 'onConnect' | 'onConnectAgain' | 'onBack' | 'onCancel' | 'onJoin' | 'onCodeKept'
>;

export const browserFetch = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);
const random = (): string => crypto.randomUUID();

/** Sets a store up: form, test of the connection, what is there, joining, recovery code. */
export function useSetUp(
  database: StoreDatabase,
  onJoined: () => Promise<void>,
): { readonly setUp: SetUp; readonly actions: SetUpActions } {
  const [setUp, setSetUp] = useState<SetUp>({ at: 'closed' });
  const found = useRef<Found>({ state: 'new' });
  /** Of the latest check or joining: what comes of one before it, or of one that was left, counts no more. */
  const turn = useRef(0);
  const ports = async () => ({ fetch: browserFetch, device: await readDevice(database), random });
  const openForm = async (draft: SyncDraft): Promise<void> => {
    turn.current += 1;
    setSetUp({ at: 'form', draft, deviceName: await readDeviceName() });
  };
  const check = async (draft: SyncDraft): Promise<void> => {
    const mine = ++turn.current;
    const steps: StepResult[] = [];
    const show = (isOver: boolean): void => setSetUp({ at: 'checking', draft, steps: [...steps], isOver });
    show(false);
    const checked = { server: serverOf(draft, browserFetch), now: Date.now, random };
    for await (const step of checkConnection(draft.kind, checked)) {
      // Also one that was left goes on to its end, where the trial entry is deleted.
      steps.push(step);
      if (mine === turn.current) show(step.state === 'failed');
    }
    if (mine !== turn.current || steps.some(({ state }) => state === 'failed')) return;
    const there = await findStore(draft, await ports());
    if (mine !== turn.current) return;
    if (!there.ok) {
      steps.splice(2, 1, { step: 'read', state: 'failed', ...there.failure });
      return show(true);
    }
    found.current = there.value;
    const recordsHere = await countSynced(database);
    if (mine === turn.current) setSetUp(asFound(there.value, { draft, steps, recordsHere }));
  };
  /** The browser's own question is asked at this very moment, and only for this server. */
  const connect = async (draft: SyncDraft): Promise<void> => {
    if (await requestSync(draft)) return check(draft);
    const refused = { step: 'reach', state: 'failed', code: 'NotPermitted', detail: draft.name } as const;
    return setSetUp({ at: 'checking', draft, steps: [refused], isOver: true });
  };
  const join = async (at: Extract<SetUp, { at: 'found' }>, passphrase: string | null): Promise<void> => {
    const mine = ++turn.current;
    setSetUp({ ...at, isWorking: true, trouble: null });
    const joined = await joinStore(at.draft, { found: found.current, passphrase }, await ports());
    if (mine !== turn.current) return;
    if (!joined.ok) return setSetUp({ ...at, trouble: joined.failure.code });
    if (at.recordsHere > 0) await saveBackup(database);
    await putStore(database, joined.value.row);
    setSetUp(joined.value.code === null ? { at: 'closed' } : { at: 'code', code: joined.value.code });
    return onJoined();
  };
  const close = (): void => setSetUp({ at: 'closed' });
  const actions: SetUpActions = {
    onAdd: (kind) => void openForm(draftOf(kind)),
    onConnect: (typed, deviceName) => {
      const url = toAddress(typed.url);
      if (url !== null) void connect({ ...typed, url, name: new URL(url).host });
      void saveDeviceName(deviceName);
    },
    onConnectAgain: () => void (setUp.at === 'checking' && connect(setUp.draft)),
    onBack: () => void ((setUp.at === 'checking' || setUp.at === 'found') && openForm(setUp.draft)),
    onCancel: close,
    onJoin: (passphrase) => void (setUp.at === 'found' && join(setUp, passphrase)),
    onCodeKept: close,
  };
  return { setUp, actions };
}
