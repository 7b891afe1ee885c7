import type { RequestFailure } from '../../lib/message/protocol.ts';
import { failed, type Result } from '../../lib/model/result.ts';
import type { Runtime } from '../../lib/platform/native.ts';
import type { Store } from '../../lib/store/store.ts';
import { withStore } from './with-store.ts';

/** What each frame is waiting for. */
const underWay = new Map<string, AbortController>();

/**
 * Answers from the store, and ends what the same frame asked for before: it has gone on to another text, and nobody waits
 * for the one before. A page that changes its address without end has the thread for one article, not for each of them.
 */
export async function newestFor<T>(
  { tab, frameId }: Runtime.MessageSender,
  answer: (store: Store, signal: AbortSignal) => Promise<T>,
): Promise<Result<T, RequestFailure>> {
  const frame = `${tab?.id}/${frameId}`;
  const own = new AbortController();
  const { signal } = own;
  underWay.get(frame)?.abort(new Error('the page has gone on to another text'));
  underWay.set(frame, own);
  try {
    return await withStore((store) => answer(store, signal));
  } catch (error) {
    if (!signal.aborted) throw error;
    return failed({ code: 'NotAllowed', detail: String(signal.reason) });
  } finally {
    if (underWay.get(frame) === own) underWay.delete(frame);
  }
}
