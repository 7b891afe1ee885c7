import type { NameSpan } from '../../lib/recognise/name-span.ts';
import { findNameErrors } from '../evaluate/name-errors.ts';
import type { MeasuredSpan } from '../evaluate/measured.ts';
import type { NamedText } from './sets.ts';

/** What is wrong with the names found in a training text, a line each: kind, text, place. */
export function listUnseen({ id, text, blocks, spans }: NamedText, found: readonly NameSpan[]): string[] {
  const wanted = spans.map(({ start, end, types }): MeasuredSpan => ({ start, end, type: types[0] ?? 'other' }));
  const types = ['PER', 'ORG', 'LOC', 'MISC'] as const;
  return findNameErrors({ id, text, blocks, spans: wanted }, found, { types }).map(
    ({ title, context }) => `${title}\t${id}\t${context}`,
  );
}
