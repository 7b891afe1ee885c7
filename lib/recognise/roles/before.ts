import type { IntroducedRole } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Token } from '../../text/tokens.ts';
import { nameTitles, roleNouns } from './nouns.ts';

/** Roles that stand right before a name: runs of words, offices, descriptions. */

export const determiners: ReadonlySet<string> = new Set('the a an his her their its our my whose'.split(' '));
export const breaks: ReadonlySet<string> = new Set(
  'through across within without upon despite because said says told and or but that which who when where while as with by for from to at on in into of after before than is was are were be been has had have will would could should may might including like between among against over under about since during amid unlike until beside whom becomes became asked asks met wrote allegedly not what how why'.split(
    ' ',
  ),
);
/** Adverbs with which a sentence begins. */
const openers: ReadonlySet<string> = new Set(
  'there then now today yesterday later earlier meanwhile here still also however once instead so yet again afterwards nevertheless even only just'.split(
    ' ',
  ),
);
const farthestBack = 9;

const isWord = (token: Token | undefined): boolean => token?.kind === 'word';

/** Whether some word of the run is a role noun, the last one for a role that stands before a name. */
export const isRoleNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (roleNouns.has(token.folded) || (roleNouns.has(token.folded.replace(/s$/u, '')) && token.folded.length > 4));

export function roleOf(document: TextDocument, from: number, to: number): IntroducedRole | null {
  const start = document.tokens[from]?.start;
  const end = document.tokens[to - 1]?.end;
  if (start === undefined || end === undefined || to <= from || crossesLine(document.text, start, end)) return null;
  return { start, end, text: document.text.slice(start, end) };
}

export const crossesLine = (text: string, start: number, end: number): boolean => text.slice(start, end).includes('\n');

/** "Foreign Ministry spokesperson [X]": the run of words right before the name, if it ends in a role noun. */
export function roleBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens } = document;
  const last = tokens[first - 1];
  const next = tokens[first];
  if (last === undefined || next === undefined || !next.spaceBefore) return null;
  if (!isRoleNoun(last) || crossesLine(document.text, last.end, next.start)) return null;
  // "Kingston College", "Canara Bank": the end of another name.
  if (bodies.has(last.folded) && /^\p{Lu}/u.test(last.plain)) return null;
  if (isSeveral(last)) return null;
  // "a landslide to rival [X]'s"
  if (modals.has(tokens[first - 2]?.folded ?? '') && /^\p{Ll}/u.test(last.plain)) return null;
  let from = first - 1;
  while (first - from < farthestBack) {
    const before = tokens[from - 1];
    if (before === undefined || crossesLine(document.text, before.end, tokens[from]?.start ?? before.end)) break;
    const joins = isWord(before)
      ? !breaks.has(before.folded)
      : (before.plain === '-' && tokens[from]?.spaceBefore === false) ||
        before.kind === 'possessive' ||
        before.plain === '&' ||
        (before.kind === 'number' && tokens[from]?.plain === '-');
    if (!joins && !joinsOffices(document.text, tokens, from - 1)) break;
    if (determiners.has(before.folded) || openers.has(before.folded)) break;
    from -= 1;
  }
  while (from < first - 1 && !isWord(tokens[from]) && tokens[from]?.kind !== 'number') from += 1;
  while (
    from < first - 1 &&
    /^\p{Ll}/u.test(tokens[from]?.plain ?? '') &&
    /(?:ly|ing|ed)$|^(?:shown|seen)$/u.test(tokens[from]?.folded ?? '') &&
    tokens[from + 1]?.plain !== '-'
  )
    from += 1;
  from = pastObject(tokens, from, first);
  for (let at = first - 2; at >= from; at -= 1) if (isVerbBetween(tokens, at)) return roleOf(document, at + 1, first);
  return roleOf(document, from, first);
}

/** "the reform bill President [X] signed": a noun that the name's clause is about, before a title in capitals. */
function pastObject(tokens: readonly Token[], from: number, first: number): number {
  let office = first - 1;
  if (!/^\p{Lu}\p{Ll}/u.test(tokens[office]?.plain ?? '')) return from;
  while (office > from && /^\p{Lu}/u.test(tokens[office - 1]?.plain ?? '')) office -= 1;
  const noun = tokens[office - 1];
  // "some of the biggest states President [X] carried"
  const isOfClause = heads.test(tokens[office]?.plain ?? '') && /^\p{Ll}{3,}[^su]s$/u.test(noun?.plain ?? '');
  if (office > from && isOfClause) return office;
  const isLed = /^(?:the|an?|this|that)$/u.test(tokens[from - 1]?.folded ?? '');
  return office > from &&
    isLed &&
    /^(?:bill|law|act|order|plan|deal|treaty|budget|speech|letter|policy|measure|pact)$/u.test(noun?.plain ?? '')
    ? office
    : from;
}

/** Offices of whoever heads a country, a state or a town: no other noun in the plural says of what. */
const heads =
  /^(?:President|Chancellor|Premier|Governor|Gov|Senator|Sen|Mayor|King|Queen|Prince|Princess|Pope|Prime)$/u;

