import { useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { useOpened } from '../opened.ts';
import { Field } from './Field.tsx';
import { FormFoot } from './FormFoot.tsx';
import { faultOf } from './new-passphrase.ts';
import type { StorePart } from './sync-view.ts';

interface PassphraseFormProps {
  readonly part: Extract<StorePart, { at: 'passphrase' }>;
  readonly onChange: (before: string, after: string) => void;
  readonly onClose: () => void;
}

const common = { type: 'password', placeholder: '', hint: null, wrong: null } as const;

/** The words of until now, and the new ones twice. */
export const PassphraseForm = ({ part, onChange, onClose }: PassphraseFormProps) => {
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const sync = words.sync;
  const root = useRef<HTMLFormElement>(null);
  useOpened(root);
  const submit = (event: Event) => {
    event.preventDefault();
    const fault = faultOf(after, again);
    setWrong(fault);
    if (fault === null) onChange(before, after);
  };
  return (
    <form ref={root} class="sync__part" onSubmit={submit}>
      <p class="options__hint">{sync.changePassphraseHint}</p>
      <Field {...common} label={sync.passphraseBefore} autocomplete="off" value={before} onInput={setBefore} />
      <Field
        {...common}
        label={sync.passphraseAfter}
        wrong={wrong}
        autocomplete="new-password"
        value={after}
        onInput={setAfter}
      />
      <Field {...common} label={sync.passphraseAgain} autocomplete="new-password" value={again} onInput={setAgain} />
      <p class="sync__wrong" role="alert">
        {part.trouble === null ? '' : sync.failed[part.trouble]}
      </p>
      <FormFoot does={sync.changePassphraseNow} isWorking={part.isWorking} onClose={onClose} />
    </form>
  );
};
