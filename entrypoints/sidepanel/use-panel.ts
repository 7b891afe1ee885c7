import { type Dispatch, useEffect, useReducer, useState } from 'preact/hooks';
import { followTab } from '../../components/panel/follow.ts';
import { firstPanel, type PanelEvent, type PanelState, panelState } from '../../components/panel/panel-state.ts';
import { answered } from '../../components/remote.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { PageState } from '../../lib/model/reading.ts';
import { whyOff } from '../../lib/model/sites.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { askTab, linkTo, type TabPlace } from './tab-link.ts';
import { watchTab } from './tabs.ts';

/** Milliseconds without a key before the store is searched. */
const typingPause = 120;

/** The settings reach a page a moment later than this panel. */
const passingWhenOn = ({ state }: PageState): boolean => state === 'analysing' || state === 'off';
const passingWhenOff = ({ state }: PageState): boolean => state !== 'off' && state !== 'not-article';

const during = (work: (signal: AbortSignal) => void) => () => {
  const life = new AbortController();
  work(life.signal);
  return () => life.abort();
};

interface Panel {
  readonly state: PanelState;
  readonly on: Dispatch<PanelEvent>;
  readonly tabId: number | null;
  /** Has the page read that the rules leave alone. */
  readonly readNow: () => void;
}

/** Keeps a panel's state in step with the tab, the settings and the store. */
export const usePanel = (): Panel => {
  const [state, on] = useReducer(panelState, firstPanel);
  const [tab, setTab] = useState<TabPlace | null>(null);
  const { settings, query } = state;
  /** How often the page was asked for by hand. */
  const [asked, setAsked] = useState(0);

  useEffect(
    during((signal) => {
      void readSettings().then((found) => on({ type: 'settings', settings: found }));
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

  const { page } = state;
  useEffect(() => {
    const count = async (): Promise<void> => {
      const answer = await askBackground('storeCounts', {});
      if (answer.ok) on({ type: 'counts', counts: answer.value });
    };
    void count();
  }, [page.state]);

  useEffect(
    during((signal) => {
      if (query.trim() === '') return;
      const timer = setTimeout(() => {
        void askBackground('searchStore', { query }).then((answer) =>
          on({ type: 'results', query, results: answered(answer) }),
        );
      }, typingPause);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }),
    [query],
  );

  const readNow = (): void => {
    if (tab !== null) void askTab(tab.id, 'readNow', {}).then(() => setAsked((times) => times + 1));
  };
  return { state, on, tabId: tab?.id ?? null, readNow };
};
