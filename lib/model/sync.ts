/** What is told of sync: pages show it, lib/sync finds it out. */

/** Why a sync did not go on; each is told to the reader with what to do next. */
export const syncFailureCodes = [
  /** No connection, a name that is not found, a certificate that is refused, an answer that broke off. */
  'Unreachable',
  /** The server is overloaded or being restarted. */
  'Busy',
  /** A sync, or another device, was at the same thing at the same moment; nothing was changed. */
  'Overtaken',
  /** Another device has just made a store where this one was to be made. */
  'StoreMade',
  'SignInRefused',
  /** Signed in, but not allowed to do this. */
  'NotAllowed',
  /** There is no database or folder at the address. */
  'NotFound',
  /** Something else answers at the address. */
  'NotThatServer',
  /** The server sends requests on to another one. */
  'Moved',
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

/** How a store is, in the one word that counts most. */
export type SyncState =
  | { readonly state: 'up-to-date' }
  /** Set up, and never whole yet. */
  | { readonly state: 'new' }
  | { readonly state: 'syncing'; readonly done: number; readonly total: number }
  /** Nothing has been tried since these changes were made. */
  | { readonly state: 'waiting'; readonly pending: number }
  | { readonly state: 'offline'; readonly pending: number }
  /** The server answers, but not as it should: tried again by itself. */
  | {
      readonly state: 'failing';
      readonly code: SyncFailureCode;
      readonly detail: string;
      readonly pending: number;
    }
  | { readonly state: 'paused'; readonly pending: number }
  /** Only the reader can help. */
  | {
      readonly state: 'attention';
      readonly code: SyncFailureCode;
      readonly detail: string;
      readonly pending: number;
    };

export interface SyncedStore {
  readonly id: string;
  readonly kind: SyncKind;
  readonly name: string;
  readonly url: string;
  readonly isOn: boolean;
  readonly isEncrypted: boolean;
  readonly carries: SyncDraft['carries'];
  readonly state: SyncState;
  /** Epoch milliseconds; null before the first. */
  readonly lastSuccess: number | null;
}

/** Another device of a store. */
export interface SyncDevice {
  readonly id: string;
  /** As its owner called it; empty where it is not known. */
  readonly name: string;
  /** Milliseconds that its clock ran ahead; 0 where it did not. */
  readonly ahead: number;
}

export type SyncKind = 'couchdb' | 'webdav';

/** What a connection has to be able to do, in the order in which it is tried. */
export const checkSteps = ['reach', 'sign-in', 'read', 'write', 'delete', 'clock'] as const;
export type CheckStep = (typeof checkSteps)[number];

export type StepResult =
  | { readonly step: CheckStep; readonly state: 'ok' }
  /** Records may be read there and not written: what others write arrives, what is changed here stays here. */
  | { readonly step: 'write'; readonly state: 'read-only' }
  /** Works, but the reader should know: milliseconds that this device's clock is ahead of the server's. */
  | { readonly step: 'clock'; readonly state: 'off'; readonly ahead: number }
  | { readonly step: CheckStep; readonly state: 'failed'; readonly code: SyncFailureCode; readonly detail: string };

export interface SyncDraft {
  readonly kind: SyncKind;
  readonly name: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly carries: { readonly notes: boolean; readonly reading: boolean };
}

/** One of the values between which the reader decides. */
export interface ConflictVersion {
  /** The device's name; empty where it is not known. */
  readonly device: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The value in words; empty where the field was emptied. */
  readonly text: string;
}

export interface ConflictView {
  /** Identifies it among all. */
  readonly key: string;
  readonly title: string;
  /** Null where one device deleted what another changed. */
  readonly field: string | null;
  /** The one that counts for now first. Of a deletion, who deleted. */
  readonly versions: readonly ConflictVersion[];
  /** Whether both values can be kept in one. */
  readonly canKeepBoth: boolean;
}

export interface SyncReading {
  readonly stores: readonly SyncedStore[];
  readonly conflicts: readonly ConflictView[];
  readonly conflictsInAll: number;
  readonly canUndo: boolean;
  /** Records that others deleted and that wait for a word. */
  readonly held: number;
}
