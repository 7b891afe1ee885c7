import { toParts } from '../../lib/message/analysis-parts.ts';
import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { whyOff } from '../../lib/model/sites.ts';
import { failed, ok } from '../../lib/model/result.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { keptSettings } from './kept-settings.ts';
import { analyse } from './analyse.ts';
import { showBadge } from './badge.ts';
import { cardHandlers } from './card-handlers.ts';
import { embedHandlers } from './embeds.ts';
import { isLoadedAhead, standBack, viewerHandlers } from './viewer.ts';
import { frameHandlers } from './frame-handlers.ts';
import { lookUpHandlers } from './look-up-handlers.ts';
import { packHandlers } from './pack-handlers.ts';
import { forgetReading, keep } from './memory.ts';
import { newestFor } from './newest.ts';
import { receiptOf } from './receipt.ts';
import { sendInParts } from './send-in-parts.ts';
import { resources } from './resources.ts';
import { storeChangeHandlers, writeFor } from './store-changes.ts';
import { syncHandlers } from './sync-handlers.ts';
import { tellIfFull, withStore } from './with-store.ts';

async function tellNotKept(error: unknown): Promise<void> {
  console.error('Sidelight: not remembered', error);
  await tellIfFull(error);
}

/** One handler for each request; each starts from nothing and can be asked again. */
export const handlers: Handlers<BackgroundRequests> = {
  async articleFound({ by }, sender) {
    const why = whyOff(await keptSettings(), sender.tab?.url ?? sender.url ?? '');
    if (why !== null && !(by === 'reader' && (why === 'not-chosen' || why === 'on-click'))) return ok({ state: why });
    const tabId = sender.tab?.id;
    if (tabId === undefined) return failed({ code: 'NotAllowed', detail: 'only a page in a tab is read' });
    const frameId = sender.frameId ?? 0;
    // A worker that has just started opens what it needs while the page is taken apart.
    void resources.warmUp();
    const target = { tabId, frameIds: [frameId] };
    await nativeBrowser.scripting.executeScript({ target, files: ['/reader.js'], injectImmediately: true });
    if (frameId !== 0 && !isLoadedAhead(sender)) await standBack(tabId);
    return ok({ state: 'reading' });
  },

  nameOpening: ({ article }, sender) =>
    newestFor(sender, async (store, signal) => {
      const analysed = await analyse(store, article, { what: 'names', signal });
      return toParts({ ...analysed, receipt: await receiptOf(article) }, null).answer;
    }),

  analyse: ({ article, openedAt, reviews, ask }, sender) =>
    newestFor(sender, async (store, signal) => {
      const { analysis, briefs } = await analyse(store, article, { what: 'all', signal });
      await showBadge(sender.tab?.id, analysis.clusters.length);
      const receipt = await receiptOf(article);
      const reading = { sender, metadata: article.metadata, openedAt };
      // What cannot be kept (a full disk) must not cost the reader the page.
      await keep(store, { analysis, reviews }, reading).catch(tellNotKept);
      return sendInParts(toParts({ analysis, briefs, receipt }, ask), sender);
    }),

  storeCounts: () => withStore((store) => store.counts()),

  edit: ({ edit }, sender) => writeFor(sender, (store) => store.edit(edit, 'you')),
  undo: ({ history }, sender) => writeFor(sender, (store) => store.undo(history)),
  ...cardHandlers,
  ...storeChangeHandlers,
  ...lookUpHandlers,
  ...packHandlers,
  ...syncHandlers,
  pageMemory: ({ urls }) => withStore((store) => store.rememberedAt(urls)),
  rememberedPages: (from) => withStore((store) => store.remembered(from)),
  reviewFeeds: () => withStore((store) => store.reviewFeeds()),
  importReviews: ({ feed, reviews }) =>
    withStore(async (store) => {
      await store.importReviews(feed, reviews);
      return { done: true };
    }),
  removeReviewFeed: ({ id }) =>
    withStore(async (store) => {
      await store.removeReviewFeed(id);
      return { done: true };
    }),
  forget: ({ what }) => withStore(async () => ({ pages: await forgetReading(what) })),
  ...frameHandlers,
  ...viewerHandlers,
  ...embedHandlers,
};
