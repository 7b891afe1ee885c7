import { useReducer, useState } from 'preact/hooks';
import { entityTypes } from '../../lib/model/entity.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { Reach } from '../../lib/model/sites.ts';
import { CardStack } from '../card/CardStack.tsx';
import { MemoryOptions } from '../memory/MemoryOptions.tsx';
import { Options } from '../options/Options.tsx';
import { SiteList } from '../options/SiteList.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import { sampleReading } from '../welcome/sample.ts';
import { panelState } from '../panel/panel-state.ts';
import { PagePanel } from '../panel/PagePanel.tsx';
import { TypeShape } from '../parts/TypeShape.tsx';
import { words } from '../../lib/i18n/words.ts';
import { nato } from './fixtures.ts';
import { askDrawing } from './picture-fixtures.ts';
import { Example } from './Example.tsx';
import { counts, remembered } from './store-fixtures.ts';
import { StoreExamples } from './StoreExamples.tsx';
import { TroubleExamples } from './TroubleExamples.tsx';
import { galleryTools } from './tools.ts';
import { type CardExample, cardExamples, type PanelExample, panelExamples } from './states.ts';
import './Gallery.css';

const nothing = () => {};
const shortcuts = [
  { name: 'next-figure', description: words.command.nextFigure, keys: 'Alt+Period' },
  { name: 'toggle-site', description: words.command.toggleSite, keys: '' },
];
const copies = async () => true;

const OneCard = ({ example }: { readonly example: CardExample }) => {
  const [pinned, setPinned] = useState(example.pinned);
  return (
    <div class="gallery__card">
      <CardStack
        first={example.view}
        reading={example.reading}
        where={{ place: 'floating', pinned, onPin: setPinned, onClose: nothing }}
        ask={example.ask}
        askPicture={example.askPicture}
        onReveal={nothing}
        onCopy={copies}
        tools={galleryTools}
      />
    </div>
  );
};

const OnePanel = ({ example }: { readonly example: PanelExample }) => {
  const [state, on] = useReducer(panelState, example.state);
  return (
    <div class="gallery__panel">
      <PagePanel
        sync={null}
        unsaved={example.unsaved}
        state={state}
        on={on}
        ask={cardExamples[0]?.ask ?? (() => new Promise(nothing))}
        askPicture={askDrawing}
        tools={galleryTools}
        onCopy={copies}
        onPick={(view) => on({ type: 'open', view })}
        onReveal={nothing}
        onSettings={(patch) => on({ type: 'settings', settings: { ...state.settings, ...patch } })}
        onReload={nothing}
        onReadNow={nothing}
        onLibrary={nothing}
        onOptions={nothing}
        onSidePanel={nothing}
        memory={{
          view: example.memory,
          urls: ['https://meridian.example/'],
          onForget: async () => 1,
          onChoose: nothing,
          onSite: nothing,
          now: Date.now,
        }}
      />
    </div>
  );
};

const Types = () => (
  <ul class="gallery__types">
    {entityTypes.map((type) => (
      <li key={type}>
        <TypeShape type={type} known={true} /> <TypeShape type={type} known={false} /> {words.type[type].one}
      </li>
    ))}
  </ul>
);

/** Names in other letters too, and more of them than a list shows at once. */
const manySites: readonly string[] = ['xn--bcher-kva.example', 'xn--b1amnebsh.example', 'bank.example'].concat(
  Array.from({ length: 60 }, (_, at) => `mail-${at + 1}.example`),
);

const OneOptions = () => {
  const [settings, setSettings] = useState({
    ...defaultSettings,
    reach: 'chosen' as Reach,
    sitesOn: ['meridian.example/world'] as readonly string[],
    sitesOff: ['bank.example', 'mail.example'] as readonly string[],
  });
  return (
    <Options
      settings={settings}
      counts={counts}
      shortcuts={shortcuts}
      unsaved={false}
      onShortcuts={nothing}
      onSettings={(patch) => setSettings({ ...settings, ...patch })}
      packs={null}
      sync={null}
      memory={
        <MemoryOptions
          settings={settings}
          remembered={{ state: 'ready', value: remembered }}
          onSettings={(patch) => setSettings({ ...settings, ...patch })}
          onForget={async () => 1}
          onMore={nothing}
        />
      }
    />
  );
};

const ManySites = () => {
  const [sites, setSites] = useState(manySites);
  return (
    <SiteList
      title={words.options.sitesOff}
      empty={words.options.noSitesOff}
      field={words.options.siteToSwitchOff}
      sites={sites}
      taken={0}
      onChange={setSites}
    />
  );
};

const OneWelcome = () => {
  const [settings, setSettings] = useState(defaultSettings);
  return (
    <Welcome
      settings={settings}
      reading={sampleReading(new Map([['NATO', nato]]))}
      access="missing"
      unsaved={false}
      ask={cardExamples[0]?.ask ?? (() => new Promise(nothing))}
      onCopy={copies}
      onSettings={(patch) => setSettings({ ...settings, ...patch })}
      onGrant={nothing}
      onOptions={nothing}
      onStart={nothing}
    />
  );
};

/** Every component in every state, on one page. */
export const Gallery = () => (
  <div class="gallery">
    <Example title="Types, known and not">
      <Types />
    </Example>
    <div class="gallery__grid">
      {cardExamples.map((example) => (
        <Example key={example.title} title={`Card: ${example.title}`}>
          <OneCard example={example} />
        </Example>
      ))}
    </div>
    <div class="gallery__grid">
      {panelExamples.map((example) => (
        <Example key={example.title} title={`Panel: ${example.title}`}>
          <OnePanel example={example} />
        </Example>
      ))}
    </div>
    <Example title="Welcome">
      <OneWelcome />
    </Example>
    <Example title="Options">
      <OneOptions />
    </Example>
    <Example title="Sites: many, some in other letters">
      <ManySites />
    </Example>
    <StoreExamples />
    <TroubleExamples />
  </div>
);
