import type { PackFailure } from '../model/install-failure.ts';
import { unreachable } from '../model/result.ts';

/** One line for who makes packs: for the command line, in English. */
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
