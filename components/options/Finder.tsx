import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { comparable } from '../panel/filter.ts';
import { SearchField } from '../parts/SearchField.tsx';

interface FinderProps {
  /** What the sections stand in. */
  readonly within: RefObject<HTMLElement | null>;
}

/** Shows only the sections that have every word that was typed, wherever in them they stand, or are looked for by it. */
export const Finder = ({ within }: FinderProps) => {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState(1);
  useEffect(() => {
    const sections = [...(within.current?.querySelectorAll<HTMLElement>('.options__part') ?? [])];
    const wanted = comparable(query).split(/\s+/).filter(Boolean);
    for (const section of sections) {
      const text = comparable(`${section.textContent} ${section.dataset['find']}`);
      section.hidden = !wanted.every((word) => text.includes(word));
    }
    setFound(sections.filter(({ hidden }) => !hidden).length);
  }, [query, within]);
  return (
    <div class="options__find">
      <SearchField label={words.options.find} query={query} onQuery={setQuery} onDown={null} />
      <p class="options__hint" role="status">
        {found === 0 ? words.options.nothingFound : ''}
      </p>
    </div>
  );
};
