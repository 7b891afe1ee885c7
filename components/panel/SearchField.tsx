import { Icon } from '../parts/Icon.tsx';
import { words } from '../../lib/i18n/words.ts';
import './SearchField.css';

interface SearchFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Arrow down: on to what was found. */
  readonly onDown: (from: HTMLElement) => void;
}

/** Filters what the page names and searches the store, at once. */
export const SearchField = ({ query, onQuery, onDown }: SearchFieldProps) => (
  <div role="search">
    <label class="search">
      <Icon name="search" />
      <span class="unseen">{words.panel.filter}</span>
      <input
        type="search"
        class="search__input"
        placeholder={words.panel.filter}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        dir="auto"
        value={query}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown(event.currentTarget);
        }}
      />
    </label>
  </div>
);
