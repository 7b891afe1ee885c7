import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { planUpdates } from './pack-updates.ts';
import { withStore } from './with-store.ts';

type PackRequests = 'packs' | 'rollBackPack' | 'removePack' | 'discardImport' | 'subscribePack';

/** What the packs section of the options asks; imports themselves run in a worker of that page. */
export const packHandlers: Pick<Handlers<BackgroundRequests>, PackRequests> = {
  packs: () => withStore((store) => store.listPacks()),
  rollBackPack: ({ pack }) => withStore(async (store) => ({ done: await store.rollBack(pack) })),
  removePack: ({ pack }) =>
    withStore(async (store) => {
      await store.remove(pack);
      return { done: true } as const;
    }),
  discardImport: ({ pack }) =>
    withStore(async (store) => {
      await store.discardImport(pack);
      return { done: true } as const;
    }),
  subscribePack: ({ pack, url }) =>
    withStore(async (store) => {
      await (url === null
        ? store.subscriptions.unsubscribe(pack)
        : store.subscriptions.subscribe(pack, url, Date.now()));
      await planUpdates(store);
      return { done: true } as const;
    }),
};
