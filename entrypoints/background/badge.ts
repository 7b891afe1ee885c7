import { writeBadge } from '../../lib/platform/badge.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';

const most = 999;
const colour = '#56524a';

/** Tells on the toolbar button how many names the tab's article has, where its reader wants that. */
export async function showBadge(tabId: number | undefined, names: number): Promise<void> {
  if (tabId === undefined || !(await readSettings()).badge) return;
  // On another page of the tab the browser clears the text by itself.
  await writeBadge({ text: names > most ? `${most}+` : String(names), tabId, colour });
}

async function clearBadges(): Promise<void> {
  for (const { id } of await nativeBrowser.tabs.query({}))
    if (id !== undefined) await writeBadge({ text: '', tabId: id, colour });
}

/** Takes the numbers away as soon as they are no longer wanted. */
export function listenToBadge(): void {
  watchSettings((settings) => {
    if (!settings.badge) void clearBadges();
  }, new AbortController().signal);
}
