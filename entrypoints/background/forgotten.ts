import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { Forgetting } from '../../lib/model/memory.ts';
import { nativeBrowser, type Runtime } from '../../lib/platform/native.ts';
import { isCovered } from '../../lib/store/memory/scope.ts';

/** Of session storage, which is gone when the browser closes: pages that stand open must not be kept once more. */
const forgottenKey = 'forgotten';
/** Forgettings remembered; older ones concern pages that are hardly open any more. */
const mostForgotten = 200;

interface Forgotten {
  readonly what: Forgetting;
  /** Epoch milliseconds. */
  readonly at: number;
}

const readForgotten = async (): Promise<readonly Forgotten[]> => {
  const stored = await nativeBrowser.storage.session.get(forgottenKey);
  const list = stored[forgottenKey];
  return Array.isArray(list) ? (list as Forgotten[]) : [];
};

export async function noteForgotten(what: Forgetting): Promise<void> {
  const list = [...(await readForgotten()), { what, at: Date.now() }].slice(-mostForgotten);
  await nativeBrowser.storage.session.set({ [forgottenKey]: list });
}

/** A page while it is read. */
export interface Reading {
  readonly sender: Runtime.MessageSender;
  readonly metadata: ArticleMetadata;
  /** Epoch milliseconds. */
  readonly openedAt: number;
}

export const urlsOf = ({ metadata }: Reading): string[] =>
  [metadata.url, metadata.canonicalUrl].filter((url) => url !== null);

/** Whether it stood open when it was forgotten. */
export async function isForgotten(reading: Reading): Promise<boolean> {
  const { openedAt } = reading;
  const urls = urlsOf(reading);
  return (await readForgotten()).some(({ what, at }) => at >= openedAt && isCovered(what, { urls, openedAt }));
}
