import { useId, useState } from 'preact/hooks';
import type { PackActions } from './pack-job.ts';
import { FileButton } from './FileButton.tsx';
import { words } from '../../lib/i18n/words.ts';

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^(?:https:|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/iu.test(text);

interface AddPackProps extends Pick<PackActions, 'onFile' | 'onAddress'> {
  readonly busy: boolean;
}

/** From a file of the reader's, or from an address. */
export const AddPack = ({ busy, onFile, onAddress }: AddPackProps) => {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [subscribe, setSubscribe] = useState(true);
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const url = typed.trim();
    setWrong(!isAddress(url));
    if (!isAddress(url) || busy) return;
    setTyped('');
    onAddress(url, subscribe);
  };
  return (
    <div class="packs__add">
      <form class="packs__address" onSubmit={add}>
        <label class="packs__label" for={id}>
          {words.packs.address}
        </label>
        <div class="packs__line">
          <input
            id={id}
            class="packs__input"
            placeholder="https://example.org/pack.json"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            maxLength={2000}
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="button button--plain" disabled={busy}>
            {words.add}
          </button>
        </div>
        <label class="packs__check">
          <input
            type="checkbox"
            checked={subscribe}
            onChange={({ currentTarget }) => setSubscribe(currentTarget.checked)}
          />{' '}
          {words.packs.keepCurrent}
        </label>
        <p id={`${id}-wrong`} class="packs__wrong" role="alert">
          {wrong ? words.packs.wrongAddress : ''}
        </p>
      </form>
      <FileButton label={words.packs.addFile} disabled={busy} onFile={onFile} />
    </div>
  );
};
