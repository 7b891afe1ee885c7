import type { SourceId } from './ids.ts';

/** Where something was said or written. */
export interface Source {
  readonly id: SourceId;
  /** Canonical URL, null where the source has none (a compiled list, a printed page). */
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** ISO 8601, as precise as known. */
  readonly publishedAt: string | null;
  readonly licence?: string;
}
