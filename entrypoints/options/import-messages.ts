import type { InstallFailure } from '../../lib/model/install-failure.ts';
import type { ImportProgress } from '../../lib/store/packs/import-progress.ts';

/** What the options page and its import worker tell each other; both are ours and nobody else can reach the port. */
export type ImportOrder =
  | { readonly type: 'file'; readonly file: File; readonly accept: readonly string[] }
  | {
      readonly type: 'address';
      readonly url: string;
      /** Kept up to date from there once it is in. */
      readonly subscribe: boolean;
      readonly accept: readonly string[];
    }
  | { readonly type: 'update'; readonly pack: string };

export type ImportEnd =
  | { readonly kind: 'added'; readonly pack: string; readonly version: string; readonly subscribed: string | null }
  | { readonly kind: 'present'; readonly version: string; readonly pack: string; readonly subscribed: string | null }
  | { readonly kind: 'current' }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'unknown-publisher';
      readonly publisher: string;
      readonly key: string;
      readonly fingerprint: string;
    }
  | { readonly kind: 'refused'; readonly failure: InstallFailure }
  /** The pack to update is kept up to date no more. */
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'broken'; readonly detail: string };

export type FromImporter =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  /** All is written; waits for `goOrder` before it switches to it. */
  | { readonly type: 'written'; readonly pack: string; readonly generation: string }
  | { readonly type: 'ended'; readonly end: ImportEnd };

/** Sent once the background has opened what was written. */
export const goOrder = 'go';

/** Sent after the order, to end it before its time. */
export const stopOrder = 'stop';
