import type { IntroducedRole } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import { roleNouns } from './nouns.ts';

const determiners: ReadonlySet<string> = new Set('the a an his her their its our my'.split(' '));
const articles: ReadonlySet<string> = new Set(['the', 'a', 'an']);
/** What may go on inside of the phrase behind its noun: "the head of the union's Irepodun branch". */
const prepositions: ReadonlySet<string> = new Set('of for in at to on from'.split(' '));
/** Nouns of the list that nobody is. */
const bodies: ReadonlySet<string> = new Set(
  'company firm bank group think-tank thinktank charity nonprofit agency maker manufacturer retailer carrier airline operator publisher broadcaster newspaper daily weekly magazine website startup start-up lender insurer brokerage supermarket chain university college institute school hospital club team party movement coalition alliance network lab laboratory trade-body body union portal squad studio watchdog'.split(
    ' ',
  ),
);
const mostWords = 14;

export interface ApposedRole {
  readonly role: IntroducedRole;
  /** Whether a phrase behind the name says more: a comma stands before this one as well, or it begins with "his". */
  readonly isWeak: boolean;
}

/**
 * "the chairman of the union's Irepodun branch, [X], said": a noun phrase that says who somebody is, before a comma and
 * the name of a person (tokens `first` to `end`), closed behind it.
 */
export function personBeforeComma({ tokens, text }: TextDocument, first: number, end: number): ApposedRole | null {
  if (tokens[first - 1]?.plain !== ',' || !/^[,.;:()]$/u.test(tokens[end]?.plain ?? '')) return null;
  const last = first - 1;
  for (let from = last - 1; from >= Math.max(0, last - mostWords); from -= 1) {
    const token = tokens[from];
    const next = tokens[from + 1];
    if (token === undefined || next === undefined || /[,;:.!?"“”()—–\n]/u.test(text.slice(token.start, next.start)))
      return null;
    if (!determiners.has(token.folded)) continue;
    const start = from + 1;
    if (!isSomebody(tokens.slice(start, last).map(({ folded }) => folded))) continue;
    const span = { start: next.start, end: tokens[last - 1]?.end ?? next.end };
    return {
      role: { ...span, text: text.slice(span.start, span.end) },
      isWeak: tokens[from - 1]?.plain === ',' || !articles.has(token.folded),
    };
  }
  return null;
}

/** "[X] is a staff attorney at the union": whoever ends at token `end` is said to be somebody. */
export function personOfBeing({ tokens, text }: TextDocument, end: number): IntroducedRole | null {
  if (tokens[end]?.plain !== 'is' || !determiners.has(tokens[end + 1]?.folded ?? '')) return null;
  const start = end + 2;
  let last = start;
  while (
    last - start < mostWords &&
    last < tokens.length &&
    !/^(?:[,;:.!?)—–]|who|which|that|and|but|when|where)$/u.test(tokens[last]?.plain ?? '.')
  )
    last += 1;
  const from = tokens[start]?.start;
  const to = tokens[last - 1]?.end;
  if (from === undefined || to === undefined || last === start) return null;
  const role = { start: from, end: to, text: text.slice(from, to) };
  if (role.text.includes('\n') || !isSomebody(tokens.slice(start, last).map(({ folded }) => folded))) return null;
  return role;
}

/** Whether the last word before the first preposition is what somebody is, and no other small word parts the phrase. */
function isSomebody(words: readonly string[]): boolean {
  const at = words.findIndex((word) => prepositions.has(word));
  const noun = words[(at < 0 ? words.length : at) - 1] ?? '';
  return roleNouns.has(noun) && !bodies.has(noun) && words.every((word) => !others.has(word));
}

const others: ReadonlySet<string> = new Set(
  'and or but that which who whose when where while as with by is was are were be been has had have will would could should may might said says told because if than then after before since until during about'.split(
    ' ',
  ),
);
