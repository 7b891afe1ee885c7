import type { Quantity } from '../model/claim.ts';
import { tokenise } from '../text/tokens.ts';
import { type DateReading, findDates } from './dates.ts';
import { findQuantities } from './quantities.ts';

/** A claim as comparison reads it; entities and speaker as ids of any one kind. */
export interface StatementSource {
  readonly text: string;
  readonly quote: string | null;
  readonly speaker: string | null;
  /** When it was said or printed, YYYY-MM-DD or a part of it. */
  readonly day: string | null;
  readonly quantities?: readonly Quantity[];
}

/** A statement taken apart, once for each claim. */
export interface Statement {
  readonly source: StatementSource;
  /** Stems of content words, without names of numbers, negations and cue words; in order of appearance, each once. */
  readonly stems: ReadonlySet<string>;
  /** Words between "A and B": a pair whose order does not matter. */
  readonly isPaired: boolean;
  /** Folded words that stand capitalised within the sentence, and the first word where it does elsewhere. */
  readonly names: readonly string[];
  /** Whether the statement is negated: an odd number of negations. */
  readonly isNegated: boolean;
  /** Words with an opposite, by the pair they belong to and their side. */
  readonly sides: ReadonlyMap<string, 0 | 1>;
  readonly isHedged: boolean;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateReading[];
  readonly quoteWords: readonly string[];
}

const negations: ReadonlySet<string> = new Set(
  "not no never none neither nor cannot without deny denies denied denying hardly nobody nothing dismiss dismisses dismissed isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't".split(
    ' ',
  ),
);
const hedges: ReadonlySet<string> = new Set(
  'may might could perhaps possibly probably if unless should whether reportedly allegedly suspects suspected'.split(
    ' ',
  ),
);

/** Words that say nothing of what is stated: function words and the verbs of saying. */
const empty: ReadonlySet<string> = new Set(
  `the a an and or but of to in on at by for from with as that which who whom whose may might could would this these those it its he she they
them his her their him we our us i my me you your is are was were be been being am has have had having do does did will
shall can than then there here also too very so such just only even still already yet about around nearly almost over
under more most less least some any all both each other another same own out up down off into onto between among through
during before after since until while when where how why what said say says saying told tell tells added adds according
announced claimed claims confirmed confirm confirms insisted insists stated states noted notes explained reported reports
declared believes believed argued argues maintained warned warns called calls admitted admits acknowledged acknowledges
asked asks statement spokesman spokeswoman spokesperson reporters interview briefing news conference monday tuesday
wednesday thursday friday saturday sunday yesterday today mr mrs ms dr now again per cent percent january february march
april june july august september october november december year years month months week weeks hundred thousand million
billion trillion stood stands stand reached reaches put puts gave number numbers figure figures estimated estimates
estimate found finds showed shows total least according far been tonnes tons euros dollars pounds one two three four five six seven eight nine ten dozen half
third thirds quarter quarters fifth fifths tenth`.split(/\s+/u),
);

const opposites = [
  [
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed climbs surge surged jump jumped soar soared higher up',
    'fall falls fell fallen falling decrease decreases decreased drop drops dropped decline declines declined shrink shrank shrunk slump slumped plunge plunged lower down',
  ],
  [
    'support supports supported supporting back backs backed backing endorse endorses endorsed favour favours favoured favors favored',
    'oppose opposes opposed opposing',
  ],
  ['accept accepts accepted', 'reject rejects rejected refuse refuses refused decline'],
  ['approve approves approved pass passes passed', 'veto vetoes vetoed block blocks blocked defeat defeated'],
  ['win wins won winning', 'lose loses lost losing'],
  ['open opens opened reopen reopened', 'close closes closed shut shuts'],
  ['guilty', 'innocent acquitted cleared'],
  ['safe', 'unsafe dangerous'],
  ['legal lawful', 'illegal unlawful'],
  ['true correct right', 'false untrue wrong'],
  ['join joins joined joining', 'leave leaves left leaving quit quits'],
  ['alive survive survived survives', 'dead died dies'],
  [
    'start starts started begin begins began launch launched',
    'end ends ended stop stops stopped cancel cancels cancelled halt halted',
  ],
  ['raise raises raised raising', 'cut cuts cutting reduce reduces reduced lower lowered'],
  ['hire hires hired hiring', 'fire fired lay laid sack sacked'],
  ['enough sufficient adequate', 'insufficient inadequate'],
  ['possible', 'impossible'],
  [
    'allow allows allowed permit permits permitted legalise legalised',
    'ban bans banned banning forbid forbids prohibit prohibits prohibited',
  ],
  ['ahead early', 'late delayed behind'],
  ['buy buys bought buying', 'sell sells sold selling'],
  ['present attended attend', 'absent missed skipped'],
  ['public', 'private secret'],
  ['success successful succeeded', 'failure unsuccessful failed'],
  ['more', 'fewer less'],
  ['know knows knew known aware', 'unaware'],
  ['arrive arrived', 'depart departed'],
  ['withdraw withdrew withdrawn', 'stay stayed remain remained remains'],
  ['strong stronger strengthen strengthened', 'weak weaker weaken weakened'],
  ['best highest largest biggest', 'worst lowest smallest'],
] as const;
const sideOf = new Map<string, readonly [pair: string, side: 0 | 1]>();
for (const [i, [left, right]] of opposites.entries()) {
  for (const word of left.split(' ')) if (!sideOf.has(word)) sideOf.set(word, [`${i}`, 0]);
  for (const word of right.split(' ')) if (!sideOf.has(word)) sideOf.set(word, [`${i}`, 1]);
}

