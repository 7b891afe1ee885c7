import { baseOf } from './irregular.ts';

/** Words that turn a statement round, words that tell two things apart, and words that mean the same. */

const opposites = [
  [
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed climbs surge surged jump jumped soar soared higher up',
    'fall falls fell fallen falling decrease decreases decreased drop drops dropped decline declines declined shrink shrank shrunk slump slumped plunge plunged lower down',
  ],
  [
    'support supports supported supporting back backs backed backing endorse endorses endorsed favour favours favoured favors favored',
    'oppose opposes opposed opposing',
  ],
  [
    'accept accepts accepted approve approves approved pass passes passed adopt adopts adopted grant grants granted',
    'reject rejects rejected refuse refuses refused veto vetoes vetoed block blocks blocked defeat defeated dismiss dismissed deny',
  ],
  ['win wins won winning', 'lose loses lost losing'],
  ['open opens opened reopen reopened', 'close closes closed shut shuts'],
  ['guilty convicted', 'innocent acquitted cleared'],
  ['safe', 'unsafe dangerous'],
  ['legal lawful', 'illegal unlawful'],
  ['true correct right', 'false untrue wrong'],
  ['join joins joined joining', 'leave leaves left leaving quit quits'],
  ['alive survive survived survives', 'dead died dies'],
  [
    'start starts started begin begins began launch launched',
    'end ends ended stop stops stopped cancel cancels cancelled halt halted',
  ],
  [
    'raise raises raised raising',
    'cut cuts cutting reduce reduces reduced lower lowered slash slashed axe axed axes axing shed sheds shedding',
  ],
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
  [
    'withdraw withdrew withdrawn',
    'stay stayed remain remained remains play plays compete competes participate participates',
  ],
  ['strong stronger strengthen strengthened', 'weak weaker weaken weakened'],
  ['best highest largest biggest', 'worst lowest smallest'],
] as const;
const pairOf = (first: string): string => `${opposites.findIndex(([left]) => left.startsWith(`${first} `))}`;
/** The pair of joining and leaving. */
export const membership = pairOf('join');
/** The pair of raising and cutting. */
export const setting = pairOf('raise');
/** The pairs of which the second side tells that jobs go: cutting, losing, dismissing. */
export const endingJobs: readonly string[] = ['raise', 'win', 'hire'].map(pairOf);
/** The pairs of what is done once and may be put off: opening, starting, joining, withdrawing, and their opposites. */
export const schedulable: readonly string[] = ['open', 'start', 'join', 'withdraw'].map(pairOf);
/** The pair of passing and failing a test, which only the words around them tell. */
export const exam = 'exam';
/** Pairs of what is done again and again: a cut in June takes nothing back from a rise in January. */
const recurring: ReadonlySet<string> = new Set(
  opposites.flatMap(([left], i) =>
    /^(?:rise|raise|hire|buy|win|open|start|arrive|guilty) /u.test(left) ? [`${i}`] : [],
  ),
);
export const mayRecur = (pair: string): boolean => recurring.has(pair) || pair === exam;

const sides = new Map<string, readonly [pair: string, side: 0 | 1]>();
for (const [i, [left, right]] of opposites.entries()) {
  for (const word of left.split(' ')) if (!sides.has(word)) sides.set(word, [`${i}`, 0]);
  for (const word of right.split(' ')) if (!sides.has(word)) sides.set(word, [`${i}`, 1]);
}

const synonyms: ReadonlyMap<string, string> = new Map(
  (
    [
      ['die', 'dead died deaths death killed kill kills killing fatalities fatality toll'],
      ['hurt', 'injured injuries wounded wound wounds hurt'],
      ['earthquake', 'earthquake earthquakes quake quakes tremor tremors temblor temblors'],
      ['people', 'people persons person civilians residents inhabitants men women'],
      ['job', 'jobs posts positions workers employees staff employ employs employed workforce'],
      ['fire', 'fire fires fired wildfire wildfires blaze blazes bushfire bushfires'],
      ['attend', 'attend attended attends'],
      ['burn', 'burn burns burned burnt burning scorched charred blackened consumed'],
      ['case', 'case cases infection infections'],
      [
        'protest',
        'protest protests protester protesters rally rallies demonstration demonstrations demonstrators marched marchers crowd crowds',
      ],
      ['home', 'homes houses house households dwellings'],
      ['flee', 'fled flee displaced uprooted'],
      ['arrest', 'arrested arrest arrests detained detain held'],
      ['company', 'firm firms companies company business'],
      ['child', 'child children kids'],
      ['school', 'schools school'],
      ['buy', 'purchase purchased buy buys bought acquire acquired'],
      ['cost', 'cost costs costing price priced bill'],
      ['money', 'funds funding money'],
      ['plan', 'plan plans planned intends intend intention'],
      ['country', 'country nation state'],
      ['attack', 'attack attacked attacks strike strikes struck assault raid raids raided'],
      ['talk', 'talks negotiations negotiation talk'],
      ['build', 'build built building construct constructed construction'],
      ['vote', 'vote voted votes ballot ballots'],
      ['big', 'big large huge major'],
      [
        'expect',
        'expect expects expected expecting forecast forecasts predict predicts predicted projected anticipate anticipates anticipated',
      ],
      ['unemployment', 'unemployment unemployed jobless joblessness'],
    ] as const
  ).flatMap(([stem, words]) => words.split(' ').map((word): [string, string] => [word, stem])),
);

/** Every word that has an opposite. */
export const opposed: Iterable<string> = [...sides.keys()];

/** The pair of opposites that a folded word belongs to and its side there, or null. */
export const sideOf = (word: string): readonly [pair: string, side: 0 | 1] | null => sides.get(word) ?? null;

/** Two things of one kind: whatever is said of one says nothing of the other. */
const contrasts = [
  'new|old former previous',
  'north northern|south southern',
  'east eastern|west western',
  'first|second third fourth last final',
  'men male boys man|women female girls woman',
  'under below younger|over above older',
  'import imports imported|export exports exported',
  'home|away',
  'gross|net',
  'profit profits|loss losses|revenue revenues turnover sales',
  'summer|winter|spring|autumn',
  'morning|evening',
  'primary|secondary',
  'adults|children',
  'urban|rural',
  'confirmed|suspected probable',
] as const;
const kinds = new Map<string, readonly [contrast: number, group: number]>();
for (const [i, contrast] of contrasts.entries())
  for (const [group, words] of contrast.split('|').entries())
    for (const word of words.split(' ')) kinds.set(word, [i, group]);

/** Every word that belongs to a contrast. */
export const contrasting: Iterable<string> = [...kinds.keys()];

/** Which contrast a folded word belongs to and its group there, or null. */
export const contrastOf = (word: string): readonly [contrast: number, group: number] | null => kinds.get(word) ?? null;

/** A light stem: enough that "exports" meets "export" and "planned" meets "plan". */
export function stemOf(word: string): string {
  const known = synonyms.get(word);
  if (known !== undefined) return known;
  let stem = baseOf(word);
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  else if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 4 && /([bdgmnprt])\1$/u.test(stem)) stem = stem.slice(0, -1);
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
