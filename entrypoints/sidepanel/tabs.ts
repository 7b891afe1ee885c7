import { nativeBrowser, type Tabs } from '../../lib/platform/native.ts';
import type { TabPlace } from './tab-link.ts';

const placeOf = (tab: Tabs.Tab | undefined): TabPlace | null =>
  tab?.id === undefined
    ? null
    : { id: tab.id, address: tab.url, loading: tab.status === 'loading', isPrivate: tab.incognito };

/** The tab in front in this window. */
const tabInFront = async (): Promise<TabPlace | null> => {
  const [tab] = await nativeBrowser.tabs.query({ active: true, currentWindow: true });
  return placeOf(tab);
};

/** The tab that `?tab=` names, for a panel that was opened as a page; else null. */
const tabNamed = async (): Promise<TabPlace | null> => {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (!Number.isInteger(id)) return null;
  try {
    return placeOf(await nativeBrowser.tabs.get(id));
  } catch {
    return null;
  }
};

const currentTab = async (): Promise<TabPlace | null> => (await tabNamed()) ?? tabInFront();

/** Tells the tab to look at: at once, when another comes to the front, and when its page changes. */
export const watchTab = (onTab: (tab: TabPlace | null) => void, signal: AbortSignal): void => {
  const { tabs } = nativeBrowser;
  let last: TabPlace | null = null;
  const find = async (): Promise<void> => {
    last = await currentTab();
    if (!signal.aborted) onTab(last);
  };
  const look = () => void find();
  const updated = (id: number, change: { readonly status?: string; readonly url?: string }) => {
    if (id === last?.id && (change.status !== undefined || change.url !== undefined)) look();
  };
  const removed = (id: number) => {
    if (id === last?.id) look();
  };
  tabs.onActivated.addListener(look);
  tabs.onUpdated.addListener(updated);
  tabs.onRemoved.addListener(removed);
  signal.addEventListener('abort', () => {
    tabs.onActivated.removeListener(look);
    tabs.onUpdated.removeListener(updated);
    tabs.onRemoved.removeListener(removed);
  });
  look();
};
