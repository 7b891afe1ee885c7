import type {
  ConflictView,
  StepResult,
  SyncDevice,
  SyncDraft,
  SyncedStore,
  SyncFailureCode,
  SyncKind,
  SyncReading,
} from '../../lib/model/sync.ts';

/** Where the set-up of a store is. */
export type SetUp =
  | { readonly at: 'closed' }
  | { readonly at: 'form'; readonly draft: SyncDraft; readonly deviceName: string }
  | {
      readonly at: 'checking';
      readonly draft: SyncDraft;
      readonly steps: readonly StepResult[];
      readonly isOver: boolean;
    }
  | {
      readonly at: 'found';
      readonly draft: SyncDraft;
      readonly steps: readonly StepResult[];
      readonly isNew: boolean;
      readonly isEncrypted: boolean;
      readonly recordsThere: number | null;
      readonly devicesThere: number;
      readonly recordsHere: number;
      readonly trouble: SyncFailureCode | null;
      readonly isWorking: boolean;
    }
  | { readonly at: 'code'; readonly code: string };

/** What is open under one of the stores besides its buttons. */
export type StorePart =
  | { readonly at: 'closed' }
  | {
      readonly at: 'devices';
      readonly store: string;
      /** Null while they are asked for. */
      readonly devices: readonly SyncDevice[] | null;
      readonly trouble: SyncFailureCode | null;
    }
  | {
      readonly at: 'passphrase';
      readonly store: string;
      readonly isWorking: boolean;
      readonly trouble: SyncFailureCode | null;
    }
  | {
      readonly at: 'account';
      readonly store: string;
      readonly user: string;
      readonly isWorking: boolean;
      readonly trouble: { readonly code: SyncFailureCode; readonly detail: string } | null;
    }
  | { readonly at: 'code'; readonly store: string; readonly code: string };

export interface PartActions {
  readonly onDevices: (store: SyncedStore) => void;
  readonly onRemoveDevice: (device: SyncDevice) => void;
  readonly onAccount: (store: SyncedStore) => void;
  readonly onChangeAccount: (user: string, password: string) => void;
  readonly onPassphrase: (store: SyncedStore) => void;
  readonly onChangePassphrase: (before: string, after: string) => void;
  readonly onClosePart: () => void;
}

export interface SyncView extends SyncReading {
  readonly setUp: SetUp;
  readonly part: StorePart;
}

export interface SyncActions extends PartActions {
  readonly onAdd: (kind: SyncKind) => void;
  readonly onConnect: (draft: SyncDraft, deviceName: string) => void;
  /** With the same draft, after a step has failed. */
  readonly onConnectAgain: () => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
  /** Null for a store that is not encrypted. */
  readonly onJoin: (passphrase: string | null) => void;
  readonly onCodeKept: () => void;
  readonly onNow: (store: SyncedStore) => void;
  readonly onSwitch: (store: SyncedStore) => void;
  readonly onForget: (store: SyncedStore) => void;
  readonly onErase: (store: SyncedStore) => void;
  readonly onDeletions: (how: 'apply' | 'keep') => void;
  /** The nth version is kept; of a deletion, 0 keeps the record and 1 deletes it. */
  readonly onKeep: (conflict: ConflictView, nth: number) => void;
  readonly onKeepBoth: (conflict: ConflictView) => void;
  readonly onUndo: () => void;
}
