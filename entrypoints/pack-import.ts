import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inputOfFile } from '../lib/pack/byte-reader.ts';
import { roomLeft } from '../lib/platform/room.ts';
import { StoreError } from '../lib/store/failures.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { toEnd, toRefusal } from './options/import-ends.ts';
import { type FromImporter, goOrder, type ImportEnd, type ImportOrder, stopOrder } from './options/import-messages.ts';

/** A worker of the options page, so that neither that page nor the cards wait while a pack is taken in. */
const life = new AbortController();

const post = (message: FromImporter): void => globalThis.postMessage(message, { transfer: [] });

/** Milliseconds after which a switch waits no longer for whoever answers the cards. */
const longestWait = 3_000;
let go = (): void => undefined;
const beforeSwitch = ({ id, generation }: { readonly id: string; readonly generation: string }): Promise<void> =>
  new Promise((resolve) => {
    go = resolve;
    setTimeout(resolve, longestWait);
    post({ type: 'written', pack: id, generation });
  });

let lastSaid = 0;
const fetching = {
  fetchOne: fetch.bind(globalThis),
  signal: life.signal,
  onProgress: (progress: Extract<FromImporter, { type: 'progress' }>['progress']) => {
    // Often enough for an eye.
    if (performance.now() - lastSaid < 60 && progress.done < progress.total) return;
    lastSaid = performance.now();
    post({ type: 'progress', progress });
  },
};

async function work(store: Store, order: ImportOrder): Promise<ImportEnd> {
  switch (order.type) {
    case 'file': {
      const { fetchOne: _, ...rest } = fetching;
      const from = { kind: 'file', name: order.file.name } as const;
      const input = inputOfFile(order.file);
      const { accept } = order;
      const taken = await store.importPack({ ...rest, input, from, accept, expected: null, heldBack: null });
      return toEnd(taken, null);
    }
    case 'address': {
      const added = await store.addFromAddress(order.url, order, fetching);
      return toEnd(added, order.subscribe ? order.url : null);
    }
    case 'update': {
      const row = await store.subscriptions.get(order.pack);
      if (row === null) return { kind: 'not-kept' };
      const checked = await store.checkSubscription(row, fetching);
      if (!checked.ok) return toRefusal(checked.failure);
      return checked.value.outcome === 'current'
        ? { kind: 'current' }
        : { kind: 'added', pack: order.pack, version: checked.value.version, subscribed: null };
    }
    default:
      return order satisfies never;
  }
}

async function run(order: ImportOrder): Promise<ImportEnd> {
  try {
    const store = await openStore({ roomLeft, beforeSwitch });
    const end = await work(store, order);
    store.close();
    return end;
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'refused', failure: error.failure };
    return { kind: 'broken', detail: String(error) };
  }
}

export default defineUnlistedScript(() => {
  globalThis.addEventListener('message', ({ data }: MessageEvent<ImportOrder | typeof stopOrder | typeof goOrder>) => {
    if (data === stopOrder) life.abort();
    else if (data === goOrder) go();
    else void run(data).then((end) => post({ type: 'ended', end }));
  });
});
