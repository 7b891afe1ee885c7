import type { TabLink } from '../../components/panel/follow.ts';
import { type AnswerTo, panelPortName, type TabRequests } from '../../lib/message/protocol.ts';
import { parseState, takeStates } from '../../lib/message/state-parts.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';

/** What a panel needs to know of a tab. */
export interface TabPlace {
  readonly id: number;
  readonly address: string | undefined;
  readonly loading: boolean;
  /** Whether its window is a private one. */
  readonly isPrivate: boolean;
}

/** Asks our script in a tab; null where nobody answers, or not in our words. */
export const askTab = async <K extends keyof TabRequests>(
  tabId: number,
  type: K,
  body: TabRequests[K]['request'],
): Promise<AnswerTo<TabRequests, K> | null> => {
  try {
    const answer: unknown = await nativeBrowser.tabs.sendMessage(tabId, { type, body });
    return typeof answer === 'object' && answer !== null && 'ok' in answer
      ? (answer as AnswerTo<TabRequests, K>)
      : null;
  } catch {
    return null;
  }
};

/** Runs in the page: what lib/page/stage.ts asks for. */
const insist = (): void => {
  const globals = globalThis as unknown as Record<symbol, object | undefined>;
  const key = Symbol.for('sidelight');
  globals[key] = Object.assign(globals[key] ?? {}, { isInsistedOn: true });
};

/** Has a page read that counts as no article. A page on which no script may run stays as it is. */
export const readAnyway = async (tabId: number): Promise<void> => {
  try {
    await nativeBrowser.scripting.executeScript({ target: { tabId }, func: insist });
    await nativeBrowser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] });
  } catch {
    return;
  }
  // A reader that was there already looks again.
  await askTab(tabId, 'readNow', {});
};

/**
 * Whether the browser shows a PDF in the tab, whatever its address is. Chromium lets a script of ours into its viewer,
 * whose document says so; Firefox does not, and gives the tab its own icon for PDFs.
 */
const showsPdf = async (tabId: number): Promise<boolean> => {
  try {
    const [found] = await nativeBrowser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return found?.result === 'application/pdf';
  } catch {
    const tab = await nativeBrowser.tabs.get(tabId).catch(() => null);
    return /^chrome:.*\/pdf\.svg$/.test(tab?.favIconUrl ?? '');
  }
};

/** The browser's side of following a tab. */
export const linkTo = (tab: TabPlace, passing: TabLink['passing']): TabLink => ({
  address: tab.address,
  loading: tab.loading,
  passing,
  connect: ({ state, end }) => {
    const port = nativeBrowser.tabs.connect(tab.id, { name: panelPortName });
    port.onMessage.addListener(takeStates(state));
    port.onDisconnect.addListener(() => {
      // Reading it tells the browser that the failure is known.
      void nativeBrowser.runtime.lastError;
      end();
    });
    return () => port.disconnect();
  },
  ask: async () => {
    const answer = await askTab(tab.id, 'pageState', {});
    return answer?.ok === true ? parseState(answer.value) : null;
  },
  isPdf: () => showsPdf(tab.id),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
