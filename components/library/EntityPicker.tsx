import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityBrief } from '../../lib/model/card.ts';
import { words } from '../../lib/i18n/words.ts';
import { TypeShape } from '../parts/TypeShape.tsx';
import './EntityPicker.css';

interface EntityPickerProps {
  readonly label: string;
  readonly picked: EntityBrief | null;
  /** Typed to begin with: a name that is looked for. */
  readonly query?: string;
  /** What is said where nothing fits. */
  readonly nothing?: string;
  readonly onSearch: (query: string) => Promise<readonly EntityBrief[]>;
  readonly onPick: (brief: EntityBrief | null) => void;
}

/**
 * Finds one entity of the store by name: a field, and what fits as a group of radio buttons under it. Enter in the field
 * picks the best, the arrow leads to the list.
 */
export const EntityPicker = ({
  label,
  picked,
  query: first = '',
  nothing = words.library.nothing,
  onSearch,
  onPick,
}: EntityPickerProps) => {
  const [query, setQuery] = useState(first);
  const [found, setFound] = useState<readonly EntityBrief[]>([]);
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    let late = false;
    const search = async (): Promise<void> => {
      const results = query.trim() === '' ? [] : await onSearch(query);
      if (!late) setFound(results.slice(0, 8));
    };
    void search();
    return () => {
      late = true;
    };
  }, [query, onSearch]);
  const shown = picked === null || found.some((brief) => brief.id === picked.id) ? found : [picked, ...found];
  return (
    <fieldset class="picker" ref={list}>
      <legend class="unseen">{label}</legend>
      <label for={id} class="picker__label">
        {label}
      </label>
      <input
        id={id}
        class="form__input"
        type="search"
        dir="auto"
        autocomplete="off"
        placeholder={words.library.field.find}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        // What was typed to begin with gives way to the reader's own words.
        onFocus={({ currentTarget }) => query === first && currentTarget.select()}
        onKeyDown={(event) => {
          const [best] = shown;
          if (picked !== null || best === undefined) return;
          if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[type="radio"]')?.focus();
          else if (event.key === 'Enter') onPick(best);
          else return;
          // Neither sends the form: it is not known yet what for.
          event.preventDefault();
        }}
      />
      {shown.map((brief) => (
        <label key={brief.id} class="picker__option">
          <input type="radio" name={`${id}-picked`} checked={picked?.id === brief.id} onChange={() => onPick(brief)} />
          <TypeShape type={brief.type} known={true} />
          <span class="picker__words">
            <bdi class="picker__name">{brief.name}</bdi> <bdi class="picker__line">{brief.description}</bdi>
          </span>
        </label>
      ))}
      {query.trim() !== '' && shown.length === 0 ? <p class="picker__line">{nothing}</p> : null}
    </fieldset>
  );
};
