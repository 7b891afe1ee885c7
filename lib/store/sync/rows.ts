import type { DeviceId } from '../../merge/clock.ts';
import type { Json } from '../../merge/json.ts';
import type { RecordState, Tombstone } from '../../merge/record.ts';

/** What is known of a record of the reader's; its row is what this state stands for. */
export interface SyncRecordRow {
  readonly table: string;
  readonly id: string;
  readonly state: RecordState;
  /** Place in the sequence of all changes; each change of a record gives it a new one. */
  readonly edit: number;
  /** 1 where the reader has to decide something. */
  readonly asks?: 1;
  /** 1 where another device deleted it and the row still waits to be taken away. */
  readonly held?: 1;
  /** 1 where it has had another place before: only then may a receipt name it. */
  readonly again?: 1;
  /**
   * What remote stores have of it, by the store's id. A store that is not named never had it, or says so in a receipt;
   * what stands here counts.
   */
  readonly copies?: Copies;
}

/** The same few facts of many records, each list in the same order. */
interface SyncBlock {
  /** Given by the database. */
  readonly id?: number;
  /** That the records came from or went to; empty where that was a file. */
  readonly store: string;
  /** As `keyOf` names them. */
  readonly keys: readonly string[];
  readonly edits: readonly number[];
  readonly revisions: readonly (string | null)[];
}

/**
 * Records that arrived together and were not known here: one row for all of them, since rows of their own would take
 * most of a sync's time. One that changes gets a row in `syncRecords`, which counts from then on. No record is in two.
 */
export interface SyncArrivalRow extends SyncBlock {
  /** Lowest and highest of the edits; no other record's lies between them. */
  readonly first: number;
  readonly last: number;
  /** As JSON. */
  readonly states: readonly string[];
}

/** What a store answered to records that it had never been sent: likewise one row. No store has a record in two. */
export type SyncReceiptRow = SyncBlock;

export type Copies = Readonly<Record<string, RemoteCopy>>;

/** What a remote store has of a record. */
export interface RemoteCopy {
  /** `SyncRecordRow.edit` of what it has; 0 where it has something else. */
  readonly edit: number;
  /** The remote's own word for its version; null where it has none. */
  readonly revision: string | null;
  /** Versions beside it that lost, to be deleted there once what they hold is saved. */
  readonly leaves?: readonly string[];
}

/**
 * Records that were sent to a store for the first time and of which no answer told yet whether they are there: one row
 * for all of them, since most answers come a moment later.
 */
export interface SyncOfferRow {
  readonly store: string;
  /** As `keyOf` names them. */
  readonly records: readonly string[];
}

/** Names a record among those of all tables. */
export const keyOf = ({ table, id }: Pick<SyncRecordRow, 'table' | 'id'>): string => `${table}\u0000${id}`;

/** Which of the reader's records a remote store gets; entities, facts and edits always go. */
export interface Carries {
  readonly notes: boolean;
  /** Articles that were read, with their claims. */
  readonly reading: boolean;
}

/** Why a sync stopped, as one of the codes of lib/sync/failures.ts, in a form that can be stored. */
export interface Trouble {
  readonly code: string;
  readonly detail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A remote store that this device syncs with. */
export interface SyncStoreRow {
  readonly id: string;
  readonly kind: 'couchdb' | 'webdav';
  readonly name: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly carries: Carries;
  readonly isOn: boolean;
  /** Key of which all others are derived; cannot be read out. Null where the remote is not encrypted. */
  readonly key: CryptoKey | null;
  /** Identity of the remote store: another one at the same address is another store. */
  readonly remote: string;
  /** How far its changes have been taken in; the remote's own word. Null before the first. */
  readonly cursor: Json;
  /** What the remote's side has to remember about its writing. */
  readonly journal: Json;
  /** Changes up to here have been sent or need not be. */
  readonly pushed: number;
  /** The clock's time up to which all of this device's writes are known to be there. */
  readonly confirmed: number;
  /** How many records of this run are done. */
  readonly done: number;
  readonly lastSuccess: number | null;
  readonly trouble: Trouble | null;
  /** In a row. */
  readonly failures: number;
  /** Epoch milliseconds before which nothing is tried; 0 for at once. */
  readonly retryAt: number;
  /** What the reader said of a mass deletion that waits. */
  readonly deletions: 'ask' | 'apply' | 'keep';
}

/** A picture of which something is still to be done: its bytes are to be had, or have no hash yet. */
export interface SyncPictureRow {
  /** Of the entity. */
  readonly id: string;
  /** How often its bytes were asked for in vain. */
  readonly tries: number;
}

export type SyncMetaRow =
  | { readonly key: 'clock'; readonly device: DeviceId; readonly time: number; readonly edit: number }
  | { readonly key: 'lease'; readonly holder: string; readonly until: number }
  /** Devices met, by id, with the name that their owner gave them and how far their clock ran ahead. */
  | { readonly key: 'devices'; readonly names: Readonly<Record<string, DeviceFacts>> };

export interface DeviceFacts {
  readonly name: string;
  /** Milliseconds; 0 where the clock was right. */
  readonly ahead: number;
}

/** A decision of the reader's on a conflict, kept so that it can be taken back. */
export interface DecisionRow {
  readonly id: string;
  readonly table: string;
  readonly record: string;
  /** Null where it was about the record's life. */
  readonly cell: string | null;
  /** Values before, the winner first; one that was empty is null. */
  readonly before: readonly (Json | null)[];
  /** Deletions that stood against it; decisions of earlier versions lack them. */
  readonly gone?: readonly Tombstone[];
  readonly at: number;
}
