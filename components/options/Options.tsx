import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { modifiers, openings, type Settings } from '../../lib/model/settings.ts';
import type { Counts } from '../panel/Counts.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Switch } from '../parts/Switch.tsx';
import { Unsaved } from '../parts/Unsaved.tsx';
import { words } from '../../lib/i18n/words.ts';
import { numberWords } from '../words.ts';
import { Appearance } from './Appearance.tsx';
import { Delay } from './Delay.tsx';
import { Finder } from './Finder.tsx';
import { Reset } from './Reset.tsx';
import { Sites } from './Sites.tsx';
import { type Shortcut, Shortcuts } from './Shortcuts.tsx';
import { LookUps } from './LookUps.tsx';
import './Options.css';

export interface OptionsProps {
  readonly settings: Settings;
  /** Null until the store has answered. */
  readonly counts: Counts | 'unread' | null;
  /** Null where the browser has no commands for extensions. */
  readonly shortcuts: readonly Shortcut[] | null;
  readonly onShortcuts: () => void;
  readonly onSettings: (patch: Partial<Settings>) => void;
  /** Whether the browser refused the last change. */
  readonly unsaved: boolean;
  /** The packs section, which has a life of its own. */
  readonly packs: ComponentChildren;
  /** The sync section, which has one too. */
  readonly sync: ComponentChildren;
  /** What is remembered, the same. */
  readonly memory: ComponentChildren;
}

interface PartProps {
  readonly title: string;
  /** Other words by which it is found. */
  readonly find: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, find, children }: PartProps) => {
  const id = useId();
  return (
    <section class="options__part" aria-labelledby={id} data-find={find}>
      <h2 class="options__title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
};

/** What the store holds; where it does not open, the library that the link leads to says why. */
const Store = ({ counts }: Pick<OptionsProps, 'counts'>) => {
  if (counts === null) return <p class="options__hint">{words.loading}</p>;
  if (counts === 'unread') return <p role="alert">{words.failed}</p>;
  return (
    <dl class="options__counts">
      {(
        [
          [counts.entities, words.options.names],
          [counts.facts, words.options.factsKept],
          [counts.claims, words.options.claimsKept],
          [counts.sources, words.options.sources],
        ] as const
      ).map(([count, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{numberWords(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Every setting, in plain words; a change takes effect at once, on open pages too. */
export const Options = ({
  settings,
  counts,
  memory,
  shortcuts,
  onShortcuts,
  onSettings,
  unsaved,
  packs,
  sync,
}: OptionsProps) => {
  const main = useRef<HTMLElement>(null);
  return (
    <main class="options" ref={main}>
      <h1 class="options__name">
        {words.product} <span>{words.settings}</span>
      </h1>
      <p class="options__lead">{words.options.lead}</p>
      <Finder within={main} />
      <Part title={words.options.appearance} find={words.finder.appearance}>
        <Appearance settings={settings} onSettings={onSettings} />
      </Part>
      <Part title={words.options.onPage} find={words.finder.page}>
        <Choice
          label={words.options.opens}
          options={openings.map((value) => ({ value, ...words.opening[value] }))}
          value={settings.opening}
          onChange={(opening) => onSettings({ opening })}
        />
        <p class="options__hint">{words.opening[settings.opening].meaning}</p>
        {settings.opening === 'modifier' ? (
          <Choice
            label={words.options.heldKey}
            options={modifiers.map((value) => ({ value, label: words.modifier[value], meaning: '' }))}
            value={settings.modifier}
            onChange={(modifier) => onSettings({ modifier })}
          />
        ) : null}
        <Delay
          label={words.options.opensAfter}
          hint={words.options.opensAfterHint}
          value={settings.showDelay}
          onChange={(showDelay) => onSettings({ showDelay })}
        />
        <Delay
          label={words.options.closesAfter}
          hint={words.options.closesAfterHint}
          value={settings.hideDelay}
          onChange={(hideDelay) => onSettings({ hideDelay })}
        />
        <Switch label={words.anywhere.badge} on={settings.badge} onChange={(badge) => onSettings({ badge })} />
      </Part>
      {shortcuts === null ? null : (
        <Part title={words.options.keyboard} find={words.finder.keyboard}>
          <Shortcuts shortcuts={shortcuts} onChange={onShortcuts} />
        </Part>
      )}
      <Part title={words.options.where} find={words.finder.sites}>
        <Switch label={words.pauseAll} on={settings.paused} onChange={(paused) => onSettings({ paused })} />
        <Sites settings={settings} onSettings={onSettings} />
      </Part>
      <Part title={words.options.memory} find={words.finder.memory}>
        {memory}
      </Part>
      <Part title={words.lookUp.setting.title} find={words.finder.lookUps}>
        <LookUps settings={settings.lookUp} onSettings={onSettings} />
      </Part>
      <Part title={words.options.store} find={words.finder.store}>
        <Store counts={counts} />
        <p>
          <a href="/library.html">{words.library.openIt}</a>
        </p>
      </Part>
      <Part title={words.packs.title} find={words.finder.packs}>
        {packs}
      </Part>
      <Part title={words.sync.title} find={words.finder.sync}>
        {sync}
      </Part>
      <Part title={words.options.resetTitle} find={words.finder.reset}>
        <Reset settings={settings} onSettings={onSettings} />
        <p>
          <a href="/licences.html">{words.safety.licences}</a>
        </p>
      </Part>
      <Unsaved is={unsaved} />
    </main>
  );
};
