import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { densities, type Settings } from '../../lib/model/settings.ts';
import type { Counts } from '../panel/Counts.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Switch } from '../parts/Switch.tsx';
import { counted, densityWords, words } from '../words.ts';
import { Delay } from './Delay.tsx';
import { SitesOff } from './SitesOff.tsx';
import './Options.css';

interface OptionsProps {
  readonly settings: Settings;
  /** Null until the store has answered. */
  readonly counts: Counts | null;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const id = useId();
  return (
    <section class="options__part" aria-labelledby={id}>
      <h2 class="options__title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
};

const Store = ({ counts }: { readonly counts: Counts }) => (
  <>
    <dl class="options__counts">
      {(
        [
          [counts.entities, 'Names'],
          [counts.facts, 'Facts'],
          [counts.claims, 'Claims'],
          [counts.sources, 'Sources'],
        ] as const
      ).map(([count, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
    {counts.packs.length === 0 ? (
      <p class="options__hint">No pack is installed.</p>
    ) : (
      <ul class="options__packs">
        {counts.packs.map((pack) => (
          <li key={pack.title}>
            <span class="options__pack">
              <bdi>{pack.title}</bdi>
            </span>
            <span>
              version {pack.version} · {counted(pack.entities, 'name', 'names')}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);

/** Every setting, in plain words; a change takes effect at once, on open pages too. */
export const Options = ({ settings, counts, onSettings }: OptionsProps) => (
  <main class="options">
    <h1 class="options__name">{words.product}</h1>
    <p class="options__lead">Changes take effect at once, on pages that are open too.</p>
    <Part title="On the page">
      <Choice
        label={words.marks}
        options={densities.map((value) => ({ value, ...densityWords[value] }))}
        value={settings.density}
        onChange={(density) => onSettings({ density })}
      />
      <p class="options__hint">{densityWords[settings.density].meaning}</p>
      <Delay
        label="A card opens after"
        hint="How long the pointer rests on a mark first."
        value={settings.showDelay}
        onChange={(showDelay) => onSettings({ showDelay })}
      />
      <Delay
        label="A card closes after"
        hint="How long it stays once the pointer has left it."
        value={settings.hideDelay}
        onChange={(hideDelay) => onSettings({ hideDelay })}
      />
    </Part>
    <Part title="Where it reads">
      <Switch label={words.pauseAll} on={settings.paused} onChange={(paused) => onSettings({ paused })} />
      <SitesOff sites={settings.sitesOff} onChange={(sitesOff) => onSettings({ sitesOff })} />
    </Part>
    <Part title="Memory">
      <Switch
        label="Remember names and claims of the articles that you read"
        on={settings.memory}
        onChange={(memory) => onSettings({ memory })}
      />
      <p class="options__hint">
        They let a card say what was said before. They are kept on this computer and sent nowhere.
      </p>
    </Part>
    <Part title="Your store">
      {counts === null ? <p class="options__hint">{words.loading}</p> : <Store counts={counts} />}
    </Part>
  </main>
);
