import { nativeBrowser } from '../platform/native.ts';

/** Stage one and the reader share one world of globals on a page; this is how the second takes over from the first. */

const stageOne = Symbol.for('sidelight.stage-one');
const reader = Symbol.for('sidelight.reader');
const asked = Symbol.for('sidelight.asked');
const settings = Symbol.for('sidelight.settings');
const insisted = Symbol.for('sidelight.insisted');

type Shared = Record<symbol, unknown>;
const shared = globalThis as unknown as Shared;

/** Stage one's lifetime; it ends when the reader takes over. Null where one is at work already (a second injection). */
export const beginStageOne = (): AbortSignal | null => {
  if (shared[stageOne] !== undefined) return null;
  const controller = new AbortController();
  shared[stageOne] = controller;
  return controller.signal;
};

/** Marks this page as one that its reader wants read, whatever the rules say of pages that nobody asked for. */
export const askedFor = (): void => {
  shared[asked] = true;
};

/** Asks for the settings while the reader is on its way. */
export const askSettings = (): void => {
  // A script that has outlived its extension is told so by a throw.
  shared[settings] = (async () => nativeBrowser.storage.sync.get(null))().catch(() => null);
};

/** What stage one asked for, once; null where it did not ask, or was not answered. */
export const takeSettings = async (): Promise<Readonly<Record<string, unknown>> | null> => {
  const answer = shared[settings];
  delete shared[settings];
  return ((await answer) ?? null) as Readonly<Record<string, unknown>> | null;
};

export const isAskedFor = (): boolean => shared[asked] === true;

/** Whether the page is to be read though it counts as no article. */
export const isInsistedOn = (): boolean => shared[insisted] === true;

/** The page has gone on to another address: what was wanted of the one before says nothing of it. */
export const insistNoMore = (): void => {
  delete shared[insisted];
};

/** The reader's lifetime; null where a living reader is already there (a second injection). */
export const takeOver = (): AbortController | null => {
  const before = shared[reader];
  if (before instanceof AbortController && !before.signal.aborted) return null;
  const first = shared[stageOne];
  // Without a reason one is made with a stack, for which the browser parses both scripts a second time.
  if (first instanceof AbortController) first.abort('taken over');
  const controller = new AbortController();
  shared[reader] = controller;
  return controller;
};
