import type { EntityType } from '../model/entity.ts';
import type { IntroducedRole } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

/** Between a person's name and the name of a body: "of the", "of the consultancy", ", of Oxford's". */
const between = /^(?:, \d{2}(?=,))?,? (of (?:the )?(?:\p{Ll}+ ){0,3})$/u;
const longestBetween = 48;

/** "[X] of the RAND Corporation", "[X], of the consultancy [Y]": the body that a person speaks for, where nothing else is said. */
export function affiliationOf(
  text: string,
  name: Span & { readonly type: EntityType | 'misc' },
  next: (Span & { readonly type: EntityType | 'misc' }) | undefined,
): IntroducedRole | null {
  if (name.type !== 'person' || next?.type !== 'organisation' || next.start - name.end > longestBetween) return null;
  const words = between.exec(text.slice(name.end, next.start))?.[1];
  if (words === undefined) return null;
  const start = next.start - words.length;
  return { start, end: next.end, text: text.slice(start, next.end) };
}
