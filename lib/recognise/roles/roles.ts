import type { EntityType } from '../../model/entity.ts';
import type { IntroducedRole } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Token } from '../../text/tokens.ts';
import type { NameSpan } from '../name-span.ts';
import { personBeforeComma, personOfBeing } from './apposed.ts';
import { pastAge, pastLetters } from './age.ts';
import {
  breaks,
  crossesLine,
  describedBefore,
  determiners,
  isRoleNoun,
  officeBefore,
  roleBefore,
  roleBeforeComma,
  roleOf,
  titledOffice,
} from './before.ts';
import { joinsNouns } from './joined.ts';
import { nameTitles, onlyPeople } from './nouns.ts';

/**
 * What an article says of somebody whom it introduces: "Foreign Ministry spokesperson X", "X, 54, the bank's chief
 * economist,", "the bank's chairman, X,". Patterns over words; no role is better than a wrong one.
 */

const farthestOn = 16;
/** Words of a phrase with an article that no known noun makes a role, and so many more behind a title in it. */
const mostWords = 8;
const mostBehind = 6;
const short = /^(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Lt|Col|Sgt|Capt|Rev|Prof|St)$/u;

/** The role that the text gives a name, or null; what only people are is no role of a body. */
export function findRole(document: TextDocument, name: NameSpan): IntroducedRole | null {
  const role = anyRole(document, name);
  if (role === null || name.type !== 'organisation') return role;
  const head = role.text.split(/ (?:of|for|in|at|to|on|from|with|that|which|who)\b/u)[0] ?? '';
  const noun = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(head)?.[0] ?? '';
  return onlyPeople.has(noun.toLowerCase()) ? null : role;
}

function anyRole(document: TextDocument, name: NameSpan): IntroducedRole | null {
  const { tokens } = document;
  const own = lowerBound(tokens, name.start);
  let first = own;
  const nameEnd = lowerBound(tokens, name.end);
  if (tokens[first]?.start !== name.start) return null;
  for (let title = titleBefore(tokens, first); title < first; title = titleBefore(tokens, first)) first = title;
  if (tokens[nameEnd]?.kind === 'possessive') return roleBefore(document, first);
  const end = pastLetters(tokens, nameEnd);
  const behindAge = pastAge(tokens, nameEnd);
  // "a waiter named [X]"
  const before = isCalled(tokens[first - 1]) ? first - 1 : first;
  const noun = roleBefore(document, before) ?? officeBefore(document, before) ?? titledOffice(document, own);
  if (noun !== null) return noun;
  const closing = skipBody(tokens, end);
  const apposed = name.type === 'person' ? personBeforeComma(document, first, closing) : null;
  const after = name.type !== 'person' && isWhere(tokens, own) ? null : roleAfter(document, behindAge, name.type);
  // "A, the chairman, [X], the director", "his brother, [X], a surgeon": the later one tells.
  if (apposed !== null && (after === null || !apposed.isWeak)) return apposed.role;
  return (
    after ??
    roleBeforeComma(document, first, closing === end ? behindAge : closing) ??
    (name.type === 'person' || before < first ? describedBefore(document, before) : null) ??
    (name.type === 'person' ? personOfBeing(document, end) : null)
  );
}

/** "At [X], students dug a well": where, and then who does what. */
function isWhere(tokens: readonly Token[], first: number): boolean {
  const at = tokens[first - 1]?.folded === 'the' ? first - 2 : first - 1;
  return /^(?:At|In|For|From|On|With|By|Under|Inside|Outside)$/u.test(tokens[at]?.plain ?? '');
}

/** "[X] of Faber & Faber,": past the body behind the name. */
function skipBody(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.folded !== 'of') return end;
  let at = end + 1;
  while (
    at - end < 8 &&
    (/^\p{Lu}/u.test(tokens[at]?.plain ?? '') || /^(?:the|of|and|&)$/u.test(tokens[at]?.folded ?? ''))
  )
    at += 1;
  return at > end + 1 ? at : end;
}

const isCalled = (token: Token | undefined): boolean => token?.plain === 'named' || token?.plain === 'called';

