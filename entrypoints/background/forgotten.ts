import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { Forgetting } from '../../lib/model/memory.ts';
import type { Runtime } from '../../lib/platform/native.ts';
import { openSessionList } from '../../lib/platform/session-list.ts';
import { isCovered } from '../../lib/store/memory/scope.ts';

/** Forgettings remembered; older ones concern pages that are hardly open any more. */
const mostForgotten = 200;

interface Forgotten {
  readonly what: Forgetting;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Of this session of the browser: pages that stand open must not be kept once more. */
const forgotten = openSessionList<Forgotten>('forgotten');

export const noteForgotten = (what: Forgetting): Promise<void> =>
  forgotten.change((before) => ({
    after: [...before, { what, at: Date.now() }].slice(-mostForgotten),
    answer: undefined,
  }));

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
  return (await forgotten.read()).some(({ what, at }) => at >= openedAt && isCovered(what, { urls, openedAt }));
}
