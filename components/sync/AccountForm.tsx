import { useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import { useOpened } from '../opened.ts';
import { Reported } from '../parts/Reported.tsx';
import { Field } from './Field.tsx';
import { FormFoot } from './FormFoot.tsx';
import type { StorePart } from './sync-view.ts';

interface AccountFormProps {
  readonly part: Extract<StorePart, { at: 'account' }>;
  readonly onChange: (user: string, password: string) => void;
  readonly onClose: () => void;
}

const plain = { placeholder: '', hint: null, wrong: null } as const;

/** With what this device signs in from now on. */
export const AccountForm = ({ part, onChange, onClose }: AccountFormProps) => {
  const [user, setUser] = useState(part.user);
  const [password, setPassword] = useState('');
  const sync = words.sync;
  const root = useRef<HTMLFormElement>(null);
  useOpened(root);
  const submit = (event: Event) => {
    event.preventDefault();
    onChange(user, password);
  };
  return (
    <form ref={root} class="sync__part" aria-label={sync.account} onSubmit={submit}>
      <p class="options__hint">{sync.accountHint}</p>
      <div class="sync__pair">
        <Field {...plain} label={sync.user} type="text" autocomplete="username" value={user} onInput={setUser} />
        <Field
          {...plain}
          label={sync.password}
          type="password"
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
        />
      </div>
      <div role="alert">
        {part.trouble === null ? null : <p class="sync__wrong">{sync.failed[part.trouble.code]}</p>}
      </div>
      <Reported text={part.trouble?.detail ?? ''} />
      <FormFoot does={sync.accountSave} isWorking={part.isWorking} onClose={onClose} />
    </form>
  );
};
