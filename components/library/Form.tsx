import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { entityTypes, type EntityType } from '../../lib/model/entity.ts';
import { words } from '../../lib/i18n/words.ts';
import { useOpened } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import type { EditOutcome } from './actions.ts';
import './Form.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly lines?: number;
  readonly hint?: string;
  readonly list?: string;
}

/** A labelled line or box of text. */
export const Field = ({ label, value, onInput, lines = 1, hint, list }: FieldProps) => {
  const id = useId();
  const common = {
    id,
    class: 'form__input',
    value,
    dir: 'auto' as const,
    autocomplete: 'off',
    placeholder: hint,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onInput(currentTarget.value),
  };
  return (
    <div class="form__field">
      <label for={id}>{label}</label>
      {lines > 1 ? <textarea {...common} rows={lines} /> : <input {...common} list={list} maxLength={4000} />}
    </div>
  );
};

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export const Select = <T extends string>({ label, value, options, onChange }: SelectProps<T>) => {
  const id = useId();
  return (
    <div class="form__field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="form__input"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

export const TypeSelect = ({
  value,
  onChange,
}: {
  readonly value: EntityType;
  readonly onChange: (type: EntityType) => void;
}) => (
  <Select
    label={words.library.field.type}
    value={value}
    options={entityTypes.map((type) => ({ value: type, label: words.type[type].one }))}
    onChange={onChange}
  />
);

interface FormProps {
  readonly title: string;
  readonly hint?: string;
  readonly submit?: string;
  readonly onSubmit: () => Promise<EditOutcome>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A form that opens in place: focus goes in, and back to what opened it; Escape or Cancel leaves; a failure is said and
 * keeps what was typed.
 */
export const Form = ({ title, hint, submit, onSubmit, onClose, children }: FormProps) => {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const id = useId();
  useOpened(root);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await onSubmit();
    setBusy(false);
    setFailure(outcome);
    if (outcome === null) onClose();
  };
  return (
    <form
      ref={root}
      class="form"
      aria-labelledby={id}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Around a form, the same key closes the card, or the popup.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p class="form__title" id={id}>
        {title}
      </p>
      {hint === undefined ? null : <p class="form__hint">{hint}</p>}
      {children}
      {failure === null ? null : (
        <p class="form__failure" role="alert">
          {failure}
        </p>
      )}
      <div class="form__foot">
        <button type="submit" class="button button--strong" disabled={busy}>
          <span>{submit ?? words.library.save}</span>
        </button>
        <Button onPress={onClose}>{words.library.cancel}</Button>
      </div>
    </form>
  );
};
