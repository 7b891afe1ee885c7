import { useState } from 'preact/hooks';
import type { PackActions } from './pack-job.ts';
import { AddressForm } from '../parts/AddressForm.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { words } from '../../lib/i18n/words.ts';

interface AddPackProps extends Pick<PackActions, 'onFile' | 'onAddress'> {
  readonly busy: boolean;
  /** Whether what was asked for has come. */
  readonly isDone: boolean;
}

/** From a file of the reader's, or from an address. */
export const AddPack = ({ busy, isDone, onFile, onAddress }: AddPackProps) => {
  const [subscribe, setSubscribe] = useState(true);
  return (
    <div class="packs__add">
      <AddressForm
        label={words.packs.address}
        example="https://example.org/pack.json"
        action={words.add}
        wrong={words.packs.wrongAddress}
        busy={busy}
        isDone={isDone}
        onAddress={(url) => onAddress(url, subscribe)}
      >
        <label class="packs__check">
          <input
            type="checkbox"
            checked={subscribe}
            onChange={({ currentTarget }) => setSubscribe(currentTarget.checked)}
          />
          {words.packs.keepCurrent}
        </label>
      </AddressForm>
      <FileButton label={words.packs.addFile} disabled={busy} onFile={onFile} />
    </div>
  );
};
