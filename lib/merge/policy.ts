import type { Json } from './json.ts';

/** How the fields of a table's rows become cells. A field that is named nowhere is one cell. */
export interface TablePolicy {
  /** The field that is the row's key. */
  readonly key: string;
  /** Fields of this device alone: they are no cells. */
  readonly local: readonly string[];
  /** Lists whose items are added and removed each by itself; an item never changes. */
  readonly sets: readonly string[];
  /** Objects whose keys are cells of their own. */
  readonly nested: readonly string[];
  /** What a row has where no cell says otherwise. */
  readonly defaults: Readonly<Record<string, Json>>;
  /** Computed from other fields, or a mere date of the last visit: the newest counts and nobody is asked. */
  readonly derived: readonly string[];
  /** Whose words they are: two values of the reader's are asked about, two of a program's are only kept. */
  readonly madeBy: 'reader' | 'program';
  /** A field whose two versions become two records, because each is somebody's text. */
  readonly kept: string | null;
  /** One cell for all fields together, where none is right beside another write's: its name. */
  readonly whole: string | null;
}

const plain: TablePolicy = {
  key: 'id',
  local: [],
  sets: [],
  nested: [],
  defaults: {},
  derived: ['changedAt', 'at'],
  madeBy: 'reader',
  kept: null,
  whole: null,
};

/**
 * The tables that sync, those of later versions included: a table that the schema does not have (yet) is passed on to
 * other devices but makes no row. Packs, their parts and what can be computed again stay where they are.
 */
export const syncedTables: Readonly<Record<string, TablePolicy>> = {
  entities: { ...plain, sets: ['aliases', 'sameAs', 'context'], defaults: { aliases: [] } },
  facts: plain,
  claims: { ...plain, derived: ['by', 'spoken', 'gist'], madeBy: 'program' },
  sources: { ...plain, sets: ['urls'], derived: ['readAt', 'contentHash', 'addresses', 'traits'], madeBy: 'program' },
  notes: { ...plain, kept: 'text' },
  overlays: {
    ...plain,
    sets: ['addedAliases', 'removedAliases'],
    nested: ['fields'],
    defaults: { fields: {}, addedAliases: [], removedAliases: [] },
  },
  assertions: plain,
  choices: plain,
  tombstones: plain,
  subscriptions: {
    ...plain,
    key: 'pack',
    local: ['etag', 'checkedAt', 'nextAt', 'failures', 'trouble'],
    defaults: { etag: null, checkedAt: null, nextAt: 0, failures: 0, trouble: null, heldBack: null },
  },
  reviews: { ...plain, madeBy: 'program' },
  // Whose a picture is must never stand beside another picture. Its bytes travel beside the record.
  images: { ...plain, local: ['bytes'], whole: 'picture', derived: ['picture'], madeBy: 'program' },
};

export const policyOf = (table: string): TablePolicy => syncedTables[table] ?? plain;
