import type { Lexeme } from './lexemes.ts';
import { isAdverb, stops } from './grammar.ts';
import { readNumber } from './numbers.ts';

/** Words that what is counted does not run over. */
const ends: ReadonlySet<string> = new Set(
  'a an the his her its their our this that these those and or but to by from at on in since last next after before during over under up down about around than as for with between against into per not also only more less fewer is are was were be been being has have had will would could may might must can said says told rose fell grew cut gave made put took went came got were who which when where while because if so found died fled voted want wants believe believes think thinks agreed changed left stayed lived work works worked live lives plus it them him me us happen happens occur occurs run runs pay pays need needs use uses remain remains face faces say come stand wait expect hope plan'.split(
    ' ',
  ),
);
const changes: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'rise',
        'rise rises rose risen rising raise raises raised raising boost boosted increase increases increased increasing grow grows grew grown growing climb climbs climbed jump jumps jumped soar soared surge surged up gain gained gains added expand expanded higher improved',
      ],
      [
        'fall',
        'fall falls fell fallen falling decrease decreased decline declined declines drop drops dropped shrink shrank shrunk slump slumped plunge plunged tumble tumbled slip slipped down lost lose eased lower contracted cut cuts reduced',
      ],
    ] as const
  ).flatMap(([sense, words]) => words.split(' ').map((word): [string, string] => [word, sense])),
);
const longest = 8;

interface Place {
  readonly unit: string;
  readonly first: number;
  readonly end: number;
}

/**
 * What an amount counts, in the sentence's own words: the nouns after it ("270 inspectors"), what follows "of" ("a third
 * of the voters"), or the subject before it ("Inflation was 5.1 per cent"). A change says so ("rise in sales"), and a
 * period stays ("losses a day").
 */
export function readCounted(lexemes: readonly Lexeme[], { unit, first, end }: Place): string {
  const rate = readRate(lexemes, end);
  const of = readAfter(lexemes, end, unit);
  const change = changeBefore(lexemes, first);
  const before = of !== '' ? of : readHead(lexemes, first) || readObject(lexemes, first);
  const subject = before !== '' ? before : readSubject(lexemes, first);
  const isChange = change !== null && unit !== 'count' && !isLevel(lexemes, first);
  const suffered = unit === 'count' && subject === '' ? readFate(lexemes, end) : '';
  if (suffered !== '') return suffered;
  const changed = isChange ? readChanged(lexemes, first) : '';
  if (changed !== '') return `${change} in ${changed}`;
  const what = isChange && subject !== '' ? `${change} in ${subject}` : subject;
  return rate === '' ? what : what === '' ? rate : `${what} ${rate}`;
}

/** "17 were killed", "40 injured": what befell those who are counted. */
function readFate(lexemes: readonly Lexeme[], end: number): string {
  let at = end;
  while (/^(?:were|was|are|have|has|had|been)$/u.test(lexemes[at]?.folded ?? '')) at += 1;
  const word = lexemes[at]?.folded ?? '';
  return /^(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|displaced|rescued|infected)$/u.test(word)
    ? word
    : '';
}

/** "cut deaths by 28 per cent": what stands between the verb of change and "by". */
function readChanged(lexemes: readonly Lexeme[], first: number): string {
  let by = first - 1;
  while (
    by > 0 &&
    /^(?:about|around|nearly|almost|over|up|to|some|more|than|at|least)$/u.test(lexemes[by]?.folded ?? '')
  )
    by -= 1;
  if (lexemes[by]?.folded !== 'by') return '';
  for (let at = by - 1; at >= Math.max(0, by - 7); at -= 1) {
    if (changes.get(lexemes[at]?.folded ?? '') === undefined) continue;
    let from = at + 1;
    while (from < by && /^(?:the|a|an|its|his|her|their|our)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    return isNounAt(lexemes, from) ? wordsOf(lexemes, from, by) : '';
  }
  return '';
}

/** "a day", "per head", "a barrel" right after an amount. */
function readRate(lexemes: readonly Lexeme[], end: number): string {
  const [by, noun] = [lexemes[end], lexemes[end + 1]];
  if (by === undefined || noun?.kind !== 'word') return '';
  if (by.folded === 'per' || by.folded === 'each') return by.folded === 'per' ? `per ${noun.folded}` : '';
  const isAgo = /^(?:ago|earlier|later|before|after|old)$/u.test(lexemes[end + 2]?.folded ?? '');
  if ((by.folded === 'a' || by.folded === 'an') && rates.has(noun.folded) && !isAgo) return `per ${noun.folded}`;
  return '';
}
const rates: ReadonlySet<string> = new Set(
  'day week month year hour minute second head person barrel tonne ton kilo kilogram kilogramme litre gallon share night ticket unit home household acre hectare bushel piece seat pupil'.split(
    ' ',
  ),
);

function readAfter(lexemes: readonly Lexeme[], end: number, unit: string): string {
  let at = end;
  const isOf = lexemes[at]?.folded === 'of';
  const isRatio =
    unit === 'percent' && lexemes[at - 1]?.kind === 'word' && /^(?:in|of)$/u.test(lexemes[at - 2]?.folded ?? '');
  const isMeasured = /^(?:long|tall|high|wide|deep|away|apart|thick|heavy|old)$/u.test(lexemes[at]?.folded ?? '');
  if (isMeasured) return '';
  const modifies = unit !== 'count' && unit !== 'percent' && (isNounAt(lexemes, at) || lexemes[at]?.plain === '-');
  if (isOf) at += 1;
  else if (isRatio) return phraseFrom(lexemes, at, false);
  // "a $46 million gap", "a 16,900-tonne vessel"
  else if (modifies && !isTime(lexemes[at]?.folded ?? ''))
    return phraseFrom(lexemes, lexemes[at]?.plain === '-' ? at + 1 : at, false);
  else if (unit !== 'count' && unit !== 'percent') {
    // "£412,000 on drawings", "$5m in damages"
    if (!/^(?:on|for|in)$/u.test(lexemes[at]?.folded ?? '') || !/^\p{Ll}/u.test(lexemes[at + 1]?.plain ?? ''))
      return '';
    if (ends.has(lexemes[at + 1]?.folded ?? '') || isTime(lexemes[at + 1]?.folded ?? '')) return '';
    at += 1;
  }
  if (unit !== 'count' && !isOf && unit === 'percent') return '';
  return phraseFrom(lexemes, at, isOf);
}

const isTime = (word: string): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|all|total|early|late|mid)$/u.test(
    word,
  );

