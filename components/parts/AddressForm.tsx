import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import './AddressForm.css';

/** Encrypted, or on this machine. */
const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^(?:https:|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/iu.test(text);

interface AddressFormProps {
  readonly label: string;
  readonly example: string;
  /** On the button. */
  readonly action: string;
  /** Said of what is no address that can be asked. */
  readonly wrong: string;
  readonly busy: boolean;
  /** What was typed has been fetched, and need not be typed again. */
  readonly isDone: boolean;
  readonly onAddress: (url: string) => void;
  readonly children?: ComponentChildren;
}

/** A field for where something to fetch lies; the children are choices that go with it. */
export const AddressForm = ({ label, example, action, wrong, busy, isDone, onAddress, children }: AddressFormProps) => {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  useEffect(() => {
    if (isDone) setTyped('');
  }, [isDone]);
  const add = (event: Event) => {
    event.preventDefault();
    const url = typed.trim();
    setWrong(!isAddress(url));
    if (!isAddress(url) || busy) return;
    onAddress(url);
  };
  return (
    <form class="address-form" onSubmit={add}>
      <label class="address-form__label" for={id}>
        {label}
      </label>
      <div class="address-form__line">
        <input
          id={id}
          class="address-form__input"
          placeholder={example}
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          maxLength={2000}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button button--plain" disabled={busy}>
          {action}
        </button>
      </div>
      <p id={`${id}-wrong`} class="address-form__wrong" role="alert">
        {isWrong ? wrong : ''}
      </p>
      {children}
    </form>
  );
};