/** Index of the title that ends right before a token ("Dr", "Lt.", "Chief"), or of the token itself. */
function titleBefore(tokens: readonly Token[], first: number): number {
  const at = tokens[first - 1]?.plain === '.' ? first - 2 : first - 1;
  const title = tokens[at];
  if (title === undefined || !nameTitles.has(title.folded) || !/^\p{Lu}/u.test(title.plain)) return first;
  // "Attorney General", "Deputy Chief": the end of an office.
  const before = tokens[at - 1];
  const isOffice = isRoleNoun(before) && !nameTitles.has(before?.folded ?? '') && /^\p{Lu}/u.test(before?.plain ?? '');
  return isOffice ? first : at;
}

/** "[X], the bank's chief economist,", "[X], who runs the port,": a phrase between commas right after the name. */
function roleAfter(document: TextDocument, end: number, type: EntityType): IntroducedRole | null {
  const { tokens } = document;
  const opener = tokens[end]?.plain;
  if (opener !== ',' && opener !== '(' && opener !== '—' && opener !== '–') return null;
  const first = tokens[end + 1];
  if (first === undefined || crossesLine(document.text, tokens[end]?.end ?? 0, first.start)) return null;
  const isClause =
    (first.folded === 'who' || first.folded === 'which') &&
    (lasting.has(tokens[end + 2]?.folded ?? '') ||
      (type === 'person' && (isHabit(tokens[end + 2]) || isBeing(tokens, end + 2) || isLong(tokens, end + 2))));
  if (!isClause && relatives.has(first.folded)) return null;
  // "X, representing his uncle,": what somebody does just now.
  if (/^\p{Ll}+ing$/u.test(first.plain)) return null;
  if (!isClause && isActing(first, tokens[end + 2])) return null;
  // "X, recently announced how much": an adverb before a verb. "X, the same thing every day" speaks to X.
  if (/^(?:though|although|while|whereas|because|unless)$/u.test(first.folded)) return null;
  if (/ly$/u.test(first.folded) && /^\p{Ll}{3,}ed$/u.test(tokens[end + 2]?.plain ?? '')) return null;
  // "X, herself a former teacher,"
  const opens = /^(?:him|her|it|them)sel(?:f|ves)$/u.test(first.folded) ? end + 2 : end + 1;
  const hasArticle = /^(?:an?|the)$/u.test(tokens[opens]?.folded ?? '');
  const from = hasArticle ? opens + 1 : opens;
  if (hasArticle && tokens[from]?.folded === 'same') return null;
  let noun = isClause;
  let most = mostWords;
  for (let at = from; at < tokens.length && at - from < farthestOn; at += 1) {
    const token = tokens[at];
    if (token === undefined || crossesLine(document.text, tokens[at - 1]?.end ?? token.start, token.start))
      // "Niger bars [X], Mali junta sacks premier": a headline's next half.
      return noun && opener === ',' && !isClause && (type === 'person' || hasArticle)
        ? roleOf(document, from, at)
        : null;
    // "running against Sen. Y"
    const isAbbreviation = token.plain === '.' && short.test(tokens[at - 1]?.plain ?? '');
    if (isAbbreviation) most += mostBehind;
    const closes = /^[,;.:)—–“”"!?]$/u.test(token.plain) && !isAbbreviation;
    const turns = !isClause && relatives.has(token.folded) && !joinsNouns(tokens, from, at);
    if (closes || turns) {
      // "X, a teacher, said": with an article any noun phrase that the comma closes is a role.
      const isOwn = type === 'person' || /^\p{Ll}/u.test(tokens[from]?.plain ?? '');
      const isPhrase = noun || (hasArticle && isOwn && at - from <= most && !isOther(tokens, { from, at, type }));
      // "(Lab)": a party.
      if (opener === '(' && at - from === 1 && /^\p{Lu}/u.test(first.plain)) return null;
      return isPhrase && at > from ? roleOf(document, from, at) : null;
    }
    // "For the council, solicitor [X] said": the role of the next name.
    if (noun && !isClause && !hasArticle && isRoleNoun(tokens[at - 1]) && /^\p{Lu}/u.test(token.plain)) return null;
    // "BBVA Compass, Bank of the West and others": another name of a list.
    if (isRoleNoun(token) && (type === 'person' || /^\p{Ll}/u.test(token.plain))) noun = true;
    if (
      !isClause &&
      !noun &&
      !hasArticle &&
      ((token.kind !== 'word' && token.plain !== '-' && token.kind !== 'possessive') || breaks.has(token.folded))
    )
      return null;
    if (!isClause && finite.has(token.folded) && !(noun && hasArticle)) return null;
  }
  return null;
}

