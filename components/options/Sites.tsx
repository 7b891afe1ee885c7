import { useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { mostCharacters } from '../../lib/model/sites.ts';
import { saveText } from '../download.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Reaches } from './Reaches.tsx';
import { parseSiteFile, takenBy, type SiteFileFailure, writeSiteFile } from './site-file.ts';
import { SiteList } from './SiteList.tsx';

interface SitesProps {
  readonly settings: Settings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

const said = (failure: SiteFileFailure): string =>
  failure.code === 'TooLong'
    ? words.options.rulesTooLong({ count: failure.characters, most: mostCharacters })
    : words.options.notARule({ line: failure.line, text: failure.text });

/** Takes the rules to another browser as a text file, and back. */
const Files = ({ settings, onSettings }: SitesProps) => {
  const [outcome, setOutcome] = useState('');
  const take = async (chosen: File): Promise<void> => {
    const read = parseSiteFile(await chosen.text(), settings);
    setOutcome(read.ok ? words.options.rulesTaken : said(read.failure));
    if (read.ok) onSettings(read.value);
  };
  return (
    <div class="sites__files">
      <FileButton label={words.options.importRules} accept=".txt,text/plain" onFile={(file) => void take(file)} />
      <Button onPress={() => saveText('sidelight-sites.txt', writeSiteFile(settings))}>
        {words.options.exportRules}
      </Button>
      <p class="options__hint" role="status">
        {outcome}
      </p>
    </div>
  );
};

/** Where Sidelight reads. */
export const Sites = ({ settings, onSettings }: SitesProps) => (
  <>
    <Reaches value={settings.reach} onChange={(reach) => onSettings({ reach })} />
    {settings.reach === 'news' ? null : (
      <SiteList
        title={words.options.sitesOn}
        empty={settings.reach === 'click' ? words.options.noSitesOnClick : words.options.noSitesOn}
        field={words.options.siteToRead}
        sites={settings.sitesOn}
        taken={takenBy(settings)}
        onChange={(sitesOn) => onSettings({ sitesOn })}
      />
    )}
    <SiteList
      title={words.options.sitesOff}
      empty={words.options.noSitesOff}
      field={words.options.siteToSwitchOff}
      sites={settings.sitesOff}
      taken={takenBy(settings)}
      onChange={(sitesOff) => onSettings({ sitesOff })}
    />
    <p class="options__hint">{words.options.patternHint}</p>
    <Files settings={settings} onSettings={onSettings} />
  </>
);
