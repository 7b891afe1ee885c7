import type { ClaimSegment } from '../model/claim-segment.ts';

/** A segment as it lies in the database. Never rewritten: another takes its place. */
export interface ClaimSegmentRow {
  /** Counted up; absent before it is written. */
  readonly id?: number;
  /** `own`, or the generation of a pack. */
  readonly of: string;
  /** Of a pack the first ordinal behind it; 0 of the reader's own. */
  readonly to: number;
  readonly segment: ClaimSegment;
}

/** Ids of claims that were written or taken away since the segments were last brought up to date. */
export interface ClaimChangeRow {
  /** Counted up; absent before it is written. */
  readonly at?: number;
  readonly ids: readonly string[];
}

/** Ids in one row, and claims taken apart in one step. */
export const idsInRow = 500;

/** Rows for these ids. */
export function toChangeRows(ids: readonly string[]): ClaimChangeRow[] {
  const rows: ClaimChangeRow[] = [];
  for (let at = 0; at < ids.length; at += idsInRow) rows.push({ ids: ids.slice(at, at + idsInRow) });
  return rows;
}
