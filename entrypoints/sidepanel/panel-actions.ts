import type { CardTools } from '../../components/card/tools.ts';
import type { PagePanelProps } from '../../components/panel/PagePanel.tsx';
import { copyText } from '../../components/clipboard.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { CardSubject } from '../../lib/model/reading.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { askPicture, keepNothing, toolsFor } from '../popover/card-tools.ts';
import { alwaysClear } from '../popover/sight.ts';
import { askTab, type TabPlace } from './tab-link.ts';

/** Leads to the nth mention or the claim on the page; false where the page has it no longer. */
export const reveal = async (tabId: number | null, subject: CardSubject, nth: number): Promise<boolean> => {
  if (tabId === null) return false;
  const answer = await askTab(tabId, 'reveal', { subject, nth });
  return answer?.ok === true && answer.value.found;
};

const panelTools = (tab: TabPlace | null, settings: Settings): CardTools => {
  const isPrivate = tab?.isPrivate === true;
  const tools = toolsFor({
    settings,
    isPrivate,
    sight: alwaysClear,
    // The background tells every page of what was written.
    onCorrected: () => undefined,
  });
  return isPrivate ? keepNothing(tools) : tools;
};

/** What popup and side panel do alike. */
export const panelActions = (
  tab: TabPlace | null,
  settings: Settings,
  save: PagePanelProps['onSettings'],
): Pick<
  PagePanelProps,
  'ask' | 'askPicture' | 'tools' | 'onCopy' | 'onSettings' | 'onReload' | 'onLibrary' | 'onOptions'
> => ({
  ask: askCard,
  askPicture,
  tools: panelTools(tab, settings),
  onCopy: copyText,
  onSettings: save,
  onReload: () => {
    if (tab !== null) void nativeBrowser.tabs.reload(tab.id);
  },
  onLibrary: () => void nativeBrowser.tabs.create({ url: nativeBrowser.runtime.getURL('/library.html') }),
  onOptions: () => void nativeBrowser.runtime.openOptionsPage(),
});

const askCard: PagePanelProps['ask'] = (request) => askBackground('card', request);
