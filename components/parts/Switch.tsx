import { useId } from 'preact/hooks';
import './Switch.css';

interface SwitchProps {
  readonly label: string;
  /** Where the label stands in the picture already. */
  readonly labelSeen?: 'shown' | 'read-out';
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export const Switch = ({ label, labelSeen = 'shown', on, onChange }: SwitchProps) => {
  const id = useId();
  return (
    <span class="switch">
      <span id={id} class={labelSeen === 'shown' ? 'switch__label' : 'unseen'}>
        {label}
      </span>
      <button
        type="button"
        role="switch"
        class="switch__button"
        aria-checked={on}
        aria-labelledby={id}
        onClick={() => onChange(!on)}
      >
        <span class="switch__thumb" />
      </button>
    </span>
  );
};
