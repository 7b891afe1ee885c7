/** What is wrong with a part of a pack as a whole. */
export type DamageFault =
  | 'missing'
  | 'misplaced'
  | 'twice'
  | 'cutOff'
  | 'notJson'
  | 'otherHash'
  | 'trailing'
  | 'tooMany'
  | 'notText'
  | 'otherCount'
  | 'unreadable';

/** What is wrong with one of its records, or with a field of one. */
export type RecordFault =
  | 'missing'
  | 'notJson'
  | 'empty'
  | 'noDate'
  | 'noAddress'
  | 'otherForm'
  | 'endsFirst'
  | 'otherId'
  | 'noSource'
  | 'noRecord'
  | 'otherClaim'
  | 'double'
  | 'wrongValue';

/** Why a pack is refused; each says where, so that its maker can mend it. `detail` is for the maker: in English. */
export type PackFailure =
  | {
      readonly code: 'PackMalformed';
      readonly file: string;
      /** From 1; null where the file as a whole is at fault. */
      readonly line: number | null;
      /** Path of the field, `aliases.0.text`; null where the record as a whole is at fault. */
      readonly field: string | null;
      readonly fault: RecordFault;
      readonly detail: string;
    }
  | { readonly code: 'PackTooNew'; readonly schema: number; readonly understood: number }
  | { readonly code: 'PackTooLarge'; readonly file: string; readonly size: number; readonly limit: number }
  | { readonly code: 'PackDamaged'; readonly part: string; readonly fault: DamageFault; readonly detail: string }
  | { readonly code: 'NotAPack'; readonly detail: string }
  | { readonly code: 'PatchWithoutBase'; readonly from: string; readonly installed: string | null }
  | TrustFailure;

/** Why a pack that is whole is not taken all the same. */
export type TrustFailure =
  | { readonly code: 'PackUnsigned' }
  | { readonly code: 'SignatureInvalid' }
  /** The reader is asked; who agrees imports once more with the key accepted. */
  | {
      readonly code: 'PublisherUnknown';
      readonly publisher: string;
      readonly key: string;
      readonly fingerprint: string;
    }
  /** The pack, or the publisher's name, belongs to another key. */
  | {
      readonly code: 'PublisherChanged';
      readonly what: 'pack' | 'publisher';
      readonly name: string;
      readonly fingerprint: string;
    }
  | { readonly code: 'PackExpired'; readonly expires: string }
  | { readonly code: 'PackDowngrade'; readonly installed: string; readonly offered: string }
  | { readonly code: 'VersionReused'; readonly version: string }
  /** It comes with the extension and is replaced by updates of that alone. */
  | { readonly code: 'PackBuiltIn'; readonly pack: string }
  | { readonly code: 'OtherPack'; readonly expected: string; readonly found: string };

/** Why bytes did not come. */
export type RemoteFailure =
  | { readonly code: 'AddressNotSecure'; readonly url: string }
  | { readonly code: 'RemoteUnreachable'; readonly url: string; readonly detail: string }
  | { readonly code: 'RemoteRefused'; readonly url: string; readonly status: number }
  | { readonly code: 'PermissionMissing'; readonly origin: string }
  | { readonly code: 'FileUnreadable'; readonly detail: string };

/** What can go wrong with the store, apart from bugs. */
export type StoreFailure =
  | { readonly code: 'StoreUnavailable'; readonly detail: string }
  /** Written by a newer version of the extension. */
  | { readonly code: 'StoreTooNew'; readonly detail: string }
  | { readonly code: 'QuotaExceeded'; readonly detail: string }
  /** Another context installed another version of the pack meanwhile; it stays. */
  | { readonly code: 'InstallOvertaken'; readonly pack: string };

/** Why a pack is not in the store. */
export type InstallFailure = PackFailure | StoreFailure | RemoteFailure | { readonly code: 'ImportCancelled' };
