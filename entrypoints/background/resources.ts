import { type CheckWorthiness, openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { vault } from '../../lib/platform/backups.ts';
import { listBuiltInPacks, readBuiltInPack, readShipped } from '../../lib/platform/built-in.ts';
import { openTagger, type Tagger } from '../../lib/recognise/tagger.ts';
import { roomLeft } from '../../lib/platform/room.ts';
import { describeStoreFailure } from '../../lib/store/failures.ts';
import { guardStore } from '../../lib/store/guard.ts';
import { openStore, type Store } from '../../lib/store/store.ts';

/** A value made on first use, and made again after a failure or once it is lost. */
function lazily<T>(make: (lost: () => void) => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  const forget = (): void => {
    made = null;
  };
  return () => {
    made ??= make(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return made;
  };
}

const openedListeners: ((store: Store) => void)[] = [];

const store = lazily(async (lost): Promise<Store> => {
  const opened = await openStore({ roomLeft });
  // What is there the next time is looked after as at a start.
  opened.whenLost(lost);
  for (const listener of openedListeners) listener(opened);
  for (const pack of await listBuiltInPacks()) {
    const installed = await opened.ensureBuiltIn(pack, () => readBuiltInPack(pack));
    // What is there already still answers: an older pack, the reader's own records.
    if (!installed.ok) console.error(`Sidelight: ${pack.id}: ${describeStoreFailure(installed.failure)}`);
  }
  const isNew = await opened.isNew();
  const guarded = guardStore(opened, vault, Date.now()).catch((error: unknown) =>
    console.error('Sidelight: the store was not looked after', error),
  );
  // What was emptied answers when it has been filled again; else nobody waits for a backup.
  if (isNew) await guarded;
  return opened;
});

const tagger = lazily(async (): Promise<Tagger> => {
  const opened = openTagger(await readShipped('/models/names.bin'));
  if (!opened.ok) throw new Error(`the name model cannot be read: ${JSON.stringify(opened.failure)}`);
  return opened.value;
});

const checkWorthiness = lazily(async (): Promise<CheckWorthiness> => {
  const opened = openCheckWorthiness(await readShipped('/models/claims.bin'));
  if (!opened.ok) throw new Error(`the claim model cannot be read: ${JSON.stringify(opened.failure)}`);
  return opened.value;
});

/** What the handlers share while the worker lives; all of it can be made again from the store and the shipped files. */
export const resources = {
  store,
  /** Calls back each time that the store is opened. */
  whenOpened: (listener: (store: Store) => void): void => void openedListeners.push(listener),
  tagger,
  checkWorthiness,
  async warmUp(): Promise<void> {
    await Promise.allSettled([store(), tagger(), checkWorthiness()]);
  },
};
