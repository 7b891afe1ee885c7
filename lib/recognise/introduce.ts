import type { EntityType } from '../model/entity.ts';
import type { IntroducedRole } from '../model/mention.ts';
import type { TextDocument } from '../text/document.ts';
import type { NameSpan } from './name-span.ts';
import { affiliationOf } from './role-affiliation.ts';
import { roleAmong } from './role-among.ts';
import { findRole } from './roles.ts';

/** A name among those of its article, in order of `start`. */
type Name = Omit<NameSpan, 'type'> & { readonly type: EntityType };

/** What the article says of whoever the names at these places stand for, where it introduces them; or null. */
export function introduce(
  document: TextDocument,
  names: readonly Name[],
  mentions: readonly number[],
): IntroducedRole | null {
  for (const at of mentions) {
    const name = names[at];
    const found = name === undefined ? null : findRole(document, name);
    const role = found === null ? null : roleAmong(document.text, found, names);
    if (role !== null) return wholeNames(document.text, role, names);
  }
  for (const at of mentions) {
    const role = names[at]?.type === 'person' ? roleOfBody(document.text, names, at) : null;
    if (role !== null) return role;
  }
  return null;
}

/** "chairperson of the Securities [and Exchange Board]": no role ends within a name. */
function wholeNames(text: string, role: IntroducedRole, names: readonly Name[]): IntroducedRole {
  const cut = names.find(({ start, end }) => start < role.end && end > role.end);
  return cut === undefined ? role : { ...role, end: cut.end, text: text.slice(role.start, cut.end) };
}

/** "[X] of Kaveri Mutual Fund", "Poynter's [X]": the body that somebody is said to be of. */
function roleOfBody(text: string, names: readonly Name[], at: number): IntroducedRole | null {
  const [before, name, after] = [names[at - 1], names[at], names[at + 1]];
  if (name === undefined) return null;
  const of = affiliationOf(text, name, after);
  if (of !== null) return of;
  if (before?.type !== 'organisation' || !/^['’]s? $/u.test(text.slice(before.end, name.start))) return null;
  return { start: before.start, end: name.start - 1, text: text.slice(before.start, name.start - 1) };
}
