import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { ok } from '../../lib/model/result.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';

/** Runs in each frame of the tab: how much of the screen it has, 0 for the page itself. */
const measureFrame = (): number => (window.top === window.self ? 0 : innerWidth * innerHeight);

/** Lets stage one look at the tab's largest frame. False where it has none. */
async function lookIntoFrame(tabId: number): Promise<boolean> {
  const frames = await nativeBrowser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: measureFrame,
  });
  const [largest] = frames.toSorted((a, b) => Number(b.result ?? 0) - Number(a.result ?? 0));
  if (largest === undefined || Number(largest.result ?? 0) === 0) return false;
  await nativeBrowser.scripting.executeScript({
    target: { tabId, frameIds: [largest.frameId] },
    files: ['/content-scripts/content.js'],
  });
  return true;
}

/** Whether it is a page that the browser loads before anybody opens it, which has a frame's number until then. */
export const isLoadedAhead = (sender: object): boolean =>
  'documentLifecycle' in sender && sender.documentLifecycle === 'prerender';

/** Tells the page that a frame of it is read, so that only that frame answers for the tab. */
export async function standBack(tabId: number): Promise<void> {
  await nativeBrowser.tabs.sendMessage(tabId, { type: 'readInFrame', body: {} }, { frameId: 0 }).catch(() => undefined);
}

/** Pages whose article lies in a frame. */
export const viewerHandlers: Pick<Handlers<BackgroundRequests>, 'viewerFound'> = {
  async viewerFound(_, sender) {
    const tabId = sender.tab?.id;
    return ok({ done: tabId !== undefined && sender.frameId === 0 && (await lookIntoFrame(tabId)) });
  },
};
