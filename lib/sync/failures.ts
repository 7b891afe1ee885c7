/** Why a sync did not go on. Each is told to the reader with what to do next (components/sync/words.ts). */
export interface SyncFailure {
  readonly code: SyncFailureCode;
  /** What was seen, in a line. */
  readonly detail: string;
  /** Milliseconds after which the server wants to be asked again, where it said so. */
  readonly retryAfter?: number;
}

export const syncFailureCodes = [
  /** No connection, a name that is not found, a certificate that is refused, an answer that broke off. */
  'Unreachable',
  /** The server is overloaded or being restarted. */
  'Busy',
  'SignInRefused',
  /** Signed in, but not allowed to do this. */
  'NotAllowed',
  /** There is no database or folder at the address. */
  'NotFound',
  /** Something else answers at the address. */
  'NotThatServer',
  'TooLarge',
  /** The server's disk or the account's quota is full. */
  'ServerFull',
  /** The server failed at something that it should be able to do. */
  'ServerFault',
  /** An answer that makes no sense. */
  'AnswerMalformed',
  /** The place where reading was to go on is no longer known: read again from the start. */
  'CursorInvalid',
  /** Another store lies at the address than the one that was joined. */
  'StoreReplaced',
  /** The store at the address is not encrypted as expected, or in a way of a later version. */
  'StoreUnknown',
  'PassphraseWrong',
  /** Bytes that were not written by a device of this store, or were changed or moved since. */
  'Damaged',
  /** The server shows an older state than it did before. */
  'WentBack',
  /** Another profile writes under this device's name. */
  'DeviceCopied',
  /** Other devices deleted so much that the reader is asked first. */
  'MassDeletion',
  /** This device's own disk is full. */
  'DiskFull',
  /** The browser does not let the extension reach the address until the reader allows it. */
  'NotPermitted',
] as const;

export type SyncFailureCode = (typeof syncFailureCodes)[number];

export const failure = (code: SyncFailureCode, detail: string): SyncFailure => ({ code, detail });

/** Passes by itself: tried again later, and nobody is told before it has lasted. */
export const isPassing = (code: SyncFailureCode): boolean =>
  code === 'Unreachable' || code === 'Busy' || code === 'ServerFault' || code === 'AnswerMalformed';
