import * as v from 'valibot';
import type { RecordFault } from '../model/install-failure.ts';

/** What the checks of a record's fields say, by what kind of fault each is. */
const said = {
  empty: ['empty', 'without a letter or digit'],
  noDate: ['not a date (YYYY, YYYY-MM or YYYY-MM-DD)', 'not a day of the calendar', 'not an ISO 8601 date'],
  noAddress: ['not an http(s) address'],
  endsFirst: ['ends before it begins'],
} as const satisfies Partial<Record<RecordFault, readonly string[]>>;

const faultBySaying: ReadonlyMap<string, RecordFault> = new Map(
  Object.entries(said).flatMap(([fault, sayings]) => sayings.map((saying) => [saying, fault as RecordFault] as const)),
);

/** Where and what is wrong with a value, as valibot found it. */
export const faultOf = (
  issue: v.BaseIssue<unknown>,
): { readonly field: string | null; readonly fault: RecordFault; readonly detail: string } => ({
  field: v.getDotPath(issue),
  fault: faultBySaying.get(issue.message) ?? (issue.type === 'regex' ? 'otherForm' : 'wrongValue'),
  detail: issue.message,
});
