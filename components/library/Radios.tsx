import { useId } from 'preact/hooks';
import './EntityPicker.css';
import './Form.css';

interface RadiosProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** One of a few, one under the other. */
export const Radios = <T extends string>({ label, value, options, onChange }: RadiosProps<T>) => {
  const id = useId();
  return (
    <fieldset class="picker">
      <legend class="picker__label">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} class="form__choice">
          <input type="radio" name={id} checked={option === value} onChange={() => onChange(option)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
};
