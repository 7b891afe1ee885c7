import type { EntityType } from '../model/entity.ts';
import type { IntroducedRole } from '../model/mention.ts';
import type { TextDocument } from '../text/document.ts';
import type { Token } from '../text/tokens.ts';
import type { NameSpan } from './name-span.ts';
import { personBeforeComma } from './role-apposed.ts';
import { pastAge } from './role-age.ts';
import { nameTitles, onlyPeople, roleNouns } from './role-nouns.ts';

/**
 * What an article says of somebody whom it introduces: "Foreign Ministry spokesperson X", "X, 54, the bank's chief
 * economist,", "the bank's chairman, X,". Patterns over words; no role is better than a wrong one.
 */

const determiners: ReadonlySet<string> = new Set('the a an his her their its our my whose'.split(' '));
const breaks: ReadonlySet<string> = new Set(
  'through across within without upon despite because said says told and or but that which who when where while as with by for from to at on in into of after before than is was are were be been has had have will would could should may might including like between among against over under about since during amid unlike until beside whom becomes became asked asks met wrote allegedly not'.split(
    ' ',
  ),
);
const farthestBack = 9;
const farthestOn = 16;

const isWord = (token: Token | undefined): boolean => token?.kind === 'word';

/** Whether some word of the run is a role noun, the last one for a role that stands before a name. */
const isRoleNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (roleNouns.has(token.folded) || (roleNouns.has(token.folded.replace(/s$/u, '')) && token.folded.length > 4));

/** The role that the text gives a name, or null; what only people are is no role of a body. */
export function findRole(document: TextDocument, name: NameSpan): IntroducedRole | null {
  const role = anyRole(document, name);
  if (role === null || name.type !== 'organisation') return role;
  const head = role.text.split(/ (?:of|for|in|at|to|on|from|with|that|which|who)\b/u)[0] ?? '';
  const noun = /[\p{L}\p{M}]+$/u.exec(head)?.[0] ?? '';
  return onlyPeople.has(noun.toLowerCase()) ? null : role;
}

function anyRole(document: TextDocument, name: NameSpan): IntroducedRole | null {
  const { tokens } = document;
  let first = lowerBound(tokens, name.start);
  let end = lowerBound(tokens, name.end);
  if (tokens[first]?.start !== name.start) return null;
  for (let title = titleBefore(tokens, first); title < first; title = titleBefore(tokens, first)) first = title;
  if (tokens[end]?.kind === 'possessive') return roleBefore(document, first);
  const behindAge = pastAge(tokens, end);
  // "a waiter named [X]"
  const before = isCalled(tokens[first - 1]) ? first - 1 : first;
  const noun = roleBefore(document, before) ?? officeBefore(document, before);
  if (noun !== null) return noun;
  const apposed = name.type === 'person' ? personBeforeComma(document, first, end) : null;
  const after = roleAfter(document, behindAge, name.type);
  // "A, the chairman, [X], the director", "his brother, [X], a surgeon": the later one tells.
  if (apposed !== null && (after === null || !apposed.isWeak)) return apposed.role;
  return (
    after ??
    roleBeforeComma(document, first, behindAge) ??
    (name.type === 'person' || before < first ? describedBefore(document, before) : null)
  );
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

function roleOf(document: TextDocument, from: number, to: number): IntroducedRole | null {
  const start = document.tokens[from]?.start;
  const end = document.tokens[to - 1]?.end;
  if (start === undefined || end === undefined || to <= from || crossesLine(document.text, start, end)) return null;
  return { start, end, text: document.text.slice(start, end) };
}

const crossesLine = (text: string, start: number, end: number): boolean => text.slice(start, end).includes('\n');

/** "Foreign Ministry spokesperson [X]": the run of words right before the name, if it ends in a role noun. */
function roleBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens } = document;
  const last = tokens[first - 1];
  const next = tokens[first];
  if (last === undefined || next === undefined || !next.spaceBefore) return null;
  if (!isRoleNoun(last) || crossesLine(document.text, last.end, next.start)) return null;
  // "Kingston College", "Canara Bank": the end of another name.
  if (bodies.has(last.folded) && /^\p{Lu}/u.test(last.plain)) return null;
  if (isSeveral(last)) return null;
  let from = first - 1;
  while (first - from < farthestBack) {
    const before = tokens[from - 1];
    if (before === undefined || crossesLine(document.text, before.end, tokens[from]?.start ?? before.end)) break;
    const joins = isWord(before)
      ? !breaks.has(before.folded)
      : before.plain === '-' ||
        before.kind === 'possessive' ||
        before.plain === '&' ||
        (before.kind === 'number' && tokens[from]?.plain === '-');
    if (!joins || determiners.has(before.folded)) break;
    from -= 1;
  }
  while (from < first - 1 && !isWord(tokens[from]) && tokens[from]?.kind !== 'number') from += 1;
  while (
    from < first - 1 &&
    /^\p{Ll}/u.test(tokens[from]?.plain ?? '') &&
    /(?:ly|ing|ed)$/u.test(tokens[from]?.folded ?? '') &&
    tokens[from + 1]?.plain !== '-'
  )
    from += 1;
  return roleOf(document, from, first);
}