/** A noun phrase that starts at `at`; after "of" it may go on over one more "of" and "in". */
function phraseFrom(lexemes: readonly Lexeme[], start: number, isOf: boolean): string {
  let at = start;
  while (/^(?:the|all|a|an|its|his|her|their|our|those|these)$/u.test(lexemes[at]?.folded ?? '') && isOf) at += 1;
  if (/^(?:now|then|here|there|today|yesterday|again|already|once|twice)$/u.test(lexemes[at]?.folded ?? '')) return '';
  const from = at;
  let links = 0;
  while (at < lexemes.length && at - from < longest) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || lexeme.kind === 'number') break;
    if (lexeme.kind === 'punctuation') {
      const isJoint =
        (lexeme.plain === '-' || lexeme.plain === "'" || lexeme.plain === '&') &&
        at > from &&
        !(lexemes[at + 1]?.spaceBefore ?? true);
      if (!isJoint) break;
    } else if (at > from && links < 2 && /^(?:of|in)$/u.test(lexeme.folded) && isNounAt(lexemes, at + 1)) links += 1;
    else if (at > from && lexeme.folded === 'and' && isOf && isNounAt(lexemes, at + 1) && links === 0) links += 1;
    else if (ends.has(lexeme.folded) && !(lexeme.folded === 'the' && links > 0)) break;
    else if (isAdverb(lexeme.folded) && at > from) break;
    // "voters backed it": a verb after a plural.
    else if (
      at > from &&
      /^\p{Ll}{3,}ed$/u.test(lexeme.plain) &&
      /(?:s|people|men|women)$/u.test(lexemes[at - 1]?.folded ?? '')
    )
      break;
    at += 1;
  }
  return wordsOf(lexemes, from, at);
}

const isNounAt = (lexemes: readonly Lexeme[], at: number): boolean => {
  const lexeme = lexemes[at];
  if (lexeme?.folded === 'the') return lexemes[at + 1]?.kind === 'word' && !isTime(lexemes[at + 1]?.folded ?? '');
  return lexeme?.kind === 'word' && !ends.has(lexeme.folded) && !isTime(lexeme.folded);
};

