import { failed, ok, type Result } from '../model/result.ts';

export interface CheckWorthiness {
  readonly version: number;
}
export type CheckWorthinessFailure = { readonly code: 'ModelUnreadable'; readonly detail: string };
export function openCheckWorthiness(bytes: ArrayBuffer): Result<CheckWorthiness, CheckWorthinessFailure> {
  return bytes.byteLength === 0 ? failed({ code: 'ModelUnreadable', detail: 'no bytes' }) : ok({ version: 0 });
}
