import { useId } from 'preact/hooks';
import './Choice.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labelSeen?: 'shown' | 'read-out';
  readonly options: readonly { readonly value: T; readonly label: string; readonly meaning: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side; arrow keys move as in any group of radio buttons. */
export const Choice = <T extends string>({ label, labelSeen = 'shown', options, value, onChange }: ChoiceProps<T>) => {
  const id = useId();
  return (
    <fieldset class="choice">
      <legend class={labelSeen === 'shown' ? 'choice__label' : 'unseen'}>{label}</legend>
      <div class="choice__options">
        {options.map((option) => (
          <label key={option.value} class="choice__option" title={option.meaning}>
            <input
              type="radio"
              name={id}
              class="choice__input"
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
