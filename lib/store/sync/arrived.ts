import type { Json } from '../../merge/json.ts';
import type { RecordState } from '../../merge/record.ts';

/** A record as a remote store has it. */
export interface Arrived {
  readonly state: RecordState;
  readonly revision: string | null;
  /** Versions beside it that lost. */
  readonly leaves: readonly string[];
}

export interface ArrivedPage {
  readonly store: string;
  readonly records: readonly Arrived[];
  /** Where the next page begins; saved with the rows or not at all. */
  readonly cursor: Json;
  /** Whether a row of that table can be read by this version; what cannot stays a state without a row. */
  readonly accepts: (table: string, row: object) => boolean;
  /** Whether most likely nothing of it is known here: then little is looked up, unless that turns out to be wrong. */
  readonly isNew: boolean;
}
