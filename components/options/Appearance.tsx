import { languageTag, words } from '../../lib/i18n/words.ts';
import { densities, type Settings, textSizes, themes } from '../../lib/model/settings.ts';
import { Choice } from '../parts/Choice.tsx';
import { Switch } from '../parts/Switch.tsx';
import { Preview } from './Preview.tsx';

interface AppearanceProps {
  readonly settings: Settings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

const percent = new Intl.NumberFormat(languageTag, { style: 'percent' });

/** How everything looks; this page wears it at once, and shows what it means for a page and its card. */
export const Appearance = ({ settings, onSettings }: AppearanceProps) => (
  <>
    <Choice
      label={words.options.theme}
      options={themes.map((value) => ({ value, ...words.theme[value] }))}
      value={settings.theme}
      onChange={(theme) => onSettings({ theme })}
    />
    <p class="options__hint">{words.theme[settings.theme].meaning}</p>
    <Switch
      label={words.options.contrast}
      on={settings.contrast === 'more'}
      onChange={(on) => onSettings({ contrast: on ? 'more' : 'auto' })}
    />
    <p class="options__hint">{words.options.contrastHint}</p>
    <Choice
      label={words.options.textSize}
      options={textSizes.map((size) => ({ value: String(size), label: percent.format(size / 100), meaning: '' }))}
      value={String(settings.textSize)}
      onChange={(size) => onSettings({ textSize: Number(size) })}
    />
    <Choice
      label={words.marks}
      options={densities.map((value) => ({ value, ...words.density[value] }))}
      value={settings.density}
      onChange={(density) => onSettings({ density })}
    />
    <p class="options__hint">{words.density[settings.density].meaning}</p>
    <Preview density={settings.density} />
  </>
);
