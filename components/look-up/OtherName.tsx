import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';

interface OtherNameProps {
  /** What was asked for before. */
  readonly asked: string;
  readonly onAsk: (name: string) => void;
}

/** Asks for the same under another name: spelt otherwise, in full, or as its own language has it. */
export const OtherName = ({ asked, onAsk }: OtherNameProps) => {
  const [typed, setTyped] = useState(asked);
  const id = useId();
  return (
    <form
      class="look-up__other"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onAsk(typed.trim());
      }}
    >
      <label class="look-up__why" for={id}>
        {words.lookUp.otherName}
      </label>
      <div class="look-up__field">
        <input
          id={id}
          class="form__input"
          dir="auto"
          autocomplete="off"
          maxLength={300}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button button--plain">
          {words.lookUp.do}
        </button>
      </div>
    </form>
  );
};
