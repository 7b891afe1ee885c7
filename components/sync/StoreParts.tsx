import { unreachable } from '../../lib/model/result.ts';
import { AccountForm } from './AccountForm.tsx';
import { PassphraseForm } from './PassphraseForm.tsx';
import { Devices } from './Devices.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import type { PartActions, StorePart } from './sync-view.ts';

type StorePartsProps = PartActions & { readonly part: StorePart; readonly isEncrypted: boolean };

/** Devices, passphrase and recovery code of a store: what is needed once in a while. */
export const StoreParts = ({ part, isEncrypted, ...actions }: StorePartsProps) => {
  switch (part.at) {
    case 'closed':
      return null;
    case 'devices':
      return <Devices part={part} isEncrypted={isEncrypted} {...actions} />;
    case 'passphrase':
      return <PassphraseForm part={part} onChange={actions.onChangePassphrase} onClose={actions.onClosePart} />;
    case 'account':
      return <AccountForm part={part} onChange={actions.onChangeAccount} onClose={actions.onClosePart} />;
    case 'code':
      return <RecoveryCode class="sync__part" code={part.code} onKept={actions.onClosePart} />;
    default:
      return unreachable(part);
  }
};
