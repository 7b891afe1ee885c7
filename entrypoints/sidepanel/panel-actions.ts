import type { PagePanelProps } from '../../components/panel/PagePanel.tsx';
import { copyText } from '../../components/clipboard.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { CardSubject } from '../../lib/model/reading.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { changeSettings } from '../../lib/platform/settings.ts';
import { askTab } from './tab-link.ts';

/** Leads to the nth mention or the claim on the page; false where the page has it no longer. */
export const reveal = async (tabId: number | null, subject: CardSubject, nth: number): Promise<boolean> => {
  if (tabId === null) return false;
  const answer = await askTab(tabId, 'reveal', { subject, nth });
  return answer?.ok === true && answer.value.found;
};

/** What popup and side panel do alike. */
export const panelActions = (
  tabId: number | null,
): Pick<PagePanelProps, 'ask' | 'onCopy' | 'onSettings' | 'onReload' | 'onOptions'> => ({
  ask: askCard,
  onCopy: copyText,
  onSettings: (patch) => void changeSettings(patch),
  onReload: () => {
    if (tabId !== null) void nativeBrowser.tabs.reload(tabId);
  },
  onOptions: () => void nativeBrowser.runtime.openOptionsPage(),
});

const askCard: PagePanelProps['ask'] = (request) => askBackground('card', request);