const synonyms: ReadonlyMap<string, string> = new Map(
  (
    [
      ['die', 'dead died deaths death killed kill kills killing fatalities fatality toll'],
      ['hurt', 'injured injuries wounded wound wounds hurt'],
      ['people', 'persons person civilians residents inhabitants men women'],
      ['job', 'jobs posts positions workers employees staff employ employs employed workforce'],
      ['home', 'homes houses house households dwellings'],
      ['flee', 'fled flee displaced uprooted'],
      ['arrest', 'arrested arrest arrests detained detain held'],
      ['company', 'firm firms companies company business'],
      ['child', 'child children kids'],
      ['school', 'schools school'],
      ['buy', 'purchase purchased buy buys bought acquire acquired'],
      ['cost', 'cost costs costing price priced'],
      ['money', 'funds funding money'],
      ['plan', 'plan plans planned intends intend intention'],
      ['country', 'country nation state'],
      ['attack', 'attack attacked attacks strike strikes struck assault'],
      ['talk', 'talks negotiations negotiation talk'],
      ['build', 'build built building construct constructed construction'],
      ['vote', 'vote voted votes ballot ballots'],
      ['big', 'big large huge major'],
    ] as const
  ).flatMap(([stem, words]) => words.split(' ').map((word): [string, string] => [word, stem])),
);

/** A light stem: enough that "exports" meets "export" and "planned" meets "plan". */
export function stemOf(word: string): string {
  const known = synonyms.get(word);
  if (known !== undefined) return known;
  let stem = word;
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  else if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 4 && /([bdgmnprt])\1$/u.test(stem)) stem = stem.slice(0, -1);
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** Whoever is the source, at either end of the sentence; what is left is what was stated. */
const told =
  /^(?:[^,.;:“”"]{0,80}?(?:,[^,.;:“”"]{2,60},)? )?(?:also |has |have |had |had also |has also |repeatedly |later )*(?:said|says|told [\p{L} ]{3,24}?|announced|confirmed|insisted|claimed|claims|stated|noted|explained|argued|added|warned|found|reported|estimates|estimated|maintains|maintained|believes|according to [^,]{3,60},)(?: that\b|:|,)? /iu;
const toldAfter =
  /,? (?:according to [^,.;“”]{3,80}|(?:[\p{L}’' .-]{2,60} (?:said|says|announced|confirmed|added|estimates|told reporters)))\.?$/iu;

export function contentOf(text: string): string {
  const rest = text.replace(toldAfter, '');
  const start = told.exec(rest)?.[0].length ?? 0;
  const content = rest.slice(start);
  return content.split(/\s+/u).length >= 3 ? content : text;
}

/** Takes a statement apart; linear in its text. */
export function readStatement(source: StatementSource): Statement {
  const content = contentOf(source.text);
  const tokens = tokenise(content);
  const stems = new Set<string>();
  const names: string[] = [];
  const sides = new Map<string, 0 | 1>();
  let negated = 0;
  let isHedged = false;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const word = token.folded;
    if (negations.has(word) || (word === 'against' && isDeciding(tokens[i - 1]?.folded ?? ''))) negated += 1;
    // "May" with a capital is the month.
    if (hedges.has(word) && /^\p{Ll}/u.test(token.plain)) isHedged = true;
    const side = sideOf.get(word);
    if (side !== undefined) sides.set(side[0], side[1]);
    const isCapital = /^\p{Lu}/u.test(token.plain);
    if (isCapital && !empty.has(word) && (i > 0 || !isOpener(word))) names.push(stemOf(word));
    if (empty.has(word) || negations.has(word) || word === 'against' || (word.length < 3 && !isCapital)) continue;
    stems.add(side === undefined ? stemOf(word) : `~${side[0]}`);
  }
  const whole = { start: 0, end: source.text.length };
  return {
    source,
    stems,
    names,
    isNegated: negated % 2 === 1,
    sides,
    isHedged,
    isPaired: /\p{Lu}[\p{L}]+ and (?:the )?\p{Lu}/u.test(content),
    quantities:
      source.quantities !== undefined && source.quantities.length > 0
        ? source.quantities
        : findQuantities(source.text, whole),
    dates: findDates(source.text, whole, source.day),
    quoteWords: wordsOf(source.quote ?? quotedPart(source.text)),
  };
}

/** "voted against" negates "voted for". */
const isDeciding = (word: string): boolean =>
  /^(?:vote[sd]?|voting|ruled|decided|campaigned|spoke|came out)$/u.test(word);
const isOpener = (word: string): boolean =>
  /^(?:after|about|nearly|more|one|two|three|some|many|most|last|under|officials?|police|experts?)$/u.test(word);
const quotedPart = (text: string): string => /[“"‘«]([^”"’»]{12,})[”"’»]/u.exec(text)?.[1] ?? '';
const wordsOf = (text: string): string[] =>
  tokenise(text).flatMap((token) => (token.kind === 'word' || token.kind === 'number' ? [token.folded] : []));
