import type { IntroducedRole } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import type { NameSpan } from '../name-span.ts';
import { affiliationOf } from './affiliation.ts';
import { roleAmong } from './among.ts';
import { findRole } from './roles.ts';

/**
 * What the article says of whoever the names at these places stand for, where it introduces them; or null. `names` are all
 * of the article, in order of `start`.
 */
export function introduce(
  document: TextDocument,
  names: readonly NameSpan[],
  mentions: readonly number[],
): IntroducedRole | null {
  for (const at of mentions) {
    const name = names[at];
    const found = name === undefined ? null : findRole(document, name);
    const role = found === null ? null : roleAmong(document.text, found, names);
    if (role !== null) return wholeNames(document.text, role, names);
  }
  for (const at of mentions) {
    const role = affiliationOf(document.text, names, at);
    if (role !== null) return role;
  }
  return null;
}

/** "chairperson of the Securities [and Exchange Board]", "[Bank of] Kansas City president": no role ends or begins within a name. */
function wholeNames(text: string, role: IntroducedRole, names: readonly NameSpan[]): IntroducedRole {
  const last = names.find(({ start, end }) => start < role.end && end > role.end);
  const first = names.find(({ start, end, type }) => start < role.start && end > role.start && type !== 'person');
  if (last === undefined && first === undefined) return role;
  const [start, end] = [first?.start ?? role.start, last?.end ?? role.end];
  return { ...role, start, end, text: text.slice(start, end) };
}
