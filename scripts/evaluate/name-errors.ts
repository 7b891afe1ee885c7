import { overlaps, sliceOf } from '../../lib/model/span.ts';
import { coarseOf, type MeasuredSet, type MeasuredSpan, type MeasuredText } from './measured.ts';

export type ErrorKind = 'missed' | 'spurious' | 'boundary' | 'type';

export interface NameError {
  readonly kind: ErrorKind;
  /** `kind`, and the coarse types that it is about: "type ORG as LOC". */
  readonly title: string;
  /** The place with its surroundings, on one line. */
  readonly context: string;
}

/** What is wrong with the names found in a text; a wrong border counts once, for the name that should be. */
export function findNameErrors(
  text: MeasuredText,
  found: readonly MeasuredSpan[],
  { types }: Pick<MeasuredSet, 'types'>,
): NameError[] {
  const errors: NameError[] = [];
  const counted = found.filter((span) => types.includes(coarseOf(span.type)));
  for (const gold of text.spans) {
    const wanted = coarseOf(gold.type);
    const rivals = counted.filter((span) => overlaps(span, gold));
    const same = rivals.find((span) => span.start === gold.start && span.end === gold.end);
    const context = contextOf(text.text, gold);
    if (same === undefined && rivals.length === 0) errors.push({ kind: 'missed', title: `missed ${wanted}`, context });
    else if (same === undefined) {
      const instead = rivals.map((span) => `"${sliceOf(text.text, span)}" ${span.type}`).join(', ');
      errors.push({ kind: 'boundary', title: `boundary ${wanted}`, context: `${context}   found: ${instead}` });
    } else if (coarseOf(same.type) !== wanted)
      errors.push({ kind: 'type', title: `type ${wanted} as ${coarseOf(same.type)}`, context });
  }
  for (const span of counted)
    if (!text.spans.some((gold) => overlaps(span, gold)))
      errors.push({ kind: 'spurious', title: `spurious ${coarseOf(span.type)}`, context: contextOf(text.text, span) });
  return errors;
}

const contextOf = (text: string, { start, end }: MeasuredSpan): string =>
  `…${text.slice(Math.max(0, start - 45), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 30)}…`.replaceAll(
    '\n',
    ' / ',
  );
