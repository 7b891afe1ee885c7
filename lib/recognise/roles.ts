import type { IntroducedRole } from '../model/mention.ts';
import type { TextDocument } from '../text/document.ts';
import type { Token } from '../text/tokens.ts';
import type { NameSpan } from './name-span.ts';

/**
 * What an article says of somebody whom it introduces: "Foreign Ministry spokesperson X", "X, 54, the bank's chief
 * economist,", "the bank's chairman, X,". Patterns over words; no role is better than a wrong one.
 */

/** Nouns that name what a person or an organisation is; the last word of a role or of its first noun phrase. */
const roleNouns: ReadonlySet<string> = new Set(
  `minister president premier chancellor spokesperson spokesman spokeswoman secretary ambassador envoy diplomat senator
congressman congresswoman congressperson lawmaker legislator mp mep councillor councilor mayor governor commissioner
chief head leader director chair chairman chairwoman chairperson president-elect ceo cfo cto coo executive founder
co-founder cofounder owner partner manager editor reporter correspondent journalist columnist anchor presenter host
author novelist writer poet playwright historian professor lecturer researcher scientist economist analyst strategist
physicist chemist biologist virologist epidemiologist ecologist geologist astronomer engineer architect designer artist
painter sculptor singer musician composer conductor pianist guitarist drummer rapper actor actress comedian filmmaker
producer dancer choreographer chef farmer teacher headteacher principal student pupil nurse doctor surgeon physician
paediatrician pediatrician psychologist psychiatrist pharmacist lawyer attorney barrister solicitor prosecutor judge
justice magistrate officer inspector superintendent detective constable sheriff sergeant lieutenant captain major colonel
general admiral commander soldier pilot driver conductor captain coach trainer manager striker midfielder defender
goalkeeper forward winger batsman batter bowler all-rounder spinner sprinter swimmer cyclist jockey golfer boxer player
champion winner runner referee umpire activist campaigner organiser organizer volunteer advocate lobbyist adviser advisor
consultant aide counsellor counselor negotiator mediator representative delegate deputy candidate nominee incumbent
opponent rival member fellow expert specialist trader broker investor banker treasurer accountant auditor shopkeeper
fisherman trucker mechanic electrician carpenter plumber baker butcher tailor weaver potter priest pastor bishop
archbishop cardinal imam rabbi monk nun pope king queen prince princess duke duchess sultan emir sheikh resident
neighbour neighbor mother father son daughter brother sister husband wife widow widower uncle aunt cousin grandmother
grandfather survivor witness victim suspect defendant plaintiff passenger patient customer tenant landlord worker
labourer miner union boss official bureaucrat administrator coordinator ombudsman regulator watchdog dictator rebel
warlord militant insurgent astronaut cosmonaut explorer climber sailor skipper curator archivist librarian collector
critic reviewer blogger streamer influencer developer programmer hacker entrepreneur businessman businesswoman tycoon
billionaire philanthropist heir heiress model photographer cameraman translator interpreter vice-president
vice-chancellor provost dean rector registrar clerk speaker whip backbencher statesman politician monarch
company firm bank group think-tank thinktank charity nonprofit non-profit union watchdog agency regulator maker
manufacturer retailer carrier airline operator publisher broadcaster newspaper daily weekly magazine website startup
start-up lender insurer brokerage supermarket chain university college institute school hospital club team party
movement coalition alliance network lab laboratory trade-body body nominee minister-designate`.split(/\s+/u),
);

