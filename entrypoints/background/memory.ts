import { segmentBuilder } from '../../lib/claim/compare/segment.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { Forgetting } from '../../lib/model/memory.ts';
import type { ClaimReview } from '../../lib/model/review.ts';
import { isKeptAt } from '../../lib/model/settings.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings } from '../../lib/platform/settings.ts';
import { hostOf } from '../../lib/store/article-urls.ts';
import type { Store } from '../../lib/store/store.ts';
import { isForgotten, noteForgotten, type Reading, urlsOf } from './forgotten.ts';
import { mayKeepOneMore } from './kept-often.ts';
import { resources } from './resources.ts';
import { takeTurn } from './thread-turns.ts';

/** Notes it before anything is taken away, so that a page read in this moment is not kept after all. */
export async function forgetReading(what: Forgetting): Promise<number> {
  await noteForgotten(what);
  const store = await resources.store();
  const pages = await store.forget(what);
  await store.settleClaims(segmentBuilder);
  return pages;
}

interface Said {
  readonly analysis: Analysis;
  readonly reviews: readonly ClaimReview[];
}

/** Keeps what a page says, and what it says of the claims that it reviews, if that may be. */
export async function keep(store: Store, { analysis, reviews }: Said, reading: Reading): Promise<void> {
  const { length } = analysis.article.text;
  if (!(await mayKeep(reading, length))) return;
  const turn = takeTurn(length);
  await store.remember(analysis, turn.mine).finally(turn.end);
  const { canonicalUrl, url } = analysis.article.metadata;
  // A page of another site takes nothing of the place of what that one has reviewed.
  const address = url !== null && hostOf(url) !== hostOf(canonicalUrl) ? url : canonicalUrl;
  if (address !== null) await store.keepReviews(address, reviews);
  // What was forgotten while this was written may have been taken away before it was there.
  if (!(await isForgotten(reading))) return;
  await store.forget({ kind: 'page', urls: urlsOf(reading) });
  await store.settleClaims(segmentBuilder);
}

/** Whether what a page says may be kept: the reader said yes, not on a private window, a site left out, or what was just forgotten. */
async function mayKeep(reading: Reading, length: number): Promise<boolean> {
  const { sender } = reading;
  const { tab } = sender;
  if (tab === undefined || tab.incognito) return false;
  const settings = await readSettings();
  // What is read in a frame is of its own site, and of that of the page around it.
  if (![tab.url, sender.url].every((url) => isKeptAt(settings, url ?? ''))) return false;
  if (await isForgotten(reading)) return false;
  const { canonicalUrl, url } = reading.metadata;
  // An article that hangs below another one and has no address could not be forgotten with its page or site.
  if (url === null && /^https?:/.test(sender.url ?? '')) return false;
  return tab.id === undefined || mayKeepOneMore(tab.id, { url: canonicalUrl ?? url ?? '', length });
}

const alarmName = 'forget-old';
const everyMinutes = 180;
const day = 86_400_000;

/** Takes away what is too old, and sees to an alarm for as long as there is a term: without one nothing wakes the worker. */
export async function forgetOld(now: number): Promise<void> {
  const { keepDays } = await readSettings();
  const alarm = await nativeBrowser.alarms.get(alarmName);
  if (keepDays === null) {
    if (alarm !== undefined) await nativeBrowser.alarms.clear(alarmName);
    return;
  }
  if (alarm === undefined) await nativeBrowser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  const store = await resources.store();
  if ((await store.forgetBefore(now - keepDays * day)) > 0) await store.settleClaims(segmentBuilder);
}

/** Set while the script starts, so that the alarm that woke the worker finds its listener. */
export function listenToMemory(): void {
  nativeBrowser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void forgetOld(Date.now());
  });
  nativeBrowser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && 'settings' in changes) void forgetOld(Date.now());
  });
}
