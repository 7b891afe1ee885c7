import { type Left, takeOne } from '../../lib/platform/allowance.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { hashText } from '../../lib/text/sketch.ts';

/** Of session storage: the script may be stopped between two pages. */
const keptKey = 'kept';
/** Far more than anybody reads in one tab, and little of what a page can pose as by changing its address and its text. */
const allowance = { most: 60, every: 20_000 };

/** Whether one more page may be kept of a tab; the page that was kept last may again and again. */
export async function mayKeepOneMore(tab: number, url: string): Promise<boolean> {
  const stored = (await nativeBrowser.storage.session.get(keptKey))[keptKey];
  const before = Array.isArray(stored) ? (stored as Left[]) : [];
  const { isGiven, all } = takeOne(before, { who: tab, what: String(hashText(url)), at: Date.now() }, allowance);
  if (all !== before) await nativeBrowser.storage.session.set({ [keptKey]: all });
  return isGiven;
}
