import { useId, useState } from 'preact/hooks';
import { placeOf, usualPlaces } from '../../lib/model/look-up.ts';
import type { LookUpSettings, Settings } from '../../lib/model/settings.ts';
import { words } from '../../lib/i18n/words.ts';
import { safeLink } from '../links.ts';
import { Button } from '../parts/Button.tsx';
import { Switch } from '../parts/Switch.tsx';
import './LookUps.css';

interface PlaceProps {
  readonly label: string;
  readonly value: string;
  readonly usual: string;
  /** Empty for none. */
  readonly hint: string;
  readonly onChange: (place: string) => void;
}

const Place = ({ label, value, usual, hint, onChange }: PlaceProps) => {
  const [typed, setTyped] = useState(value);
  const id = useId();
  const address = safeLink(typed.trim());
  const { setting } = words.lookUp;
  return (
    <div class="look-ups__place">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="url"
        class="sites__input"
        spellcheck={false}
        value={typed}
        aria-invalid={address === null}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={() => {
          if (address !== null) onChange(placeOf(address));
        }}
      />
      {typed === usual ? null : (
        <Button
          look="quiet"
          onPress={() => {
            setTyped(usual);
            onChange(usual);
          }}
        >
          {setting.reset}
        </Button>
      )}
      <p class="options__hint" id={`${id}-hint`} role={address === null ? 'alert' : undefined}>
        {address === null ? setting.notAnAddress : hint}
      </p>
    </div>
  );
};

interface LookUpsProps {
  readonly settings: LookUpSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

/** Where names are looked up, and whether by themselves. */
export const LookUps = ({ settings, onSettings }: LookUpsProps) => {
  const change = (patch: Partial<LookUpSettings>): void => onSettings({ lookUp: { ...settings, ...patch } });
  const { setting } = words.lookUp;
  return (
    <>
      <Switch label={setting.automatic} on={settings.automatic} onChange={(automatic) => change({ automatic })} />
      <p class="options__hint">{setting.automaticWhy}</p>
      <Place
        label={setting.wikipedia}
        value={settings.wikipedia}
        usual={usualPlaces.wikipedia}
        hint={setting.hint}
        onChange={(wikipedia) => change({ wikipedia })}
      />
      <Place
        label={setting.wikidata}
        value={settings.wikidata}
        usual={usualPlaces.wikidata}
        hint=""
        onChange={(wikidata) => change({ wikidata })}
      />
    </>
  );
};
