/** What the extension's own pages can tell of a tab: the drivers cannot look at marks, no more than a page can. */
import type { PageReading, PageState } from '../../lib/model/reading.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { type Driver, type Tab, waitFor } from './driver.ts';

/** The browser's API as an extension page has it, as far as it is asked here. */
interface ExtensionApi {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
    remove(tab: number): Promise<void>;
  };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: { code: string } };

interface TabQuestion {
  readonly url: string;
  readonly message: { readonly type: string; readonly body: unknown };
}

async function sendToTab({ url, message }: TabQuestion): Promise<unknown> {
  const scope = globalThis as unknown as { readonly browser?: ExtensionApi; readonly chrome: ExtensionApi };
  const api = scope.browser ?? scope.chrome;
  // Not by a pattern: Firefox knows none with a port.
  const tab = (await api.tabs.query({})).find((candidate) => candidate.url === url);
  return tab === undefined ? null : api.tabs.sendMessage(tab.id, message);
}

async function sendToBackground(message: TabQuestion['message']): Promise<unknown> {
  const scope = globalThis as unknown as { readonly browser?: ExtensionApi; readonly chrome: ExtensionApi };
  return (scope.browser ?? scope.chrome).runtime.sendMessage(message);
}

async function findTabId(url: string): Promise<number | null> {
  const scope = globalThis as unknown as { readonly browser?: ExtensionApi; readonly chrome: ExtensionApi };
  const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
  const tab = tabs.find((candidate) => candidate.url === url);
  return tab?.id ?? null;
}

async function storeSettings(settings: object): Promise<void> {
  interface Area {
    readonly storage: { readonly sync: { set(items: object): Promise<void> } };
  }
  const scope = globalThis as unknown as { readonly browser?: Area; readonly chrome: Area };
  await (scope.browser ?? scope.chrome).storage.sync.set({ settings });
}

/** A page of the extension's, from which requests are sent as the popup sends them. */
export interface Desk {
  readonly tab: Tab;
  /** Number of the first tab with that address. */
  tabId(url: string): Promise<number>;
  /** State of the page with that address; null where nobody answers there. */
  pageState(url: string): Promise<PageState | null>;
  /** Waits until the page has been analysed. */
  reading(url: string): Promise<PageReading>;
  /** Replaces what is stored of the settings; what is left out has its default. */
  set(settings: Partial<Settings>): Promise<void>;
  /** One request of the protocol to the page; the answer as it came. */
  askPage(url: string, type: string, body: unknown): Promise<unknown>;
  /** One request of the protocol to the background; throws on a failure. */
  askBackground<T>(type: string, body: unknown): Promise<T>;
}

/** The page that greets a new reader comes by itself, and would stand in front of what is looked at. */
async function closeWelcome(): Promise<true | null> {
  const scope = globalThis as unknown as { readonly browser?: ExtensionApi; readonly chrome: ExtensionApi };
  const { tabs } = scope.browser ?? scope.chrome;
  const greeting = (await tabs.query({})).find(({ url }) => url?.endsWith('/welcome.html') === true);
  if (greeting === undefined) return null;
  await tabs.remove(greeting.id);
  return true;
}

/**
 * Firefox starts an extension anew once it may run in private windows, which takes its pages away: the greeting has gone
 * with them, or goes in a moment.
 */
const greetingWithin: Readonly<Record<Driver['family'], number>> = { chromium: 10_000, firefox: 1_000 };

/** `within`: milliseconds in which the welcome page is waited for; 0 for a profile that was greeted before. */
export async function openDesk(driver: Driver, within = greetingWithin[driver.family]): Promise<Desk> {
  const tab = await driver.open(`${driver.origin}options.html`);
  await waitFor('the welcome page', () => tab.evaluate(closeWelcome, null), within).catch(() => undefined);
  const askPage = (url: string, type: string, body: unknown): Promise<unknown> =>
    tab.evaluate(sendToTab, { url, message: { type, body } }).catch(() => null);
  const pageState = async (url: string): Promise<PageState | null> => {
    const answer = (await askPage(url, 'pageState', {})) as Answer<PageState> | null | undefined;
    return answer?.ok === true ? answer.value : null;
  };
  return {
    tab,
    tabId: (url) => waitFor(`a tab with ${url}`, () => tab.evaluate(findTabId, url)),
    pageState,
    reading: (url) =>
      waitFor(
        `the reading of ${url}`,
        async () => {
          const state = await pageState(url);
          if (state?.state === 'failed') throw new Error(state.why);
          return state?.state === 'analysed' ? state.reading : null;
        },
        20_000,
      ),
    set: (settings) => tab.evaluate(storeSettings, settings),
    askPage,
    askBackground: async <T>(type: string, body: unknown) => {
      const answer = (await tab.evaluate(sendToBackground, { type, body })) as Answer<T>;
      if (!answer.ok) throw new Error(`${type} failed: ${answer.failure.code}`);
      return answer.value;
    },
  };
}
