import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '../../components/base.css';
import type { AskCard } from '../../components/card/CardStack.tsx';
import { copyText } from '../../components/clipboard.ts';
import { followAppearance } from '../../lib/platform/follow-appearance.ts';
import { beginPage } from '../../components/own-page.ts';
import { sampleNames, sampleReading } from '../../components/welcome/sample.ts';
import { type Access, Welcome } from '../../components/welcome/Welcome.tsx';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { EntityBrief } from '../../lib/model/card.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings, watchSettings } from '../../lib/platform/settings.ts';
import { useSave } from '../options/use-save.ts';
import { askForAccess, hasAccess } from './access.ts';
import { leave } from './leave.ts';

const ask: AskCard = (request) => askBackground('card', request);

/** What the store knows of the sample's names; the best answer counts where it bears the very name. */
const findNames = async (): Promise<ReadonlyMap<string, EntityBrief>> => {
  const known = new Map<string, EntityBrief>();
  for (const name of sampleNames) {
    const answer = await askBackground('searchStore', { query: name });
    const brief = answer.ok ? answer.value.find((found) => found.name === name) : undefined;
    if (brief !== undefined) known.set(name, brief);
  }
  return known;
};

const WelcomePage = () => {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [known, setKnown] = useState<ReadonlyMap<string, EntityBrief> | null>(null);
  const [access, setAccess] = useState<Access>('granted');
  const { save, unsaved } = useSave();
  const reading = useMemo(() => (known === null ? null : sampleReading(known)), [known]);
  useEffect(() => {
    const life = new AbortController();
    void readSettings().then(setSettings);
    watchSettings(setSettings, life.signal);
    void findNames().then(setKnown);
    void hasAccess().then((has) => setAccess(has ? 'granted' : 'missing'));
    return () => life.abort();
  }, []);
  if (settings === null) return null;
  return (
    <Welcome
      settings={settings}
      reading={reading}
      access={access}
      ask={ask}
      onCopy={copyText}
      onSettings={save}
      unsaved={unsaved}
      onGrant={() => void askForAccess().then((given) => setAccess(given ? 'just-granted' : 'missing'))}
      onOptions={() => void nativeBrowser.runtime.openOptionsPage()}
      onStart={() => void leave()}
    />
  );
};

followAppearance(document);
beginPage(document, words.welcome.title);
render(<WelcomePage />, document.body);
