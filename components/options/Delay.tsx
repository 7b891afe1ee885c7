import { useId } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import './Delay.css';

interface DelayProps {
  readonly label: string;
  readonly hint: string;
  /** Milliseconds. */
  readonly value: number;
  readonly onChange: (milliseconds: number) => void;
}

const longest = 1000;
const step = 50;

/** A delay as a slider; it reads out as "0.15 seconds". */
export const Delay = ({ label, hint, value, onChange }: DelayProps) => {
  const id = useId();
  const spoken = words.count.seconds({ count: value / 1000 });
  return (
    <div class="delay">
      <label class="delay__label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        class="delay__input"
        min={0}
        max={longest}
        step={step}
        value={value}
        aria-valuetext={spoken}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
      {/* The slider itself reads it out. */}
      <output class="delay__value" for={id} aria-live="off">
        {spoken}
      </output>
      <p class="delay__hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
};
