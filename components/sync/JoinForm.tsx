import { useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { useArrived } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import { Switch } from '../parts/Switch.tsx';
import { lineOf } from '../words.ts';
import { Field } from './Field.tsx';
import { faultOf } from './new-passphrase.ts';
import type { SetUp, SyncActions } from './sync-view.ts';

interface JoinFormProps extends Pick<SyncActions, 'onJoin' | 'onBack'> {
  readonly found: Extract<SetUp, { at: 'found' }>;
}

/** What is there and what is here, and the passphrase; nothing has been joined yet. */
export const JoinForm = ({ found, onJoin, onBack }: JoinFormProps) => {
  const { isNew, draft, isWorking, trouble } = found;
  const isFolder = draft.kind === 'webdav';
  const [encrypts, setEncrypts] = useState(isFolder);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const sync = words.sync;
  const isLocked = isNew ? encrypts : found.isEncrypted;
  const root = useRef<HTMLFormElement>(null);
  useArrived(root);
  const submit = (event: Event) => {
    event.preventDefault();
    const fault = isLocked && isNew ? faultOf(first, second) : null;
    setWrong(fault);
    if (fault === null) onJoin(isLocked ? first : null);
  };
  const counted = lineOf([
    found.recordsThere === null || found.recordsThere === 0 ? null : sync.foundRecords({ count: found.recordsThere }),
    found.devicesThere === 0 ? null : sync.foundDevices({ count: found.devicesThere }),
    found.recordsHere === 0 ? null : sync.hereRecords({ count: found.recordsHere }),
  ]);
  const common = { type: 'password', placeholder: '', autocomplete: isNew ? 'new-password' : 'off' } as const;
  return (
    <form ref={root} class="sync__form" onSubmit={submit}>
      <p>{isNew ? sync.foundNew : sync.foundExisting}</p>
      {counted === '' ? null : (
        <p class="options__hint">
          {counted}.{found.recordsHere === 0 ? null : ` ${sync.backup}`}
        </p>
      )}
      {isNew && !isFolder ? (
        <>
          <Switch label={sync.encryptTeam} on={encrypts} onChange={setEncrypts} />
          <p class="options__hint">{sync.encryptTeamHint}</p>
        </>
      ) : null}
      {isLocked ? (
        <Field
          {...common}
          label={sync.passphrase}
          hint={isNew ? sync.passphraseNew : sync.passphraseOld}
          wrong={wrong}
          value={first}
          onInput={setFirst}
        />
      ) : null}
      {isLocked && isNew ? (
        <Field {...common} label={sync.passphraseAgain} hint={null} wrong={null} value={second} onInput={setSecond} />
      ) : null}
      <p class="sync__wrong" role="alert">
        {trouble === null ? '' : sync.failed[trouble]}
      </p>
      <div class="sync__buttons">
        <button type="submit" class="button button--strong" disabled={isWorking}>
          {isWorking ? sync.working : isNew ? sync.make : sync.join}
        </button>
        <Button look="quiet" onPress={onBack}>
          {sync.back}
        </Button>
      </div>
    </form>
  );
};
