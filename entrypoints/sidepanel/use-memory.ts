import { useCallback, useEffect, useState } from 'preact/hooks';
import { pageMemoryView } from '../../components/memory/page-memory.ts';
import type { PagePanelProps } from '../../components/panel/PagePanel.tsx';
import { type PanelState, readingOf } from '../../components/panel/panel-state.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { RememberedPage } from '../../lib/model/memory.ts';
import { coversPage } from '../../lib/model/sites.ts';
import type { TabPlace } from './tab-link.ts';

/** Addresses under which the page may be kept. */
const addressesOf = (tab: TabPlace | null, state: PanelState): readonly string[] => {
  const article = readingOf(state.page)?.article;
  const all = [article?.canonicalUrl, article?.url, tab?.address];
  return [...new Set(all.filter((url) => typeof url === 'string' && /^https?:/iu.test(url)))] as string[];
};

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
  const urls = addressesOf(tab, state);
  const { settings, page } = state;
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
    view: pageMemoryView({ settings, address: tab?.address ?? null, isPrivate: tab?.isPrivate ?? false, kept }),
    urls,
    now: Date.now,
    onForget,
    onChoose: (memory) => save({ memory }),
    onSite: (site, isKept) =>
      save({
        memorySitesOff: [
          ...settings.memorySitesOff.filter((pattern) => !coversPage(pattern, tab?.address ?? '')),
          ...(isKept ? [] : [site]),
        ].toSorted(),
      }),
  };
};
