import { segmentBuilder } from '../../lib/claim/segment.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { Forgetting } from '../../lib/model/memory.ts';
import type { ClaimReview } from '../../lib/model/review.ts';
import { isKeptAt } from '../../lib/model/settings.ts';
import { browser, type Runtime } from '../../lib/platform/browser.ts';
import { readSettings } from '../../lib/platform/settings.ts';
import { isCovered } from '../../lib/store/scope.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';

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
  const stored = await browser.storage.session.get(forgottenKey);
  const list = stored[forgottenKey];
  return Array.isArray(list) ? (list as Forgotten[]) : [];
};

/** Notes it before anything is taken away, so that a page read in this moment is not kept after all. */
export async function forgetReading(what: Forgetting): Promise<number> {
  const list = [...(await readForgotten()), { what, at: Date.now() }].slice(-mostForgotten);
  await browser.storage.session.set({ [forgottenKey]: list });
  const store = await resources.store();
  const pages = await store.forget(what);
  await store.settleClaims(segmentBuilder);
  return pages;
}

/** Keeps what a page says, and what it says of the claims that it reviews. */
export async function keep(store: Store, analysis: Analysis, reviews: readonly ClaimReview[]): Promise<void> {
  await store.remember(analysis);
  const { canonicalUrl, url } = analysis.article.metadata;
  const address = canonicalUrl ?? url;
  if (address !== null) await store.keepReviews(address, reviews);
}

interface Reading {
  readonly sender: Runtime.MessageSender;
  readonly metadata: ArticleMetadata;
  readonly openedAt: number;
}

/** Whether what a page says may be kept: the reader said yes, not on a private window, a site left out, or what was just forgotten. */
export async function mayKeep({ sender, metadata, openedAt }: Reading): Promise<boolean> {
  const { tab } = sender;
  if (tab === undefined || tab.incognito) return false;
  if (!isKeptAt(await readSettings(), tab.url ?? sender.url ?? '')) return false;
  const urls = [metadata.url, metadata.canonicalUrl].filter((url) => url !== null);
  const forgotten = await readForgotten();
  return !forgotten.some(({ what, at }) => at >= openedAt && isCovered(what, { urls, openedAt }));
}

const alarmName = 'forget-old';
const everyMinutes = 180;
const day = 86_400_000;

/** Takes away what is too old, and sees to an alarm for as long as there is a term: without one nothing wakes the worker. */
export async function forgetOld(now: number): Promise<void> {
  const { keepDays } = await readSettings();
  const alarm = await browser.alarms.get(alarmName);
  if (keepDays === null) {
    if (alarm !== undefined) await browser.alarms.clear(alarmName);
    return;
  }
  if (alarm === undefined) await browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  const store = await resources.store();
  if ((await store.forgetBefore(now - keepDays * day)) > 0) await store.settleClaims(segmentBuilder);
}

/** Set while the script starts, so that the alarm that woke the worker finds its listener. */
export function listenToMemory(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void forgetOld(Date.now());
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && 'settings' in changes) void forgetOld(Date.now());
  });
}