/** "Norvane founder and CEO [X]": two offices of one; "the mayor and coach [X]", "miners and farmer [X]" are others. */
function joinsOffices(text: string, tokens: readonly Token[], and: number): boolean {
  const [office, next] = [tokens[and - 1], tokens[and + 1]];
  if (tokens[and]?.folded !== 'and' || office === undefined || next === undefined) return false;
  if (!isRoleNoun(office) || isSeveral(office) || !isRoleNoun(next) || isSeveral(next)) return false;
  for (let at = and - 2; at >= Math.max(0, and - 6); at -= 1) {
    const token = tokens[at];
    if (token === undefined || crossesLine(text, token.end, office.start)) return true;
    if (determiners.has(token.folded)) return false;
    if (!isWord(token) && token.plain !== '-' && token.kind !== 'possessive' && token.plain !== '&') return true;
    if (breaks.has(token.folded)) return true;
  }
  return true;
}

/** "The barrister asked Detective Superintendent [X]": a verb before the capital that the role begins with. */
const isVerbBetween = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.plain ?? '';
  const isVerb = modals.has(tokens[at - 1]?.folded ?? '') ? /^\p{Ll}/u.test(word) : verbsBetween.test(word);
  return isVerb && tokens[at + 1]?.plain !== '-' && /^\p{Lu}/u.test(tokens[at + 1]?.plain ?? '');
};

const modals: ReadonlySet<string> = new Set('to will would can could may might must should shall not'.split(' '));
const verbsBetween =
  /^(?:\p{Ll}{2,}ed|includes?|[Ww]arns|[Uu]rges|[Ss]lams|met|saw|beat|told|hit|that|wants?|asks?|tells?|calls?|[Ss]ays?|others?)$/u;

/** "Secretary of State [X]", "Minister for Roads and Transport [X]": an office in capitals with what it is for. */
export function officeBefore(document: TextDocument, first: number): IntroducedRole | null {
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

/** "the 34-year-old technician [X]": a determiner and a short run of lower-case words, of somebody, right before the name. */
export function describedBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens } = document;
  const before = tokens[first - 1];
  if (before === undefined || crossesLine(document.text, before.end, tokens[first]?.start ?? before.end)) return null;
  if (isSeveral(before) || !somebody.test(before.folded)) return null;
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
        !(from === first - 1 && timeWords.has(token.folded)) &&
        !/(?:ing|ed|ly)$/u.test(token.folded));
    if (!fits) return null;
  }
  return null;
}

/** Endings of words for people that stand in no list. */
const somebody = /(?:[bdgklmnprtvz]er|tor|ist|ian|eer|man|woman|boy|girl|daughter)$/u;

/** "Brothers [X] and Y": what several are together. */
const isSeveral = ({ folded }: Token): boolean => !roleNouns.has(folded) && roleNouns.has(folded.replace(/s$/u, ''));

const timeWords: ReadonlySet<string> = new Set(
  'day time way moment year week month night morning reason first last next same rest more most only called named born other younger elder older two three very both end side'.split(
    ' ',
  ),
);
const bodies: ReadonlySet<string> = new Set(
  'college bank university hospital club school institute group team party union company league newspaper agency alliance coalition movement network'.split(
    ' ',
  ),
);

/** "U.S. Bankruptcy Judge [X]", "Houston Police Chief [X]": a title that other capitals make an office. */
export function titledOffice(document: TextDocument, own: number): IntroducedRole | null {
  const { tokens } = document;
  const title = tokens[own - 1];
  const before = tokens[own - 2];
  if (title === undefined || before === undefined || !nameTitles.has(title.folded) || !roleNouns.has(title.folded))
    return null;
  if (!/^\p{Lu}/u.test(title.plain) || !/^\p{Lu}/u.test(before.plain) || nameTitles.has(before.folded)) return null;
  if (
    determiners.has(before.folded) ||
    breaks.has(before.folded) ||
    opensSentence(tokens, own - 2) ||
    dayOrMonth.test(before.plain)
  )
    return null;
  return roleBefore(document, own);
}

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** "the bank's chairman, [X], said": a noun phrase before a comma and the name, closed by another comma. */
export function roleBeforeComma(document: TextDocument, first: number, end: number): IntroducedRole | null {
  const { tokens } = document;
  if (tokens[first - 1]?.plain !== ',' || !isRoleNoun(tokens[first - 2]) || !/^[,.]$/u.test(tokens[end]?.plain ?? ''))
    return null;
  const from = Math.max(0, first - 2 * farthestBack);
  // "her rival for the nomination for governor, [X]": an office that is sought.
  if (/^(?:for|as)$/u.test(tokens[first - 3]?.folded ?? '')) return null;
  const near = [...tokens.slice(from, first - 1), ...tokens.slice(first, first + 1)];
  return roleBefore({ ...document, tokens: near }, first - 1 - from);
}
