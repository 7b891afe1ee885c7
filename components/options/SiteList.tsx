import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { IconButton } from '../parts/Button.tsx';
import { mostCharacters } from './site-file.ts';
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
        <ul class="sites__list" aria-labelledby={`${id}-title`}>
          {sites.map((site) => (
            <li key={site} class="sites__site">
              <bdi>{site}</bdi>
              <IconButton
                icon="close"
                label={words.options.takeOff({ site })}
                onPress={() => onChange(sites.filter((other) => other !== site))}
              />
            </li>
          ))}
        </ul>
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