const nameTitles: ReadonlySet<string> = new Set('mr mrs ms miss mx dr prof sir dame lord lady rev fr'.split(' '));
const determiners: ReadonlySet<string> = new Set('the a an his her their its our my'.split(' '));
const breaks: ReadonlySet<string> = new Set(
  'through across within without upon despite because said says told and or but that which who when where while as with by for from to at on in into of after before than is was are were be been has had have will would could should may might including like between among against over under about'.split(
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

/** The role that the text gives the name that covers tokens `first` to `end`, or null. */
export function findRole(document: TextDocument, name: NameSpan): IntroducedRole | null {
  const { tokens } = document;
  let first = lowerBound(tokens, name.start);
  let end = lowerBound(tokens, name.end);
  if (tokens[first]?.start !== name.start) return null;
  while (
    nameTitles.has(tokens[first - 1]?.folded ?? '') ||
    (tokens[first - 1]?.plain === '.' && nameTitles.has(tokens[first - 2]?.folded ?? ''))
  )
    first -= tokens[first - 1]?.plain === '.' ? 2 : 1;
  if (tokens[end]?.kind === 'possessive') return roleBefore(document, first);
  end = skipAge(tokens, end);
  return (
    roleBefore(document, first) ??
    roleAfter(document, end) ??
    roleBeforeComma(document, first, end) ??
    (name.type === 'person' ? describedBefore(document, first) : null)
  );
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
  if (last === undefined || tokens[first]?.spaceBefore === false) return null;
  if (!isRoleNoun(last)) return null;
  // "Kingston College", "Canara Bank": the end of another name.
  if (bodies.has(last.folded) && /^\p{Lu}/u.test(last.plain)) return null;
  let from = first - 1;
  while (first - from < farthestBack) {
    const before = tokens[from - 1];
    if (before === undefined || crossesLine(document.text, before.end, tokens[from]?.start ?? before.end)) break;
    const joins = isWord(before)
      ? !breaks.has(before.folded)
      : before.plain === '-' || before.kind === 'possessive' || before.plain === '&';
    if (!joins || determiners.has(before.folded)) break;
    from -= 1;
  }
  while (from < first - 1 && !isWord(tokens[from])) from += 1;
  while (
    from < first - 1 &&
    /^\p{Ll}/u.test(tokens[from]?.plain ?? '') &&
    /(?:ly|ing|ed)$/u.test(tokens[from]?.folded ?? '') &&
    tokens[from + 1]?.plain !== '-'
  )
    from += 1;
  return roleOf(document, from, first);
}

/** "the 34-year-old technician [X]": a determiner and a short run of lower-case words right before the name. */
function describedBefore(document: TextDocument, first: number): IntroducedRole | null {
  const { tokens } = document;
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

const timeWords: ReadonlySet<string> = new Set(
  'day time way moment year week month night morning reason first last next same rest more most only called named born other younger elder older two three very both'.split(
    ' ',
  ),
);
const bodies: ReadonlySet<string> = new Set(
  'college bank university hospital club school institute group team party union company league newspaper agency'.split(
    ' ',
  ),
);

/** "[X], the bank's chief economist,", "[X], who runs the port,": a phrase between commas right after the name. */
function roleAfter(document: TextDocument, end: number): IntroducedRole | null {
  const { tokens } = document;
  const opener = tokens[end]?.plain;
  if (opener !== ',' && opener !== '(' && opener !== '—' && opener !== '–') return null;
  const first = tokens[end + 1];
  if (first === undefined || crossesLine(document.text, tokens[end]?.end ?? 0, first.start)) return null;
  const isClause = (first.folded === 'who' || first.folded === 'which') && lasting.has(tokens[end + 2]?.folded ?? '');
  if (!isClause && relatives.has(first.folded)) return null;
  const hasArticle = first.folded === 'a' || first.folded === 'an' || first.folded === 'the';
  const from = hasArticle ? end + 2 : end + 1;
  let noun = isClause;
  for (let at = from; at < tokens.length && at - from < farthestOn; at += 1) {
    const token = tokens[at];
    if (token === undefined || crossesLine(document.text, tokens[at - 1]?.end ?? token.start, token.start)) break;
    const closes = /^[,;.:)—–“”"!?]$/u.test(token.plain);
    const turns = !isClause && relatives.has(token.folded);
    if (closes || turns) {
      // "X, a teacher, said": with an article any noun phrase that the comma closes is a role.
      const isPhrase = noun || (hasArticle && at - from <= 8);
      return isPhrase && at > from ? roleOf(document, from, at) : null;
    }
    if (isRoleNoun(token)) noun = true;
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

/** Verbs that tell what somebody is or does for good, not what they did that day. */
const lasting: ReadonlySet<string> = new Set(
  'runs leads heads chairs teaches studies owns represents oversees manages coaches edits publishes makes sells operates directs works specialises specializes serves advises founded speaks writes covers compares trades'.split(
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
  return roleBefore({ ...document, tokens: tokens.toSpliced(first - 1, 1) }, first - 1);
}

/** "X, 54, the …": past the age. */
const skipAge = (tokens: readonly Token[], end: number): number =>
  tokens[end]?.plain === ',' && tokens[end + 1]?.kind === 'number' && tokens[end + 2]?.plain === ',' ? end + 2 : end;

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
