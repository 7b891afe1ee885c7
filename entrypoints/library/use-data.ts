import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Format, Room } from '../../components/library/DataPage.tsx';
import type { Toast } from '../../components/library/Library.tsx';
import { words } from '../../lib/i18n/words.ts';
import type { BackupBrief, Settlement } from '../../lib/model/exchange.ts';
import { dropBackup, listBackups, vault } from '../../lib/platform/backups.ts';
import { backUp } from '../../lib/store/guard.ts';
import { unpackBackup } from '../../lib/store/backup.ts';
import type { Store } from '../../lib/store/store.ts';
import { wordsOfError, wordsOfWriting } from './failure.ts';
import { fileName, saveFile } from './save-file.ts';
import { useIncoming } from './use-incoming.ts';

const ninetyDays = 90 * 24 * 60 * 60 * 1000;

/** What the page of the store's outs and ins shows and does. */
export const useData = (store: Store | null, revision: number, touch: (toast: Toast | null) => void) => {
  const { incoming, rows, read, progress, refuse, leave } = useIncoming(store);
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
  return {
    incoming,
    backups,
    room,
    onSave: (format: Format): void => {
      const save = async (): Promise<void> => {
        if (store === null) return;
        const { content, extension } = await store.saveAs(format);
        saveFile(content, fileName('sidelight', extension));
      };
      save().catch(sayWhyNot);
    },
    onFile: (file: File): void => void read(file, file.name),
    onCancel: leave,
    onImport: (settlement: Settlement): void => {
      const take = async (): Promise<void> => {
        if (store === null || rows === null || incoming.at !== 'preview') return;
        const { tables } = incoming.preview;
        const total = tables.reduce((sum, { added, same, different }) => sum + added + same + different, 0);
        // From here on nothing can be pressed twice.
        progress(0, total);
        await backUp(store, vault, Date.now());
        const count = await store.importRows(rows, settlement, (done) => progress(done, total));
        leave();
        say(words.data.taken({ count }));
      };
      take().catch(async (error: unknown) => refuse(await wordsOfWriting(error)));
    },
    onBackUp: (): void => {
      if (store === null) return;
      backUp(store, vault, Date.now()).then(() => say(words.data.backedUp), sayWhyNot);
    },
    onRestore: (backup: BackupBrief): void => {
      const restore = async (): Promise<void> => {
        const text = await vault.readBackup(backup.at);
        await read(unpackBackup(text ?? ''), 'backup.jsonl.gz');
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
