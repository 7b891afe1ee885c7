import { words } from '../../lib/i18n/words.ts';
import { useId } from 'preact/hooks';
import type { Forgetting, RememberedPages } from '../../lib/model/memory.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { takenBy } from '../options/site-file.ts';
import { SiteList } from '../options/SiteList.tsx';
import type { Remote } from '../remote.ts';
import { MemoryConsent } from './MemoryConsent.tsx';
import './MemoryOptions.css';
import { RememberedList } from './RememberedList.tsx';

export interface MemoryOptionsProps {
  readonly settings: Settings;
  readonly remembered: Remote<RememberedPages>;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly onForget: (what: Forgetting) => Promise<number | null>;
  /** Asks for more pages than are shown. */
  readonly onMore: () => void;
}

/** Days that can be chosen; 0 stands for no end. */
const terms = [
  [7, words.memory.week],
  [30, words.memory.month],
  [90, words.memory.quarter],
  [365, words.memory.year],
  [0, words.memory.forever],
] as const;

const Term = ({
  days,
  onChange,
}: {
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
}) => {
  const id = useId();
  const value = days ?? 0;
  // A term that another version offered stays what it is until another is chosen.
  const all = terms.some(([known]) => known === value)
    ? terms
    : ([[value, words.memory.days({ count: value })], ...terms] as const);
  return (
    <div class="memory-term">
      <label for={id}>{words.memory.keepFor}</label>
      <select
        id={id}
        class="memory-term__choice"
        aria-describedby={`${id}-why`}
        value={String(value)}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value) || null)}
      >
        {all.map(([each, label]) => (
          <option key={each} value={String(each)}>
            {label}
          </option>
        ))}
      </select>
      <p class="options__hint" id={`${id}-why`}>
        {words.memory.keepWhy}
      </p>
    </div>
  );
};

/** Whether, where and how long what is read is remembered, and all that is. */
export const MemoryOptions = ({ settings, remembered, onSettings, onForget, onMore }: MemoryOptionsProps) => (
  <>
    <MemoryConsent choice={settings.memory} onChoose={(memory) => onSettings({ memory })} />
    <Term days={settings.keepDays} onChange={(keepDays) => onSettings({ keepDays })} />
    <SiteList
      title={words.memory.sites}
      empty={words.memory.noSites}
      field={words.memory.siteToLeaveOut}
      sites={settings.memorySitesOff}
      taken={takenBy(settings)}
      onChange={(memorySitesOff) => onSettings({ memorySitesOff })}
    />
    <RememberedList remembered={remembered} onForget={onForget} onMore={onMore} />
  </>
);
