import { words } from '../../lib/i18n/words.ts';
import type { InstallFailure } from '../../lib/model/install-failure.ts';
import { unreachable } from '../../lib/model/result.ts';
import { dateWords } from '../dates.ts';
import { sizeWords } from '../sizes.ts';

/** Why a pack was not added or not updated, as a sentence for its reader. */
export function failureWords(failure: InstallFailure): string {
  const said = words.packFailure;
  switch (failure.code) {
    case 'PackMalformed':
      return said.record[failure.fault]({ place: placeWords(failure) });
    case 'PackDamaged':
      return `${damageWords(failure)} ${said.getAgain}`;
    case 'PackTooNew':
      return said.tooNew({ schema: failure.schema, understood: failure.understood });
    case 'PackTooLarge':
      return said.tooLarge({ file: failure.file, size: sizeWords(failure.size), limit: sizeWords(failure.limit) });
    case 'NotAPack':
      return said.notAPack;
    case 'PatchWithoutBase':
      return failure.installed === null
        ? said.patchOfMissing({ from: failure.from })
        : said.patchOfOther({ from: failure.from, installed: failure.installed });
    case 'PackUnsigned':
      return said.unsigned;
    case 'SignatureInvalid':
      return `${said.signature} ${said.getAgain}`;
    case 'PublisherUnknown':
      return said.unknownPublisher({ publisher: failure.publisher, fingerprint: failure.fingerprint });
    case 'PublisherChanged': {
      const { name, fingerprint } = failure;
      return (failure.what === 'pack' ? said.otherKeyOfPack : said.otherKeyOfPublisher)({ name, fingerprint });
    }
    case 'PackExpired':
      return said.expired({ date: dateWords(failure.expires) });
    case 'PackDowngrade':
      return said.downgrade({ offered: failure.offered, installed: failure.installed });
    case 'VersionReused':
      return said.versionReused({ version: failure.version });
    case 'PackBuiltIn':
      return said.builtIn({ pack: failure.pack });
    case 'OtherPack':
      return said.otherPack({ found: failure.found, expected: failure.expected });
    default:
      return deliveryWords(failure);
  }
}

type Delivery = Extract<
  InstallFailure,
  {
    readonly code:
      | 'AddressNotSecure'
      | 'RemoteUnreachable'
      | 'RemoteRefused'
      | 'PermissionMissing'
      | 'FileUnreadable'
      | 'StoreUnavailable'
      | 'StoreTooNew'
      | 'QuotaExceeded'
      | 'InstallOvertaken'
      | 'ImportCancelled';
  }
>;

/** Where it was not the pack: its way here, or the store. */
function deliveryWords(failure: Delivery): string {
  const said = words.packFailure;
  switch (failure.code) {
    case 'AddressNotSecure':
      return said.notSecure({ url: failure.url });
    case 'RemoteUnreachable':
      return said.unreachable({ url: failure.url });
    case 'RemoteRefused':
      return failure.status === 404
        ? said.notFound({ url: failure.url })
        : said.refusedBy({ url: failure.url, status: failure.status });
    case 'PermissionMissing':
      return said.notPermitted({ origin: failure.origin });
    case 'FileUnreadable':
      return said.fileUnreadable;
    case 'StoreUnavailable':
      return said.store;
    case 'StoreTooNew':
      return said.storeTooNew;
    case 'QuotaExceeded':
      return said.noRoom;
    case 'InstallOvertaken':
      return said.overtaken({ pack: failure.pack });
    case 'ImportCancelled':
      return said.stopped;
    default:
      return unreachable(failure);
  }
}

function damageWords({ fault, part }: Extract<InstallFailure, { readonly code: 'PackDamaged' }>): string {
  const said = words.packFailure.damaged[fault];
  return typeof said === 'string' ? said : said({ part });
}

/** `entities/3:12 aliases.0.text`: for whoever can mend it, the same in every language. */
function placeWords({ file, line, field }: Extract<InstallFailure, { readonly code: 'PackMalformed' }>): string {
  const place = line === null ? file : `${file}:${line}`;
  return field === null ? place : `${place} ${field}`;
}
