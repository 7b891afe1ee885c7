import type { InstallFailure, StoreFailure } from '../model/install-failure.ts';
import { unreachable } from '../model/result.ts';
import { describePackFailure } from '../pack/failures.ts';
import { describeRemoteFailure, isRemoteFailure } from '../pack/remote.ts';

/** A failure on its way through code that cannot go on without the store; caught where an answer is made. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super(describeStoreFailure(failure));
    this.name = 'StoreError';
    this.failure = failure;
  }
}

/** One line in English, for the command line and for logs. */
export function describeStoreFailure(failure: InstallFailure): string {
  if (isRemoteFailure(failure)) return describeRemoteFailure(failure);
  return isStoreFailure(failure) ? describeOwnFailure(failure) : describePackFailure(failure);
}

type OwnFailure = StoreFailure | { readonly code: 'ImportCancelled' };

const ownCodes: ReadonlySet<string> = new Set([
  'StoreUnavailable',
  'StoreTooNew',
  'QuotaExceeded',
  'InstallOvertaken',
  'ImportCancelled',
] satisfies OwnFailure['code'][]);

const isStoreFailure = (failure: { readonly code: string }): failure is OwnFailure => ownCodes.has(failure.code);

function describeOwnFailure(failure: OwnFailure): string {
  switch (failure.code) {
    case 'StoreUnavailable':
      return `the store cannot be opened: ${failure.detail}`;
    case 'StoreTooNew':
      return `the store was written by a newer version: ${failure.detail}`;
    case 'QuotaExceeded':
      return `there is no room left: ${failure.detail}`;
    case 'InstallOvertaken':
      return `another version of ${failure.pack} was installed meanwhile`;
    case 'ImportCancelled':
      return 'stopped; it can go on from here';
    default:
      return unreachable(failure);
  }
}

const namesOf = (error: unknown): readonly string[] => {
  const names: string[] = [];
  let at = error as { readonly name?: unknown; readonly inner?: unknown } | null | undefined;
  for (let depth = 0; depth < 4 && at !== null && typeof at === 'object'; depth += 1) {
    if (typeof at.name === 'string') names.push(at.name);
    at = at.inner as typeof at;
  }
  return names;
};

/** The failure that an error of the database stands for; a bug stands for none and is thrown again. */
export function toStoreFailure(error: unknown): StoreFailure {
  if (error instanceof StoreError) return error.failure;
  const detail = error instanceof Error ? error.message : String(error);
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'QuotaExceeded', detail };
  if (names.includes('VersionError')) return { code: 'StoreTooNew', detail };
  if (names.some((name) => databaseErrors.has(name))) return { code: 'StoreUnavailable', detail };
  throw error;
}

const databaseErrors: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
]);
