import { useId } from 'preact/hooks';
import './Picks.css';

interface PicksProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly meaning: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, each with a sentence that says what it means. */
export const Picks = <T extends string>({ label, options, value, onChange }: PicksProps<T>) => {
  const id = useId();
  return (
    <fieldset class="picks">
      <legend class="picks__label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="picks__option">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            aria-describedby={`${id}-${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span class="picks__name">{option.label}</span>
          <span class="picks__meaning" id={`${id}-${option.value}`}>
            {option.meaning}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
