import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressesOf, pageMemoryView } from '../../components/memory/page-memory.ts';
import type { PagePanelProps } from '../../components/panel/PagePanel.tsx';
import { type PanelState, readingOf } from '../../components/panel/panel-state.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { RememberedPage } from '../../lib/model/memory.ts';
import { coversPage } from '../../lib/model/sites.ts';
import type { TabPlace } from './tab-link.ts';

type Memory = NonNullable<PagePanelProps['memory']>;

/** What the store answered last, and about which addresses. */
interface Found {
  readonly of: readonly string[];
  readonly page: RememberedPage | null;
}

/** What is kept of the page that a panel stands beside, asked anew whenever that may have changed. */
export const usePageMemory = (tab: TabPlace | null, state: PanelState, save: PagePanelProps['onSettings']): Memory => {
  const [found, setFound] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const { settings, page } = state;
  const article = readingOf(page)?.article ?? null;
  const address = tab?.address ?? null;
  const urls = addressesOf(article, address);
  const asked = urls.join(' ');
  useEffect(() => {
    let isLate = false;
    if (urls.length > 0)
      void askBackground('pageMemory', { urls }).then((answer) => {
        if (!isLate && answer.ok) setFound({ of: urls, page: answer.value });
      });
    return () => {
      isLate = true;
    };
  }, [asked, page.state, settings.memory, round]);
  const onForget = useCallback(async (what: Parameters<Memory['onForget']>[0]) => {
    const answer = await askBackground('forget', { what });
    setRound((last) => last + 1);
    return answer.ok ? answer.value.pages : null;
  }, []);
  // What was known of the page stands until the next answer, so that no line changes, and nothing moves, for a moment.
  const isOfPage = found?.of.some((url) => urls.includes(url)) === true;
  const kept = urls.length === 0 ? null : isOfPage ? found.page : undefined;
  return {
    view: pageMemoryView({ settings, address, isPrivate: tab?.isPrivate ?? false, article, kept }),
    urls,
    now: Date.now,
    onForget,
    onChoose: (memory) => save({ memory }),
    onSite: (site, isKept) =>
      save({
        memorySitesOff: [
          ...settings.memorySitesOff.filter((pattern) => !coversPage(pattern, address ?? '')),
          ...(isKept ? [] : [site]),
        ].toSorted(),
      }),
  };
};
