import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { asPackId } from '../../lib/model/ids.ts';
import { failed } from '../../lib/model/result.ts';
import { vault } from '../../lib/platform/backups.ts';
import { nativeBrowser, type Runtime } from '../../lib/platform/native.ts';
import { keepMark } from '../../lib/store/guard.ts';
import { planUpdates } from './pack-updates.ts';
import { tellPages } from './store-changes.ts';
import { withStore } from './with-store.ts';

type PackRequests = 'packs' | 'rollBackPack' | 'openPackAhead' | 'removePack' | 'discardImport' | 'subscribePack';

type PackHandlers = Pick<Handlers<BackgroundRequests>, PackRequests>;

/** A web page that had taken over its own content scripts must not touch packs: only our own pages may ask. */
const fromOwnPages = (handlers: PackHandlers): PackHandlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (body: never, sender: Runtime.MessageSender) =>
        sender.url?.startsWith(nativeBrowser.runtime.getURL('')) === true
          ? handle(body, sender)
          : Promise.resolve(failed({ code: 'NotAllowed', detail: 'only a page of Sidelight may ask this' })),
    ]),
  ) as unknown as PackHandlers;

/** What the packs section of the options asks; imports themselves run in a worker of that page. */
export const packHandlers: PackHandlers = fromOwnPages({
  packs: () =>
    withStore(async (store) => {
      const listed = await store.listPacks();
      // Asked after each import and removal: were the store emptied now, these are what would be missed.
      await keepMark(store, vault).catch((error: unknown) => console.error('Sidelight: no mark of the packs', error));
      return listed;
    }),
  rollBackPack: ({ pack }) =>
    withStore(async (store) => {
      const done = await store.rollBack(pack);
      if (done) await tellPages(null);
      return { done };
    }),
  openPackAhead: ({ pack, generation }) =>
    withStore(async (store) => {
      await store.openAhead({ id: asPackId(pack), generation });
      return { done: true } as const;
    }),
  removePack: ({ pack }) =>
    withStore(async (store) => {
      await store.remove(pack);
      await tellPages(null);
      await planUpdates(store);
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
});