/** "Secretary of State [X]", "Minister for Roads and Transport [X]": an office in capitals with what it is for. */
function officeBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens, text } = document;
  const isCapital = (i: number): boolean => tokens[i]?.kind === 'word' && /^\p{Lu}/u.test(tokens[i]?.plain ?? '');
  if (!isCapital(first - 1) || tokens[first]?.spaceBefore !== true) return null;
  let from = -1;
  for (let at = first - 2; at >= Math.max(0, first - farthestBack); at -= 1) {
    if (!isCapital(at) && !officeJoiners.has(tokens[at]?.folded ?? '')) break;
    const folded = tokens[at]?.folded ?? '';
    if (bodies.has(folded)) return null;
    if (isCapital(at) && isRoleNoun(tokens[at]) && officeOpeners.has(tokens[at + 1]?.folded ?? '')) from = at;
    if (from >= 0 && at < from && !isCapital(at)) break;
  }
  if (from < 0) return null;
  while (isCapital(from - 1) && !determiners.has(tokens[from - 1]?.folded ?? '') && !opensSentence(tokens, from - 1))
    from -= 1;
  const role = roleOf(document, from, first);
  return role !== null && crossesLine(text, role.start, tokens[first]?.start ?? role.end) ? null : role;
}

const officeOpeners: ReadonlySet<string> = new Set(['of', 'for']);
const officeJoiners: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', '&']);
const opensSentence = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1] === undefined || /^[.!?:“"]$/u.test(tokens[at - 1]?.plain ?? '');

/** "the 34-year-old technician [X]": a determiner and a short run of lower-case words right before the name. */
function describedBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens } = document;
  const before = tokens[first - 1];
  if (before === undefined || crossesLine(document.text, before.end, tokens[first]?.start ?? before.end)) return null;
  if (isSeveral(before)) return null;
  for (let from = first - 1; from >= Math.max(0, first - 8); from -= 1) {
    const token = tokens[from];
    if (token === undefined) return null;
    if (determiners.has(token.folded)) {
      const isClear = first - from > 1 && !breaks.has(tokens[from - 1]?.folded ?? '.');
      return isClear || from === 0 || first - from > 2 ? roleOf(document, from + 1, first) : null;
    }
    const fits =
      token.plain === '-' ||
      token.kind === 'number' ||
      (token.kind === 'word' &&
        /^\p{Ll}/u.test(token.plain) &&
        !breaks.has(token.folded) &&
        !(from === first - 1 && isNoNoun(token.folded)) &&
        !/(?:ing|ed|ly)$/u.test(token.folded));
    if (!fits) return null;
  }
  return null;
}

