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
  | { readonly code: 'NotAPack'; readonly detail: string };

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
    default:
      return unreachable(failure);
  }
}
