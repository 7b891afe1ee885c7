import { useRef, useState } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { SyncDraft } from '../../lib/model/sync.ts';
import { useOpened } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import { Switch } from '../parts/Switch.tsx';
import { Field } from './Field.tsx';
import type { SyncActions } from './sync-view.ts';

interface ConnectFormProps extends Pick<SyncActions, 'onConnect' | 'onCancel'> {
  readonly draft: SyncDraft;
  readonly deviceName: string;
}

const plain = { hint: null, wrong: null, placeholder: '' } as const;

/** Address, account, what travels. */
export const ConnectForm = ({ draft, deviceName, onConnect, onCancel }: ConnectFormProps) => {
  const [now, setNow] = useState(draft);
  const [device, setDevice] = useState(deviceName);
  const [wrong, setWrong] = useState(false);
  const sync = words.sync;
  const set = (patch: Partial<SyncDraft>) => setNow({ ...now, ...patch });
  const root = useRef<HTMLFormElement>(null);
  useOpened(root);
  const submit = (event: Event) => {
    event.preventDefault();
    const text = now.url.trim();
    const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    // Some browsers take a host with spaces in it.
    const isAddress = /^\w+:\/\/[^\s/]+(?:\/|$)/.test(full) && URL.canParse(full) && new URL(full).hostname !== '';
    setWrong(!isAddress);
    if (isAddress) onConnect({ ...now, url: full }, device);
  };
  const isPlain = /^http:\/\/(?!localhost|127\.)/i.test(now.url.trim());
  return (
    <form ref={root} class="sync__form" onSubmit={submit}>
      <Field
        label={sync.address}
        hint={isPlain ? sync.plainHttp : null}
        wrong={wrong ? sync.notAnAddress : null}
        type="url"
        placeholder={now.kind === 'webdav' ? sync.addressWebdav : sync.addressCouchdb}
        autocomplete="off"
        value={now.url}
        onInput={(url) => set({ url })}
      />
      <div class="sync__pair">
        <Field
          {...plain}
          label={sync.user}
          type="text"
          autocomplete="username"
          value={now.user}
          onInput={(user) => set({ user })}
        />
        <Field
          {...plain}
          label={sync.password}
          hint={now.kind === 'webdav' ? sync.passwordHint : null}
          type="password"
          autocomplete="current-password"
          value={now.password}
          onInput={(password) => set({ password })}
        />
      </div>
      <Field {...plain} label={sync.deviceName} type="text" autocomplete="off" value={device} onInput={setDevice} />
      <fieldset class="sync__carries">
        <legend>{sync.carries}</legend>
        <p class="options__hint">{sync.carriesAlways}</p>
        <Switch
          label={sync.carriesNotes}
          on={now.carries.notes}
          onChange={(notes) => set({ carries: { ...now.carries, notes } })}
        />
        <Switch
          label={sync.carriesReading}
          on={now.carries.reading}
          onChange={(reading) => set({ carries: { ...now.carries, reading } })}
        />
      </fieldset>
      <div class="sync__buttons">
        <button type="submit" class="button button--strong">
          {sync.connect}
        </button>
        <Button look="quiet" onPress={onCancel}>
          {sync.cancel}
        </Button>
      </div>
    </form>
  );
};
