import { useCallback, useEffect, useState } from 'preact/hooks';
import { type EditOutcome, editFailureWords } from '../../components/library/actions.ts';
import { changeWords } from '../../components/library/HistoryPart.tsx';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { Edit } from '../../lib/model/edit.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { PackBrief } from '../../lib/model/library.ts';
import { roomLeft } from '../../lib/platform/room.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { wordsOfWriting } from './failure.ts';
import { type Revision, useRevision } from './use-revision.ts';

interface Opened extends Revision {
  readonly store: Store | null;
  /** Why the store does not open; null while it does. */
  readonly failure: unknown;
  readonly packs: readonly PackBrief[];
  /** Answers why not, or null; then calls `made` with the entity that the edit was about. */
  readonly edit: (edit: Edit, made?: (entity: EntityId | null) => void) => Promise<EditOutcome>;
  readonly undo: (history: string) => Promise<EditOutcome>;
}

/** The store itself, opened in the page: a list of a million names needs no messages. */
export const useStore = (): Opened => {
  const [store, setStore] = useState<Store | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [packs, setPacks] = useState<readonly PackBrief[]>([]);
  const { revision, toast, touch, closeToast } = useRevision();

  useEffect(() => {
    const open = async (): Promise<void> => {
      // The background sees to the built-in packs; without it the store shows what is there.
      await askBackground('storeCounts', {});
      const opened = await openStore({ roomLeft });
      setPacks(await opened.packs());
      setStore(opened);
    };
    open().catch((error: unknown) => setFailure(error));
  }, []);

  const undo = useCallback(
    async (history: string): Promise<EditOutcome> => {
      if (store === null) return words.library.loading;
      try {
        const undone = await store.undo(history);
        if (undone.ok) void askBackground('storeWritten', {});
        const outcome = undone.ok ? null : editFailureWords(undone.failure);
        touch({ text: outcome ?? words.library.undone, undo: null });
        return outcome;
      } catch (error) {
        const why = await wordsOfWriting(error);
        touch({ text: why, undo: null });
        return why;
      }
    },
    [store, touch],
  );

  const edit = useCallback(
    async (change: Edit, made?: (entity: EntityId | null) => void): Promise<EditOutcome> => {
      if (store === null) return words.library.loading;
      try {
        const edited = await store.edit(change, 'you');
        if (!edited.ok) {
          closeToast();
          return editFailureWords(edited.failure);
        }
        void askBackground('storeWritten', {});
        const { history, entity } = edited.value;
        const [line] = (await store.history()).filter(({ id }) => id === history);
        if (line !== undefined)
          touch({ text: words.library.done({ what: changeWords(line) }), undo: () => void undo(history) });
        made?.(entity);
        return null;
      } catch (error) {
        // Where this was not done, the word that something else was would be taken for an answer to it.
        closeToast();
        return wordsOfWriting(error);
      }
    },
    [store, touch, closeToast, undo],
  );
  return { store, failure, packs, revision, toast, touch, closeToast, edit, undo };
};
