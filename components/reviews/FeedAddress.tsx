import { useId, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import '../packs/Packs.css';

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^(?:https:|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/iu.test(text);

interface FeedAddressProps {
  readonly busy: boolean;
  readonly onAddress: (url: string) => void;
}

/** A field for where a feed lies. */
export const FeedAddress = ({ busy, onAddress }: FeedAddressProps) => {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const url = typed.trim();
    setWrong(!isAddress(url));
    if (!isAddress(url) || busy) return;
    setTyped('');
    onAddress(url);
  };
  return (
    <form class="packs__address review-feeds__address" onSubmit={add}>
      <label class="packs__label" for={id}>
        {words.evidence.feedAddress}
      </label>
      <div class="packs__line">
        <input
          id={id}
          class="packs__input"
          placeholder="https://example.org/claimreview.json"
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
          {words.evidence.importFrom}
        </button>
      </div>
      <p id={`${id}-wrong`} class="packs__wrong" role="alert">
        {isWrong ? words.evidence.wrongAddress : ''}
      </p>
    </form>
  );
};
