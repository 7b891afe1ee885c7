import { type Dispatch, useEffect, useReducer, useState } from 'preact/hooks';
import { hostOf } from '../../components/links.ts';
import { followTab } from '../../components/panel/follow.ts';
import { firstPanel, type PanelEvent, type PanelState, panelState } from '../../components/panel/panel-state.ts';
import { answered } from '../../components/remote.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { PageState } from '../../lib/model/reading.ts';
import { isSiteOff } from '../../lib/model/settings.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { linkTo, type TabPlace } from './tab-link.ts';
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

/** Keeps a panel's state in step with the tab, the settings and the store; answers it with the tab's id. */
export const usePanel = (): { state: PanelState; on: Dispatch<PanelEvent>; tabId: number | null } => {
  const [state, on] = useReducer(panelState, firstPanel);
  const [tab, setTab] = useState<TabPlace | null>(null);
  const { settings, query } = state;

  useEffect(
    during((signal) => {
      void readSettings().then((found) => on({ type: 'settings', settings: found }));
      watchSettings((changed) => on({ type: 'settings', settings: changed }), signal);
      watchTab(setTab, signal);
    }),
    [],
  );

  const address = tab?.address;
  useEffect(() => on({ type: 'moved', host: hostOf(address ?? null) }), [tab?.id, address]);

  const host = hostOf(address ?? null);
  const shouldRead = !settings.paused && !isSiteOff(settings, host);
  useEffect(
    during((signal) => {
      if (tab === null) return;
      void followTab(
        linkTo(tab, shouldRead ? passingWhenOn : passingWhenOff),
        (page) => on({ type: 'page', page }),
        signal,
      );
    }),
    [tab, shouldRead],
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

  return { state, on, tabId: tab?.id ?? null };
};
