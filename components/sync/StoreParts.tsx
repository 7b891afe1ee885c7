import { words } from '../../lib/i18n/words.ts';
import { unreachable } from '../../lib/model/result.ts';
import type { SyncDevice } from '../../lib/model/sync.ts';
import { Button } from '../parts/Button.tsx';
import { AccountForm } from './AccountForm.tsx';
import { PassphraseForm } from './PassphraseForm.tsx';
import type { PartActions, StorePart } from './sync-view.ts';

type StorePartsProps = PartActions & { readonly part: StorePart; readonly isEncrypted: boolean };

const nameOf = ({ name }: SyncDevice): string => (name === '' ? words.sync.anotherDevice : name);

const minute = 60_000;

/** Devices, passphrase and recovery code of a store: what is needed once in a while. */
export const StoreParts = ({ part, isEncrypted, ...actions }: StorePartsProps) => {
  const { sync } = words;
  switch (part.at) {
    case 'closed':
      return null;
    case 'devices':
      return (
        <section class="sync__part" aria-label={sync.devices}>
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
                    <span class="options__hint">
                      {' '}
                      {sync.deviceAhead({ minutes: Math.round(device.ahead / minute) })}
                    </span>
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
    case 'passphrase':
      return <PassphraseForm part={part} onChange={actions.onChangePassphrase} onClose={actions.onClosePart} />;
    case 'account':
      return <AccountForm part={part} onChange={actions.onChangeAccount} onClose={actions.onClosePart} />;
    case 'code':
      return (
        <section class="sync__part" aria-label={sync.codeTitle}>
          <h3 class="sync__heading">{sync.codeTitle}</h3>
          <p class="sync__code">{part.code}</p>
          <p class="options__hint">{sync.codeHint}</p>
          <div>
            <Button look="strong" onPress={actions.onClosePart}>
              {sync.codeDone}
            </Button>
          </div>
        </section>
      );
    default:
      return unreachable(part);
  }
};
