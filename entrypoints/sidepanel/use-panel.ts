import { type Dispatch, useEffect, useReducer, useState } from 'preact/hooks';
import { followTab } from '../../components/panel/follow.ts';
import type { PagePanelProps } from '../../components/panel/PagePanel.tsx';
import { firstPanel, type PanelEvent, type PanelState, panelState } from '../../components/panel/panel-state.ts';
import type { PageState } from '../../lib/model/reading.ts';
import { whyOff } from '../../lib/model/sites.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { type Save, useSave } from '../options/use-save.ts';
import { askTab, linkTo, readAnyway, type TabPlace } from './tab-link.ts';
import { usePageMemory } from './use-memory.ts';
import { watchTab } from './tabs.ts';
import { during, useStore } from './use-store.ts';

/** The settings reach a page a moment later than this panel. */
const passingWhenOn = ({ state }: PageState): boolean => state === 'analysing' || state === 'off';
const passingWhenOff = ({ state }: PageState): boolean => state !== 'off' && state !== 'not-article';

interface Panel extends Save {
  readonly state: PanelState;
  readonly on: Dispatch<PanelEvent>;
  readonly tab: TabPlace | null;
  /** Has the page read that the rules leave alone, or that counts as no article. */
  readonly readNow: () => void;
  readonly memory: PagePanelProps['memory'];
}

/** Keeps a panel's state in step with the tab, the settings and the store. */
export const usePanel = (): Panel => {
  const [state, on] = useReducer(panelState, firstPanel);
  const [tab, setTab] = useState<TabPlace | null>(null);
  const { settings } = state;
  /** Whether the settings are those of the reader, not yet the first ones. */
  const [isSettled, setSettled] = useState(false);
  /** How often the page was asked for by hand. */
  const [asked, setAsked] = useState(0);

  useEffect(
    during((signal) => {
      void readSettings().then((found) => {
        on({ type: 'settings', settings: found });
        setSettled(true);
      });
      watchSettings((changed) => on({ type: 'settings', settings: changed }), signal);
      watchTab(setTab, signal);
    }),
    [],
  );

  const address = tab?.address;
  useEffect(() => on({ type: 'moved', address: address ?? null }), [tab?.id, address]);

  const shouldRead = whyOff(settings, address ?? '') === null;
  useEffect(
    during((signal) => {
      if (tab === null) return;
      void followTab(
        linkTo(tab, shouldRead || asked > 0 ? passingWhenOn : passingWhenOff),
        (page) => on({ type: 'page', page }),
        signal,
      );
    }),
    [tab, shouldRead, asked],
  );

  useStore(state, on);
  const saving = useSave();

  const readNow = (): void => {
    if (tab === null) return;
    const read = state.page.state === 'not-article' ? readAnyway(tab.id) : askTab(tab.id, 'readNow', {});
    void read.then(() => setAsked((times) => times + 1));
  };
  const memory = usePageMemory(tab, state, saving.save);
  const isKnown = isSettled && tab !== null && state.address === (tab.address ?? null);
  return { state, on, tab, readNow, memory: isKnown ? memory : null, ...saving };
};
