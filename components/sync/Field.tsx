import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint: string | null;
  readonly wrong: string | null;
  readonly type: 'text' | 'url' | 'password';
  readonly value: string;
  readonly placeholder: string;
  readonly autocomplete: string;
  readonly onInput: (value: string) => void;
}

/** A labelled field with its hint, and what is wrong with it. */
export const Field = ({ label, hint, wrong, type, value, placeholder, autocomplete, onInput }: FieldProps) => {
  const id = useId();
  const common = {
    id,
    class: 'sync__input',
    value,
    placeholder,
    autocomplete,
    spellcheck: false,
    maxLength: 2000,
    'aria-invalid': wrong !== null,
    'aria-describedby': `${id}-hint`,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  };
  return (
    <div class="sync__field">
      <label for={id}>{label}</label>
      {type === 'password' ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" inputMode={type === 'url' ? 'url' : 'text'} {...common} />
      )}
      <p id={`${id}-hint`} class={wrong === null ? 'options__hint' : 'sync__wrong'}>
        {wrong ?? hint}
      </p>
    </div>
  );
};
