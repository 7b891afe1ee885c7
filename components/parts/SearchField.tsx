import { Icon } from './Icon.tsx';
import './SearchField.css';

interface SearchFieldProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Arrow down: on to what was found. Null where nothing below takes it. */
  readonly onDown: ((from: HTMLElement) => void) | null;
}

/** A field that searches or filters at once, as it is typed. */
export const SearchField = ({ label, query, onQuery, onDown }: SearchFieldProps) => (
  <div role="search">
    <label class="search">
      <Icon name="search" />
      <span class="unseen">{label}</span>
      <input
        type="search"
        class="search__input"
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        dir="auto"
        value={query}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || onDown === null) return;
          event.preventDefault();
          onDown(event.currentTarget);
        }}
      />
    </label>
  </div>
);
