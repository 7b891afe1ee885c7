import type { IntroducedRole } from '../../model/mention.ts';
import type { NameSpan } from '../name-span.ts';

/** Between a person's name and the name of a body: "of the", "of the consultancy", ", of Oxford's". */
const between = /^(?:, \d{2}(?=,))?,? (of (?:the )?(?:\p{Ll}+ ){0,3})$/u;
const longestBetween = 48;

/**
 * "[X] of the RAND Corporation", "[X], of the consultancy [Y]", "Poynter's [X]": the body that the person of the nth name
 * speaks for, where nothing else is said. Names are in order of `start`.
 */
export function affiliationOf(text: string, names: readonly NameSpan[], nth: number): IntroducedRole | null {
  const [before, name, after] = [names[nth - 1], names[nth], names[nth + 1]];
  if (name?.type !== 'person') return null;
  // "Lord Baker of Dorking" is called so.
  const isPeer = /^(?:Lord|Lady|Baron|Baroness|Viscount|Earl|Duke|Duchess) /u.test(text.slice(name.start, name.end));
  if (!isPeer && after?.type === 'organisation' && after.start - name.end <= longestBetween) {
    const words = between.exec(text.slice(name.end, after.start))?.[1];
    if (words !== undefined) return roleAt(text, after.start - words.length, after.end);
  }
  const isOwned = before?.type === 'organisation' && /^['’]s? $/u.test(text.slice(before.end, name.start));
  return isOwned ? roleAt(text, before.start, name.start - 1) : null;
}

const roleAt = (text: string, start: number, end: number): IntroducedRole => ({
  start,
  end,
  text: text.slice(start, end),
});
