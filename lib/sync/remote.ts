import type { DeviceId, Stamp } from '../merge/clock.ts';
import type { Json } from '../merge/json.ts';
import type { Result } from '../model/result.ts';
import type { Arrived } from '../store/sync/arrived.ts';
import type { Outgoing } from '../store/sync/outbox.ts';
import type { DeviceFacts } from '../store/sync/rows.ts';
import type { Bytes } from './bytes.ts';
import type { SyncFailure } from './failures.ts';

export interface Pulled {
  readonly records: readonly Arrived[];
  /** Where to go on; the same as before where nothing is new. */
  readonly cursor: Json;
  /** Whether there was more than fits into one page. */
  readonly more: boolean;
  /** Devices that the page told of. */
  readonly devices: Readonly<Record<string, DeviceFacts>>;
  /** What could not be read, in words; it is skipped and told. */
  readonly unreadable: readonly string[];
  /** What should be there and is not yet, in words; all else goes on, and it is asked for again. */
  readonly late: readonly string[];
}

export interface Pushed {
  readonly taken: readonly (Outgoing & { readonly newRevision: string | null })[];
  readonly refused: readonly Outgoing[];
  readonly journal: Json;
  /** Why records were refused for good; null where each may be tried again after a pull. */
  readonly trouble: SyncFailure | null;
}

export interface Settled {
  readonly journal: Json;
  readonly cursor: Json;
  /** Whether everything that this device ever sent is to be sent again, so that old files can go. */
  readonly repeatsAll: boolean;
}

/** What a remote needs to know and to keep while it writes. */
export interface Writing {
  readonly device: DeviceId;
  readonly journal: Json;
  /** Saves the journal at once: what it says holds even if the worker dies on the next line. */
  readonly keep: (journal: Json) => Promise<void>;
}

export interface Settling extends Writing {
  /** The remote's words for the versions that this run has written. */
  readonly own: ReadonlySet<string>;
}

/** By what a remote finds the bytes of a picture. */
export interface PicturePlace {
  /** Of the entity, which is the record's. */
  readonly id: string;
  /** Of the write that brought it. */
  readonly stamp: Stamp;
  /** The remote's own word for its version of the record. */
  readonly revision: string | null;
}

/** How closely a run looks whether there is anything new: a glance may overlook for a while what a whole look finds. */
export type Look = 'glance' | 'whole';

/**
 * A store on a server. Holds no state between calls: cursor and journal are the caller's, who keeps them in the same
 * database as the records. Every call may be repeated, whatever became of the one before.
 */
export interface Remote {
  /**
   * Before each run, in as few bytes as can be: whether there is anything to take in, and if so, whether the store is
   * the one that was joined and not older than it was.
   */
  look(cursor: Json, writing: Writing, how: Look): Promise<Result<'idle' | 'changed', SyncFailure>>;
  /** Before the first push of a run: whether this is still the same store, and this device the only one of its name. */
  begin(writing: Writing): Promise<Result<Json, SyncFailure>>;
  /** The next changes after the cursor; null begins at the start. */
  pull(cursor: Json, writing: Writing): Promise<Result<Pulled, SyncFailure>>;
  push(records: readonly Outgoing[], writing: Writing): Promise<Result<Pushed, SyncFailure>>;
  /** The bytes of a picture, as they are there; null where they are not. Whoever asks checks them. */
  readPicture(picture: PicturePlace): Promise<Result<Bytes | null, SyncFailure>>;
  /** The journal with which to begin again once the store went back, or this device has another name. */
  afresh(journal: Json, why: 'WentBack' | 'DeviceCopied'): Json;
  /** After all is sent and taken in: clean-up, acknowledgements, a cursor behind what this run has written itself. */
  settle(cursor: Json, settling: Settling): Promise<Result<Settled, SyncFailure>>;
}
