import { unreachable } from '../model/result.ts';

/** Why a pack is refused; each says where, so that its maker can mend it. */
export type PackFailure =
  | {
      readonly code: 'PackMalformed';
      readonly file: string;
      /** From 1; null where the file as a whole is at fault. */
      readonly line: number | null;
      /** Path of the field, `aliases.0.text`; null where the record as a whole is at fault. */
      readonly field: string | null;
      readonly detail: string;
    }
  | { readonly code: 'PackTooNew'; readonly schema: number; readonly understood: number }
  | { readonly code: 'PackTooLarge'; readonly file: string; readonly size: number; readonly limit: number }
  | { readonly code: 'PackDamaged'; readonly part: string; readonly detail: string }
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

/** One line for a person. */
export function describePackFailure(failure: PackFailure): string {
  switch (failure.code) {
    case 'PackMalformed': {
      const line = failure.line === null ? '' : `:${failure.line}`;
      const field = failure.field === null ? '' : ` ${failure.field}:`;
      return `${failure.file}${line}:${field} ${failure.detail}`;
    }
    case 'PackTooNew':
      return `the pack is of format ${failure.schema}, and this version reads up to ${failure.understood}`;
    case 'PackTooLarge':
      return `${failure.file} has ${failure.size} units, the limit is ${failure.limit}`;
    case 'PackDamaged':
      return `the pack's part ${failure.part} is damaged: ${failure.detail}`;
    case 'NotAPack':
      return `this is no pack: ${failure.detail}`;
    case 'PatchWithoutBase':
      return failure.installed === null
        ? `this patch is for version ${failure.from} of a pack that is not installed`
        : `this patch is for version ${failure.from}, and version ${failure.installed} is installed`;
    case 'PackUnsigned':
      return 'nobody signed the pack';
    case 'SignatureInvalid':
      return 'the signature is not that of the publisher’s key, or the pack was changed after it was signed';
    case 'PublisherUnknown':
      return `you have not accepted the publisher ${failure.publisher} with the key ${failure.fingerprint}`;
    case 'PublisherChanged':
      return `the ${failure.what} ${failure.name} is known under another key; this one is signed with ${failure.fingerprint}`;
    case 'PackExpired':
      return `the pack expired on ${failure.expires}`;
    case 'PackDowngrade':
      return `version ${failure.offered} is older than ${failure.installed}, which is installed`;
    case 'VersionReused':
      return `version ${failure.version} is installed with another content; a changed pack needs a new version`;
    case 'PackBuiltIn':
      return `${failure.pack} comes with Sidelight and is updated with it`;
    case 'OtherPack':
      return `this is the pack ${failure.found}, not ${failure.expected}`;
    default:
      return unreachable(failure);
  }
}
