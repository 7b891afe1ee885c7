import type { IntroducedRole } from '../model/mention.ts';
import type { TextDocument } from '../text/document.ts';
import type { NameSpan } from './name-span.ts';
import { affiliationOf } from './role-affiliation.ts';
import { roleAmong } from './role-among.ts';
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

/** "chairperson of the Securities [and Exchange Board]": no role ends within a name. */
function wholeNames(text: string, role: IntroducedRole, names: readonly NameSpan[]): IntroducedRole {
  const cut = names.find(({ start, end }) => start < role.end && end > role.end);
  return cut === undefined ? role : { ...role, end: cut.end, text: text.slice(role.start, cut.end) };
}
