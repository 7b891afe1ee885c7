import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { ok } from '../../lib/model/result.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';

/** Escape closes a card also while an embed of the page has the focus. */
export const embedHandlers: Pick<Handlers<BackgroundRequests>, 'focusInEmbed' | 'escapeInEmbed'> = {
  async focusInEmbed(_, sender) {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return ok({ done: false });
    await nativeBrowser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/embed.js'] });
    return ok({ done: true });
  },

  async escapeInEmbed(_, sender) {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return ok({ found: false });
    const answer = (await nativeBrowser.tabs.sendMessage(tabId, { type: 'escape', body: {} }).catch(() => null)) as {
      readonly ok?: boolean;
      readonly value?: { readonly found: boolean };
    } | null;
    return ok({ found: answer?.ok === true && answer.value?.found === true });
  },
};
