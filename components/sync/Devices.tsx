import { useRef } from 'preact/hooks';
import { words } from '../../lib/i18n/words.ts';
import type { SyncDevice } from '../../lib/model/sync.ts';
import { useOpened } from '../opened.ts';
import { Button } from '../parts/Button.tsx';
import { clockWords } from './clock-words.ts';
import type { PartActions, StorePart } from './sync-view.ts';

type DevicesProps = Pick<PartActions, 'onRemoveDevice' | 'onClosePart'> & {
  readonly part: Extract<StorePart, { at: 'devices' }>;
  readonly isEncrypted: boolean;
};

const nameOf = ({ name }: SyncDevice): string => (name === '' ? words.sync.anotherDevice : name);

const minute = 60_000;

/** The other devices that share a store, each with a way out. */
export const Devices = ({ part, isEncrypted, ...actions }: DevicesProps) => {
  const root = useRef<HTMLElement>(null);
  const sync = words.sync;
  useOpened(root);
  return (
    <section ref={root} class="sync__part" aria-label={sync.devices}>
      <p>{isEncrypted ? sync.devicesLead : sync.devicesLeadOpen}</p>
      {part.trouble === null ? null : (
        <p class="sync__wrong" role="alert">
          {sync.failed[part.trouble]}
        </p>
      )}
      {part.devices === null && part.trouble === null ? <p class="options__hint">{sync.working}</p> : null}
      {part.devices?.length === 0 ? <p class="options__hint">{sync.devicesNone}</p> : null}
      <ul class="sync__devices">
        {(part.devices ?? []).map((device) => (
          <li key={device.id}>
            <span>
              <bdi>{nameOf(device)}</bdi>
              {device.ahead > minute ? (
                <span class="options__hint"> {sync.deviceAhead({ time: clockWords(device.ahead) })}</span>
              ) : null}
            </span>
            <Button look="quiet" onPress={() => actions.onRemoveDevice(device)}>
              {words.library.remove} <span class="unseen">{nameOf(device)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {(part.devices ?? []).length === 0 ? null : <p class="options__hint">{sync.removeDeviceHint}</p>}
      <div>
        <Button onPress={actions.onClosePart}>{sync.close}</Button>
      </div>
    </section>
  );
};
