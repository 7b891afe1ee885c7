import { type CheckWorthiness, openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { vault } from '../../lib/platform/backups.ts';
import { beginFreshLog } from '../../lib/platform/fresh-log.ts';
import { listBuiltInPacks, readBuiltInPack, readShipped, type ShippedPack } from '../../lib/platform/built-in.ts';
import { openTagger, type Tagger } from '../../lib/recognise/tagger/tagger.ts';
import { roomLeft } from '../../lib/platform/room.ts';
import { describeStoreFailure } from '../../lib/store/failures.ts';
import { guardStore } from '../../lib/store/guard.ts';
import { mendPacks } from '../../lib/store/packs/mend.ts';
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
  const shipped = listBuiltInPacks();
  // Told of where it is waited for; a database that does not open is told of first.
  shipped.catch(() => undefined);
  void beginFreshLog();
  const opened = await openStore({ roomLeft });
  // What is there the next time is looked after as at a start.
  opened.whenLost(lost);
  for (const listener of openedListeners) listener(opened);
  // What the packs' names lie in is read while it is seen to that they are there.
  opened.read(() => Promise.resolve()).catch(() => undefined);
  const [isNew] = await Promise.all([opened.isNew(), installBuiltIn(opened, await shipped)]);
  // What was emptied answers when it has been filled again; else the page that woke the worker goes first.
  if (isNew) await lookAfter(opened);
  else setTimeout(() => void lookAfter(opened), guardedAfter);
  return opened;
});

/** Milliseconds that a store which is well is left to whoever woke the worker. */
const guardedAfter = 3_000;

const lookAfter = (opened: Store): Promise<unknown> =>
  guardStore(opened, vault, Date.now())
    .then(async () => mendPacks(opened, await listBuiltInPacks(), readBuiltInPack))
    .catch((error: unknown) => console.error('Sidelight: the store was not looked after', error));

async function installBuiltIn(opened: Store, packs: readonly ShippedPack[]): Promise<void> {
  await Promise.all(
    packs.map(async (pack) => {
      const installed = await opened.ensureBuiltIn(pack, () => readBuiltInPack(pack));
      // What is there already still answers: an older pack, the reader's own records.
      if (!installed.ok) console.error(`Sidelight: ${pack.id}: ${describeStoreFailure(installed.failure)}`);
    }),
  );
}

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
    // The browser reads the files while the database is opened here.
    await Promise.allSettled([tagger(), checkWorthiness(), store()]);
  },
};
