import type { BackgroundRequests, Envelope, RequestFailure, TabRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { askerOf } from '../../lib/message/senders.ts';
import { ok, type Result } from '../../lib/model/result.ts';
import { nativeBrowser, type Runtime } from '../../lib/platform/native.ts';
import type { Store } from '../../lib/store/store.ts';
import { withStore } from './with-store.ts';

/** Of session storage: when the store changed last, for pages that heard nothing of it. */
const changedKey = 'store-changed';

const message: Envelope<TabRequests, 'storeChanged'> = { type: 'storeChanged', body: {} };

/** Has every open page follow what the store says now. A card's own page is read anew by its reader, which keeps the card. */
export async function tellPages(sender: Runtime.MessageSender | null): Promise<void> {
  const { storage, tabs } = nativeBrowser;
  await storage.session.set({ [changedKey]: Date.now() });
  const own = sender !== null && askerOf(sender) === 'card' ? sender.tab?.id : undefined;
  for (const { id } of await tabs.query({})) {
    // Most tabs have nobody who listens.
    if (id !== undefined && id !== own) void tabs.sendMessage(id, message).catch(() => undefined);
  }
}

/** What arrives comes page by page; open articles are read anew once for several. */
const settleAfter = 1_000;

/** Has open pages follow what other devices wrote. Where this worker dies before, they hear of it when they are looked at. */
export function tellOfArrivals({ database }: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  database.onArrival = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tellPages(null), settleAfter);
  };
}

/** Writes to the store what the reader wants, and tells the pages where that was done. */
export async function writeFor<T, F>(
  sender: Runtime.MessageSender | null,
  write: (store: Store) => Promise<Result<T, F>>,
): Promise<Result<Result<T, F>, RequestFailure>> {
  const answer = await withStore(write);
  if (answer.ok && answer.value.ok) await tellPages(sender);
  return answer;
}

export const storeChangeHandlers: Pick<Handlers<BackgroundRequests>, 'storeWritten' | 'storeChangedSince'> = {
  storeWritten: (_, sender) =>
    withStore(async ({ database }) => {
      // As if it had been written here: the reader's other devices are to have it soon.
      database.onWrite();
      await tellPages(sender);
      return { done: true };
    }),

  async storeChangedSince({ at }) {
    const stored = await nativeBrowser.storage.session.get(changedKey);
    const changedAt = stored[changedKey];
    return ok({ changed: typeof changedAt === 'number' && changedAt >= at });
  },
};
