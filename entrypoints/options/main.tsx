import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '../../components/base.css';
import { Options } from '../../components/options/Options.tsx';
import type { Counts } from '../../components/panel/Counts.tsx';
import { askBackground } from '../../lib/message/send.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { speakLanguage } from '../../components/page-language.ts';
import { words } from '../../lib/i18n/words.ts';

const OptionsPage = () => {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void readSettings().then(setSettings);
    watchSettings(setSettings, life.signal);
    const count = async (): Promise<void> => {
      const answer = await askBackground('storeCounts', {});
      if (answer.ok) setCounts(answer.value);
    };
    void count();
    return () => life.abort();
  }, []);
  if (settings === null) return null;
  return <Options settings={settings} counts={counts} onSettings={(patch) => void changeSettings(patch)} />;
};

speakLanguage(document, words.options.title);
render(<OptionsPage />, document.body);
