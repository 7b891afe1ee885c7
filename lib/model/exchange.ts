/** What goes out of the store and comes back in. */

/** Rows of one table, as an import would change them. */
export interface TablePreview {
  readonly table: string;
  readonly added: number;
  readonly same: number;
  readonly different: number;
}

/** A row that the store has with other content; `mine` and `theirs` are its fields in a line each. */
export interface ImportConflict {
  /** `<table>/<key>` */
  readonly id: string;
  readonly title: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * Why something of a file stays out of the store: nothing is made of that column or property; the column stands there
 * before; things of that type are none that a name stands for; it has no name; its id stands there before; it is cut to
 * what has room; its value means nothing; it is no record as its table has them.
 */
export type LeftOutReason =
  | 'column'
  | 'columnTwice'
  | 'property'
  | 'type'
  | 'noName'
  | 'twice'
  | 'cut'
  | 'value'
  | 'broken';

export interface LeftOut {
  readonly why: LeftOutReason;
  /** Of the column, property, type, entry, or value with its field; of what is broken the table. */
  readonly name: string;
  /** How many lines it stands in. */
  readonly count: number;
  /** From 1; the first few. */
  readonly lines: readonly number[];
}

export interface LeftOutList {
  readonly listed: readonly LeftOut[];
  /** How much there is beyond. */
  readonly more: number;
}

/** What an import would do, before it does it. */
export interface ImportPreview {
  readonly format: string;
  /** ISO 8601; null where the file does not say. */
  readonly created: string | null;
  readonly tables: readonly TablePreview[];
  readonly conflicts: readonly ImportConflict[];
  /** Conflicts beyond those listed; they are settled as the listed ones are by default. */
  readonly moreConflicts: number;
  readonly leftOut: LeftOutList;
}

/** Whose content stays where both have the row. */
export interface Settlement {
  readonly usual: 'mine' | 'theirs';
  readonly exceptions: ReadonlySet<string>;
}

/** What keeps a file from being one that can be taken in. */
export type FileFault =
  | 'empty'
  | 'noHeader'
  | 'noVersion'
  | 'unreadable'
  | 'notText'
  | 'notJson'
  | 'noNameColumn'
  | 'namesNothing';

/** What is wrong with one line of a file. */
export type LineFault =
  | 'notJson'
  | 'unknownRow'
  | 'endless'
  | 'quotes'
  | 'cells'
  | 'noName'
  | 'longName'
  | 'noType'
  | 'noId'
  | 'noAddress'
  | 'noText'
  | 'longText'
  | 'noKind'
  | 'noDate';

/** Why a file is refused; nothing has changed then. */
export type ImportFailure =
  | { readonly code: 'NotAnExport'; readonly fault: FileFault }
  | { readonly code: 'ExportTooNew'; readonly version: number; readonly understood: number }
  /** `line` from 1; `of`: what stands there, where the words need it, else empty. */
  | { readonly code: 'ExportMalformed'; readonly line: number; readonly fault: LineFault; readonly of: string }
  /** `expected`: how many its last line tells of; null where there is no such line. */
  | { readonly code: 'ExportCutOff'; readonly rows: number; readonly expected: number | null };

/** A copy of the store that the extension made by itself. */
export interface BackupBrief {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  readonly rows: number;
}

/** What a store was like when it was last seen. */
export interface StoreMark {
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** Rows of the reader's own. */
  readonly rows: number;
  readonly packs: readonly { readonly id: string; readonly title: string }[];
}

/** What was found at a start and is to be told to the reader. */
export type StoreNotice =
  /**
   * The browser or somebody removed the store; `restored` says from when the backup is that took its place, `packs` the
   * titles of those that are gone with it.
   */
  | {
      readonly kind: 'emptied';
      readonly at: number;
      readonly restored: number | null;
      readonly packs: readonly string[];
    }
  | { readonly kind: 'damaged'; readonly at: number; readonly detail: string }
  | { readonly kind: 'full'; readonly at: number };

/** How much lies where. */
export interface Usage {
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly pictures: { readonly count: number; readonly bytes: number };
  readonly history: number;
}
