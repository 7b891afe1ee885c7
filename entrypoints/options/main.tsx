import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import '../../components/base.css';
import { MemoryOptions } from '../../components/memory/MemoryOptions.tsx';
import { Options } from '../../components/options/Options.tsx';
import { Packs } from '../../components/packs/Packs.tsx';
import { Sync } from '../../components/sync/Sync.tsx';
import type { Counts } from '../../components/panel/Counts.tsx';
import { askBackground } from '../../lib/message/send.ts';
import { useRemembered } from './use-remembered.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { ReviewFeeds } from '../../components/reviews/ReviewFeeds.tsx';
import { useReviewFeeds } from './use-review-feeds.ts';
import { usePacks } from './use-packs.ts';
import { openShortcuts, useShortcuts } from './use-shortcuts.ts';
import { beginPage } from '../../components/own-page.ts';
import { words } from '../../lib/i18n/words.ts';
import { useSave } from './use-save.ts';
import { useSync } from './use-sync.ts';
import { followAppearance } from '../../lib/platform/follow-appearance.ts';

const OptionsPage = () => {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [counts, setCounts] = useState<Counts | 'unread' | null>(null);
  const count = useCallback(() => {
    void askBackground('storeCounts', {}).then((answer) =>
      setCounts((before) => (answer.ok ? answer.value : (before ?? 'unread'))),
    );
  }, []);
  const { overview, job, ...actions } = usePacks(count);
  const sync = useSync();
  useEffect(() => {
    const life = new AbortController();
    void readSettings().then(setSettings);
    watchSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);
  const { save, unsaved } = useSave();
  const feeds = useReviewFeeds();
  const shortcuts = useShortcuts();
  const memory = useRemembered(settings?.keepDays ?? null);
  if (settings === null) return null;
  return (
    <Options
      settings={settings}
      counts={counts}
      shortcuts={shortcuts}
      onShortcuts={openShortcuts}
      onSettings={save}
      unsaved={unsaved}
      memory={<MemoryOptions {...memory} settings={settings} onSettings={save} />}
      sync={<Sync view={sync.view} {...sync.actions} />}
      packs={
        <>
          <Packs packs={overview?.packs ?? null} unfinished={overview?.unfinished ?? []} job={job} {...actions} />
          <ReviewFeeds {...feeds} />
        </>
      }
    />
  );
};

followAppearance(document);
beginPage(document, words.options.title);
render(<OptionsPage />, document.body);
