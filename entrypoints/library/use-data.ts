import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Room } from '../../components/library/DataPage.tsx';
import type { Toast } from '../../components/library/Library.tsx';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { BackupBrief, Settlement } from '../../lib/model/exchange.ts';
import { dropBackup, listBackups, vault } from '../../lib/platform/backups.ts';
import { backUp } from '../../lib/store/guard.ts';
import { unpackBackup } from '../../lib/store/backup.ts';
import type { Store } from '../../lib/store/store.ts';
import { wordsOfError, wordsOfWriting } from './failure.ts';
import { useIncoming } from './use-incoming.ts';
import { useSaving } from './use-saving.ts';

const ninetyDays = 90 * 24 * 60 * 60 * 1000;

/** What the page of the store's outs and ins shows and does. */
export const useData = (store: Store | null, revision: number, touch: (toast: Toast | null) => void) => {
  const [backups, setBackups] = useState<readonly BackupBrief[]>([]);
  const [room, setRoom] = useState<Room | null>(null);

  useEffect(() => {
    const look = async (): Promise<void> => {
      if (store === null) return;
      const [usage, estimate, isPersistent] = await Promise.all([
        store.usage(),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      setRoom({ usage, used: estimate.usage ?? null, quota: estimate.quota ?? null, isPersistent });
      setBackups(await listBackups());
    };
    void look();
  }, [store, revision]);

  const say = useCallback((text: string) => touch({ text, undo: null }), [touch]);
  const sayWhyNot = async (error: unknown): Promise<void> => say(await wordsOfWriting(error));
  const { incoming, read, take, refuse, leave } = useIncoming(store, (count) => {
    if (count !== null) void askBackground('storeWritten', {});
    say(count === null ? words.data.stopped : words.data.taken({ count }));
  });
  const { saving, onSave, onStopSaving } = useSaving(store, sayWhyNot);
  return {
    incoming,
    backups,
    room,
    saving,
    onSave,
    onStopSaving,
    onFile: (file: File): void => void read({ content: file, name: file.name, usual: 'mine' }),
    onCancel: leave,
    onImport: (settlement: Settlement): void => {
      if (store !== null) void take({ settlement, prepare: () => backUp(store, vault, Date.now()) });
    },
    onBackUp: (): void => {
      if (store === null) return;
      backUp(store, vault, Date.now()).then(() => say(words.data.backedUp), sayWhyNot);
    },
    onRestore: (backup: BackupBrief): void => {
      const restore = async (): Promise<void> => {
        const text = await vault.readBackup(backup.at);
        // Whoever goes back to a backup wants what it has.
        await read({ content: unpackBackup(text ?? ''), name: 'backup.jsonl.gz', usual: 'theirs' });
      };
      restore().catch((error: unknown) => refuse(wordsOfError(error)));
    },
    onDropBackup: (backup: BackupBrief): void => void dropBackup(backup.at).then(() => touch(null)),
    onPersist: (): void => void navigator.storage.persist().then(() => touch(null)),
    onFree: (what: 'pictures' | 'history'): void => {
      const which = what === 'pictures' ? { kind: what } : { kind: what, before: Date.now() - ninetyDays };
      if (store !== null) void store.free(which).then(() => touch(null));
    },
  };
};