/** "Brothers [X] and Y": what several are together. */
const isSeveral = ({ folded }: Token): boolean => !roleNouns.has(folded) && roleNouns.has(folded.replace(/s$/u, ''));

/** "the late [X]", "the biggest, [X]": what stands before a name says nothing of who somebody is. */
const isNoNoun = (folded: string): boolean =>
  timeWords.has(folded) || /(?:.iest|gest|test|dest|\dth|-old)$/u.test(folded);
const timeWords: ReadonlySet<string> = new Set(
  'day time way moment year week month night morning reason first last next same rest more most only called named born other younger elder older two three very both end side late great famous real legendary old young new former then actual best whole poor funny idea'.split(
    ' ',
  ),
);
const bodies: ReadonlySet<string> = new Set(
  'college bank university hospital club school institute group team party union company league newspaper agency alliance coalition movement network'.split(
    ' ',
  ),
);

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
      (type === 'person' && (isHabit(tokens[end + 2]) || isBeing(tokens, end + 2))));
  if (!isClause && relatives.has(first.folded)) return null;
  // "X, representing his uncle,": what somebody does just now.
  if (/^\p{Ll}+ing$/u.test(first.plain)) return null;
  if (!isClause && isActing(first, tokens[end + 2])) return null;
  const hasArticle = first.folded === 'a' || first.folded === 'an' || first.folded === 'the';
  const from = hasArticle ? end + 2 : end + 1;
  let noun = isClause;
  for (let at = from; at < tokens.length && at - from < farthestOn; at += 1) {
    const token = tokens[at];
    if (token === undefined || crossesLine(document.text, tokens[at - 1]?.end ?? token.start, token.start))
      return noun && opener === ',' && !isClause ? roleOf(document, from, at) : null;
    const closes = /^[,;.:)—–“”"!?]$/u.test(token.plain);
    const turns = !isClause && relatives.has(token.folded);
    if (closes || turns) {
      // "X, a teacher, said": with an article any noun phrase that the comma closes is a role.
      const isOwn = type === 'person' || /^\p{Ll}/u.test(tokens[from]?.plain ?? '');
      const isPhrase = noun || (hasArticle && isOwn && at - from <= 8);
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
    if (!isClause && !noun && finite.has(token.folded)) return null;
  }
  return null;
}

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
  'runs leads heads chairs farms drives trains hosts presents lectures designs builds supplies practises practices plays teaches studies owns represents oversees manages coaches edits publishes makes sells operates directs works specialises specializes serves advises founded speaks writes covers compares trades ran led wrote taught headed chaired co-founded drove flew'.split(
    ' ',
  ),
);
/** A verb of the present that is no news: "who lives two floors above". */
const isHabit = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}+[^s]s$/u.test(token.plain) && !newsVerbs.has(token.folded);
/** "who was head of the port", "who is a nurse". */
const isBeing = (tokens: readonly Token[], at: number): boolean =>
  /^(?:is|was)$/u.test(tokens[at]?.folded ?? '') &&
  (/^(?:an?|the)$/u.test(tokens[at + 1]?.folded ?? '') || isRoleNoun(tokens[at + 1]));
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
const finite: ReadonlySet<string> = new Set('is was are were has had will would said says told did does'.split(' '));

/** "the bank's chairman, [X], said": a noun phrase before a comma and the name, closed by another comma. */
function roleBeforeComma(document: TextDocument, first: number, end: number): IntroducedRole | null {
  const { tokens } = document;
  if (tokens[first - 1]?.plain !== ',' || !isRoleNoun(tokens[first - 2]) || !/^[,.]$/u.test(tokens[end]?.plain ?? ''))
    return null;
  const from = Math.max(0, first - 2 * farthestBack);
  const near = [...tokens.slice(from, first - 1), ...tokens.slice(first, first + 1)];
  return roleBefore({ ...document, tokens: near }, first - 1 - from);
}

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