/** The words as they stand between two lexemes. */
const wordsOf = (lexemes: readonly Lexeme[], from: number, to: number): string =>
  lexemes
    .slice(from, to)
    .map((lexeme, i) => (lexeme.spaceBefore && i > 0 ? ` ${lexeme.plain}` : lexeme.plain))
    .join('')
    .replace(/['\s-]+$/u, '');

/** Whether the verb before is one of rising or falling. */
function changeBefore(lexemes: readonly Lexeme[], first: number): string | null {
  for (let at = first - 1; at >= Math.max(0, first - 5); at -= 1) {
    const change = changes.get(lexemes[at]?.folded ?? '');
    if (change !== undefined) return change;
    if (lexemes[at]?.plain === ',' || lexemes[at]?.plain === ';') return null;
  }
  return null;
}

/** "rose to 5 per cent" gives the level reached, not the change. */
const isLevel = (lexemes: readonly Lexeme[], first: number): boolean => {
  for (let at = first - 1; at >= Math.max(0, first - 3); at -= 1) {
    const word = lexemes[at]?.folded;
    if (word === 'to' || word === 'at' || word === 'from') return true;
    if (word === 'by') return false;
  }
  return false;
};

/** "profit of £84m", "winds of 125 mph": the noun that "of" joins to the amount. */
function readHead(lexemes: readonly Lexeme[], first: number): string {
  let at = first - 1;
  while (
    at > 0 &&
    /^(?:about|around|nearly|almost|over|up|to|roughly|some|under|more|less|than|at|least|most)$/u.test(
      lexemes[at]?.folded ?? '',
    )
  )
    at -= 1;
  if (lexemes[at]?.folded !== 'of') return '';
  let from = at;
  while (from > 0 && at - from < 4) {
    const lexeme = lexemes[from - 1];
    if (lexeme === undefined || lexeme.kind !== 'word' || ends.has(lexeme.folded) || isAdverb(lexeme.folded)) break;
    if (/^\p{L}+(?:s|ed|ing)$/u.test(lexeme.folded) && at - from >= 1 && /(?:ed|ts|es)$/u.test(lexeme.folded)) break;
    from -= 1;
  }
  return wordsOf(lexemes, from, at);
}

/** "put the harvest at 17 million tonnes": what stands between the verb and "at". */
function readObject(lexemes: readonly Lexeme[], first: number): string {
  if (lexemes[first - 1]?.folded !== 'at') return '';
  for (let at = first - 2; at >= Math.max(0, first - 9); at -= 1) {
    if (!/^(?:put|puts|estimated|estimates|valued|values|set|gave|gives|pegged)$/u.test(lexemes[at]?.folded ?? ''))
      continue;
    let from = at + 1;
    while (from < first - 1 && /^(?:the|a|an|its|his|her|their)$/u.test(lexemes[from]?.folded ?? '')) from += 1;
    return wordsOf(lexemes, from, first - 1);
  }
  return '';
}

const farthestSubject = 60;

/** The words before the verb that the amount belongs to, back to the start of the clause. */
function readSubject(lexemes: readonly Lexeme[], first: number): string {
  let verb = -1;
  let from = Math.max(0, first - farthestSubject);
  for (let at = first - 1; at >= Math.max(0, first - farthestSubject); at -= 1) {
    const lexeme = lexemes[at];
    if (lexeme === undefined) break;
    const isDash = /^[-–—]$/u.test(lexeme.plain) && lexeme.spaceBefore;
    if (
      isDash ||
      /^[.;:(“"‘]$/u.test(lexeme.plain) ||
      (lexeme.plain === ',' && verb >= 0) ||
      lexeme.folded === 'that' ||
      // "the report said traffic would grow"
      (verb >= 0 && /^(?:said|says|added|adds|warned|warns|predicts|predicted|believes|thinks)$/u.test(lexeme.folded))
    ) {
      from = at + 1;
      break;
    }
    if (copulas.has(lexeme.folded) || changes.has(lexeme.folded)) verb = at;
  }
  if (verb < 0) return '';
  while (
    from < verb &&
    /^(?:the|a|an|and|but|while|as|its|his|her|their|in|on|by|last|that|said)$/u.test(lexemes[from]?.folded ?? '')
  )
    from += 1;
  from = pastNumber(lexemes, from, verb);
  let end = verb;
  while (end > from && (isAdverb(lexemes[end - 1]?.folded ?? '') || stops.has(lexemes[end - 1]?.folded ?? '')))
    end -= 1;
  // A long subject keeps its noun and loses what hangs on it.
  for (let at = from + 1; at < end && end - from > longest; at += 1)
    if (
      /^(?:in|for|at|to|from|with|on|by|who|which|,)$/u.test(lexemes[at]?.folded ?? '') &&
      lexemes[at - 1]?.plain !== '-'
    )
      end = at;
  return end - from > longest + 2 || end <= from ? '' : wordsOf(lexemes, from, end);
}
/** "About one in eight young people was": past the share that opens a subject. */
function pastNumber(lexemes: readonly Lexeme[], from: number, to: number): number {
  let at = from;
  while (
    /^(?:about|around|nearly|almost|roughly|some|over|under|more|less|fewer|than|at|least)$/u.test(
      lexemes[at]?.folded ?? '',
    )
  )
    at += 1;
  const number = readNumber(lexemes, at, to);
  if (number === null || !number.isShare) return from;
  at = number.end;
  while (/^(?:of|the|all|its|his|her|their)$/u.test(lexemes[at]?.folded ?? '')) at += 1;
  return at < to ? at : from;
}
const copulas: ReadonlySet<string> = new Set(
  'is are was were be been has have had will would doubled tripled trebled quadrupled halved passed exceeded surpassed topped neared crossed stands stood stand cost costs averaged reached reaches totalled totaled hit topped remains remained makes made accounts accounted covers covered earned earns paid pays owns holds employs worth'.split(
    ' ',
  ),
);
