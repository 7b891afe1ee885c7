import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';

const most = 999;

/** Tells on the toolbar button how many names the tab's article has, where its reader wants that. */
export async function showBadge(tabId: number | undefined, names: number): Promise<void> {
  if (tabId === undefined || !(await readSettings()).badge) return;
  const text = names > most ? `${most}+` : String(names);
  // The tab may be gone by now; on another page of it the browser clears the text by itself.
  await nativeBrowser.action.setBadgeText({ tabId, text }).catch(() => undefined);
  await nativeBrowser.action.setBadgeBackgroundColor({ tabId, color: '#56524a' }).catch(() => undefined);
}

async function clearBadges(): Promise<void> {
  for (const { id } of await nativeBrowser.tabs.query({})) {
    if (id !== undefined) await nativeBrowser.action.setBadgeText({ tabId: id, text: '' }).catch(() => undefined);
  }
}

/** Takes the numbers away as soon as they are no longer wanted. */
export function listenToBadge(): void {
  watchSettings((settings) => {
    if (!settings.badge) void clearBadges();
  }, new AbortController().signal);
}
