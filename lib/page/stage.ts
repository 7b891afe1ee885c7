import { nativeBrowser } from '../platform/native.ts';

/** Stage one and the reader share one world of globals on a page; this is how the second takes over from the first. */

/** What one leaves for the other. The page's own scripts have other globals. */
interface Shared {
  stageOne?: AbortController;
  reader?: AbortController;
  isAskedFor?: boolean;
  isInsistedOn?: boolean;
  isWanted?: boolean;
  /** Starts the reader that is here before it is wanted. */
  atHand?: () => void;
  settings?: Promise<Readonly<Record<string, unknown>> | null>;
}

const globals = globalThis as unknown as Record<symbol, Shared | undefined>;
const shared: Shared = (globals[Symbol.for('sidelight')] ??= {});

/** Stage one's lifetime; it ends when the reader takes over. Null where one is at work already (a second injection). */
export const beginStageOne = (): AbortSignal | null => {
  if (shared.stageOne) return null;
  shared.stageOne = new AbortController();
  return shared.stageOne.signal;
};

/** Marks this page as one that its reader wants read, whatever the rules say of pages that nobody asked for. */
export const askedFor = (): void => {
  shared.isAskedFor = true;
};

/** Asks for the settings while the reader is on its way. */
export const askSettings = (): void => {
  // A script that has outlived its extension is told so by a throw.
  shared.settings = (async () => nativeBrowser.storage.sync.get(null))().catch(() => null);
};

/** What stage one asked for, once; null where it did not ask, or was not answered. */
export const takeSettings = async (): Promise<Readonly<Record<string, unknown>> | null> => {
  const answer = shared.settings;
  delete shared.settings;
  return (await answer) ?? null;
};

export const isAskedFor = (): boolean => shared.isAskedFor === true;

/** Whether the page is to be read though it counts as no article. */
export const isInsistedOn = (): boolean => shared.isInsistedOn === true;

/** The page has gone on to another address: what was wanted of the one before says nothing of it. */
export const insistNoMore = (): void => {
  delete shared.isInsistedOn;
};

/** Begins with the reader that is at hand, or with the one that comes next. */
export const wantReader = (): void => {
  shared.isWanted = true;
  shared.atHand?.();
};

/** Starts the reader where it is wanted, or leaves it at hand until then. */
export const bringReader = (start: () => void): void => {
  if (shared.isWanted === true || isInsistedOn()) start();
  else shared.atHand = start;
};

/** The reader's lifetime; null where a living reader is already there (a second injection). */
export const takeOver = (): AbortController | null => {
  if (shared.reader?.signal.aborted === false) return null;
  // Without a reason one is made with a stack, for which the browser parses both scripts a second time.
  shared.stageOne?.abort('taken over');
  shared.reader = new AbortController();
  return shared.reader;
};