/** "the plays of [X], the bold fashions of Y": a list of things, and nothing that X is. */
const isOther = (
  tokens: readonly Token[],
  { from, at, type }: { readonly from: number; readonly at: number; readonly type: EntityType },
): boolean => {
  const of = tokens.slice(from, at).findIndex(({ folded }) => folded === 'of');
  const noun = tokens[from + of - 1]?.folded ?? '';
  return type === 'person' && of > 0 && /[^siu]s$/u.test(noun);
};

/** "X, 29, held her son above the water,": a verb with its object, no noun that an article may follow. */
const isActing = (first: Token, second: Token | undefined): boolean =>
  /^\p{Ll}{3,}$/u.test(first.plain) &&
  /^(?:the|an?|his|her|their|its|him|them|it)$/u.test(second?.folded ?? '') &&
  !determiners.has(first.folded) &&
  !breaks.has(first.folded) &&
  !/(?:ly|self)$/u.test(first.folded) &&
  !/^(?:now|then|also|once|still|later|both|not|all|perhaps|arguably|himself|until)$/u.test(first.folded);

/** Verbs that tell what somebody is or does for good, not what they did that day. */
const lasting: ReadonlySet<string> = new Set(
  'runs leads heads chairs farms drives trains hosts presents lectures designs builds supplies practises practices plays teaches studies owns represents oversees manages coaches edits publishes makes sells operates directs works specialises specializes serves advises founded speaks writes covers compares trades led wrote designed proposed promoted invented discovered created directed owned coached taught chaired headed edited produced composed ran co-founded drove flew'.split(
    ' ',
  ),
);
/** A verb of the present that is no news: "who lives two floors above". */
const isHabit = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}+[^s]s$/u.test(token.plain) && !newsVerbs.has(token.folded);
/** "who was head of the port", "who is a nurse", "who is directing the dig". */
const isBeing = (tokens: readonly Token[], at: number): boolean =>
  /^(?:is|was)$/u.test(tokens[at]?.folded ?? '') &&
  (/^(?:an?|the|married|directing|leading|running|heading|chairing|representing|organi[sz]ing|overseeing|managing|prosecuting|defending|studying)$/u.test(
    tokens[at + 1]?.folded ?? '',
  ) ||
    isRoleNoun(tokens[at + 1]));
/** "who has cooked for the players for 26 summers". */
const isLong = (tokens: readonly Token[], at: number): boolean =>
  /^(?:has|had)$/u.test(tokens[at]?.folded ?? '') &&
  tokens
    .slice(at + 2, at + farthestOn)
    .slice(
      0,
      Math.max(
        0,
        tokens.slice(at + 2).findIndex(({ plain }) => /^[,;.)—–]$/u.test(plain)),
      ),
    )
    .some(({ folded }) => folded === 'for' || folded === 'since');
const newsVerbs: ReadonlySet<string> = new Set(
  'is was has does says faces denies wants plans hopes expects insists claims argues believes thinks knows remembers arrives begins starts ends remains looks seems appears needs gets goes comes'.split(
    ' ',
  ),
);
const relatives: ReadonlySet<string> = new Set([
  'who',
  'which',
  'whose',
  'where',
  'said',
  'told',
  'says',
  'added',
  'and',
]);
const finite: ReadonlySet<string> = new Set(
  'is was are were has had will would should could must may might said says told did does'.split(' '),
);

/** Index of the first token that starts at or after an offset. */
export function lowerBound(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
