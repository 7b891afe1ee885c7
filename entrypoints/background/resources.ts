import { type CheckWorthiness, openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { browser } from '../../lib/platform/browser.ts';
import { openTagger, type Tagger } from '../../lib/recognise/tagger.ts';
import { builtInPacks, readBuiltInPack } from '../../lib/platform/built-in.ts';
import { openStore, type Store } from '../../lib/store/store.ts';

/** A value made on first use, and made again after a failure. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

async function readShipped(path: string): Promise<ArrayBuffer> {
  const answer = await fetch(browser.runtime.getURL(path));
  if (!answer.ok) throw new Error(`${path} is missing from the extension`);
  return answer.arrayBuffer();
}

const store = lazily(async (): Promise<Store> => {
  const opened = await openStore();
  for (const pack of builtInPacks) await opened.ensureBuiltIn(pack, () => readBuiltInPack(pack));
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
  tagger,
  checkWorthiness,
  async warmUp(): Promise<void> {
    await Promise.allSettled([store(), tagger(), checkWorthiness()]);
  },
};
