import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { comparable } from '../panel/filter.ts';
import { Icon } from '../parts/Icon.tsx';
import '../panel/SearchField.css';

interface FinderProps {
  /** What the sections stand in. */
  readonly within: RefObject<HTMLElement | null>;
}

/** Shows only the sections that have every word that was typed, wherever in them they stand. */
export const Finder = ({ within }: FinderProps) => {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState(1);
  useEffect(() => {
    const sections = [...(within.current?.querySelectorAll<HTMLElement>('.options__part') ?? [])];
    const wanted = comparable(query).split(/\s+/).filter(Boolean);
    for (const section of sections) {
      const text = comparable(section.textContent ?? '');
      section.hidden = !wanted.every((word) => text.includes(word));
    }
    setFound(sections.filter(({ hidden }) => !hidden).length);
  }, [query, within]);
  return (
    <div class="options__find" role="search">
      <label class="search">
        <Icon name="search" />
        <span class="unseen">{words.options.find}</span>
        <input
          type="search"
          class="search__input"
          placeholder={words.options.find}
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </label>
      <p class="options__hint" role="status">
        {found === 0 ? words.options.nothingFound : ''}
      </p>
    </div>
  );
};
