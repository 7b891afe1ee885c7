import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { mostCharacters } from '../../lib/model/sites.ts';
import { readableSite } from '../../lib/i18n/host-name.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { SearchField } from '../parts/SearchField.tsx';

import { sitePattern } from './site-name.ts';
import './SiteList.css';

interface SiteListProps {
  readonly title: string;
  /** What the list means while nothing is on it. */
  readonly empty: string;
  readonly field: string;
  readonly sites: readonly string[];
  /** Characters of all lists together, this one too. */
  readonly taken: number;
  readonly onChange: (sites: readonly string[]) => void;
}

/** Of a longer list the beginning is shown, and a field finds the rest. */
const few = 40;

interface EntriesProps {
  readonly titleId: string;
  readonly sites: readonly string[];
  readonly onTakeOff: (site: string) => void;
}

const Entries = ({ titleId, sites, onTakeOff }: EntriesProps) => {
  const [query, setQuery] = useState('');
  const [isWhole, setWhole] = useState(false);
  const wanted = query.trim().toLowerCase();
  const found = sites.filter((site) => site.includes(wanted) || readableSite(site).includes(wanted));
  const shown = isWhole ? found : found.slice(0, few);
  return (
    <>
      {sites.length > few ? (
        <SearchField label={words.options.findSite} query={query} onQuery={setQuery} onDown={null} />
      ) : null}
      {found.length === 0 ? (
        <p class="sites__hint" role="status">
          {words.options.nothingFound}
        </p>
      ) : (
        <ul class="sites__list" aria-labelledby={titleId}>
          {shown.map((site) => (
            <li key={site} class="sites__site">
              <bdi>{readableSite(site)}</bdi>
              <IconButton
                icon="close"
                label={words.options.takeOff({ site: readableSite(site) })}
                onPress={() => onTakeOff(site)}
              />
            </li>
          ))}
        </ul>
      )}
      {found.length > few ? (
        <p>
          <Button onPress={() => setWhole(!isWhole)}>
            {isWhole ? words.showFewer : words.showAll({ count: found.length })}
          </Button>
        </p>
      ) : null}
    </>
  );
};

/** Sites as patterns: add one, take one away. */
export const SiteList = ({ title, empty, field, sites, taken, onChange }: SiteListProps) => {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const site = sitePattern(typed);
    const count = taken + 1 + (site ?? '').length;
    const isFull = count > mostCharacters;
    setWrong(
      site === null ? words.options.noSite : isFull ? words.options.rulesTooLong({ count, most: mostCharacters }) : '',
    );
    if (site === null || isFull) return;
    setTyped('');
    onChange([...new Set([...sites, site])].toSorted());
  };
  return (
    <div class="sites">
      <h3 class="sites__title" id={`${id}-title`}>
        {title}
      </h3>
      {sites.length === 0 ? (
        <p class="sites__hint">{empty}</p>
      ) : (
        <Entries
          titleId={`${id}-title`}
          sites={sites}
          onTakeOff={(site) => onChange(sites.filter((other) => other !== site))}
        />
      )}
      <form class="sites__add" onSubmit={add}>
        <label class="unseen" for={id}>
          {field}
        </label>
        <input
          id={id}
          class="sites__input"
          placeholder="example.org"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          value={typed}
          aria-invalid={wrong !== ''}
          aria-describedby={wrong === '' ? undefined : `${id}-wrong`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button button--plain">
          {words.add}
        </button>
      </form>
      <p id={`${id}-wrong`} class="sites__wrong" role="alert">
        {wrong}
      </p>
    </div>
  );
};
