import type { EntityType } from '../../model/entity.ts';
import type { IntroducedRole } from '../../model/mention.ts';
import type { Span } from '../../model/span.ts';
import { foldWord } from '../../text/fold.ts';
import { roleNouns } from './nouns.ts';

/**
 * What is left of a role once names of other people are taken out of it: in "French President X met US President Y" the
 * words before Y begin behind X. Null where nothing is left.
 */
export function roleAmong(
  text: string,
  role: IntroducedRole,
  names: readonly (Span & { readonly type: EntityType | 'misc' })[],
): IntroducedRole | null {
  let start = role.start;
  for (const name of names) {
    if (name.type !== 'person' || name.start < role.start || name.end > role.end) continue;
    if (!isPartOfRole(text, role, name)) start = Math.max(start, name.end);
  }
  if (start === role.start) return role;
  // Whatever the other one does stands between.
  const rest = text.slice(start, role.end).search(/\p{Lu}/u);
  // "Trump lawyer", "Musk-backed candidate": the other name is a part of what is said.
  if (rest < 0)
    return roleNouns.has(foldWord(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(role.text)?.[0] ?? '')) ? role : null;
  return { ...role, start: start + rest, text: text.slice(start + rest, role.end) };
}

/** "Trump's former lawyer", "husband of Queen Elizabeth", "an aide in the Reagan White House": the role is told by the other one. */
const isPartOfRole = (text: string, role: Span, name: Span): boolean =>
  /^['\u2019]/u.test(text.slice(name.end, role.end)) ||
  /\b(?:of|for|to|under|with|by|in|at|against|behind|alongside)\s+(?:the\s+)?(?:\p{Lu}\p{L}*\.?\s+)*$/u.test(
    text.slice(role.start, name.start),
  );
