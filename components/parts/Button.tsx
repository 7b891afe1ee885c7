import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import './Button.css';

interface ButtonProps {
  readonly look?: 'plain' | 'strong' | 'quiet';
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export const Button = ({ look = 'plain', icon, disabled = false, onPress, children }: ButtonProps) => (
  <button type="button" class={`button button--${look}`} disabled={disabled} onClick={onPress}>
    {icon === undefined ? null : <Icon name={icon} />}
    <span>{children}</span>
  </button>
);

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** Its name is its tooltip: as a label beside a tooltip it would be read out twice. */
export const IconButton = ({ icon, label, onPress, pressed, disabled = false }: IconButtonProps) => (
  <button type="button" class="icon-button" title={label} aria-pressed={pressed} disabled={disabled} onClick={onPress}>
    <Icon name={icon} />
  </button>
);
