import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import '../../components/base.css';
import { PagePanel } from '../../components/panel/PagePanel.tsx';
import { readingOf } from '../../components/panel/panel-state.ts';
import { SyncLine } from '../../components/sync/SyncLine.tsx';
import type { CardSubject } from '../../lib/model/reading.ts';
import { panelActions, reveal } from '../sidepanel/panel-actions.ts';
import { usePanel } from '../sidepanel/use-panel.ts';
import { fillView } from './fill-view.ts';
import { sidePanelOpener } from './side-panel.ts';
import { useSyncStatus } from './use-sync-status.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { followAppearance } from '../../lib/platform/follow-appearance.ts';
import { beginPage } from '../../components/own-page.ts';
import { words } from '../../lib/i18n/words.ts';

const close = (): void => window.close();

const Popup = () => {
  const { state, on, tab, readNow, memory, save, unsaved } = usePanel();
  const tabId = tab?.id ?? null;
  const stores = useSyncStatus();
  const waits = state.page.state === 'off' && state.page.why === 'on-click';
  // Who reads on click has clicked just now.
  useEffect(() => {
    if (waits) readNow();
  }, [waits]);
  const openSidePanel = sidePanelOpener(tabId);
  const { onOptions, onLibrary, ...actions } = useMemo(
    () => panelActions(tab, state.settings, save),
    [tab, state.settings],
  );
  /** Leads to the page and gives way; where it is gone from the page, or no card opens there, its card opens here instead. */
  const lead = async (subject: CardSubject, nth: number) => {
    if (!readingOf(state.page)?.isSealed && (await reveal(tabId, subject, nth))) close();
    else on({ type: 'open', view: subject });
  };
  return (
    <PagePanel
      {...actions}
      state={state}
      memory={memory}
      unsaved={unsaved}
      sync={<SyncLine stores={stores} />}
      on={on}
      onReadNow={readNow}
      onPick={(subject) => void lead(subject, 0)}
      onReveal={(subject, nth) => void lead(subject, nth)}
      onLibrary={() => {
        onLibrary();
        close();
      }}
      onOptions={() => {
        onOptions();
        close();
      }}
      onSidePanel={openSidePanel === null ? null : () => void openSidePanel().then(close)}
    />
  );
};

followAppearance(document);
const isInTab = nativeBrowser.tabs.getCurrent().then((tab) => tab !== undefined);
fillView(document, isInTab);
beginPage(document, words.product);
render(<Popup />, document.body);
