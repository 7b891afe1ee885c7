import type { Token } from '../../text/tokens.ts';

/** Words that decide how the amounts of a statement may be compared; each a bit of `Statement.traits`. */
export const traits = {
  /** Counts people who died, and nobody who was hurt. */
  toll: 1,
  /** How many were asked is no figure about the world. */
  sample: 2,
  /** Narrows down who or what is counted. */
  narrowed: 4,
  /** "About", "more than": allows for more of a gap. */
  rough: 8,
  /** Names the figure that went before. */
  saysFrom: 16,
  /** What is counted piles up. */
  pilesUp: 32,
  /** Words of a later figure. */
  revises: 64,
  /** Tells of a time that only the text around it names: "the year before". */
  elsewhen: 128,
  /** A count as it stood on some day: "the toll rose to 12 on Monday". */
  running: 256,
  /** Counted while counting went on: "with 40% of votes counted", "turnout by 5pm". */
  partial: 512,
  /** What those who were asked said, not how the vote went. */
  polled: 1024,
} as const;

export const has = ({ traits: found }: { readonly traits: number }, trait: keyof typeof traits): boolean =>
  (found & traits[trait]) !== 0;

const toll = /\b(?:dead|died|dies|deaths?|killed|killing|kills?|fatalities|toll|bodies|lives)\b/iu;
const hurt = /\b(?:injured|wounded|hurt|missing)\b/iu;
const sampled = /\b(?:survey|poll|sample|study) of (?:about |around |more than |nearly )?\p{Nd}/iu;
const narrowing =
  /\b(?:another|further|additional|(?:an?|the) (?:second|third|fourth|fifth) (?!of\b|quarter|half|time|year|day|week|month)\p{Ll}+|(?:\p{Nd}|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand) (?:more|others?)\b(?! than)|suspected|underlying|(?:core|food|wages?|pay|rents?|rental|grocery|services|energy|fuel|house|shop|import|producer|wholesale)(?:[- ]price)? inflation|in all competitions|career|all-time|among|aged|youth|teenage|young|younger|older|elderly|women|men|girls|boys|rural|urban|black|white|foreign|male|female|average|median|excluding|except|per head|in the (?:\p{Ll}+ )?(?:(?:north|south)?-?(?:east|west)|north|south|centre|center|interior|suburbs|countryside)|under \d{1,2}s?(?![\d,.%]| (?:per|million|billion|trillion|thousand))|over \d+s)\b/iu;
const rough = /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|more than|over|at least)\b/iu;
const from = /\b(?:from|revised|previously|earlier)\b/iu;
export const piling =
  /\b(?:dead|deaths?|died|killed|killing|injuring|injured|wounded|cases|infections|infected|arrest\w*|detained|displaced|fled|refugees|missing|signatures|signed|casualties|toll|victims|evacuated|rescued|restored|reconnected|vaccinated|destroyed|bodies|lives|burned|burnt|scorched|charred|contained)\b/iu;
const revision =
  /\b(?:now|revis\w+|updated|latest|final (?:results?|figures?|counts?|tall(?:y|ies))|so far|as of|risen|(?:climbed|fell|fallen|dropped) to|grown to|has reached|have reached|has passed|have passed|up from|down from|no longer)\b|\b(?:rais|lift|hik|increas|boost|cut|lower|reduc|slash|trimm?)(?:s|e[sd]?|t?ing|ed)?\b(?:[^.;:]|\.\p{Nd}){0,60}\bto [$£€]?\p{Nd}/iu;

const elsewhen =
  /\b(?:the (?:year|month|week|day) (?:before|earlier|after)|a (?:year|month|week|day) (?:before|earlier|later)|(?:last|previous) (?:season|term|campaign)|previous (?:year|month|quarter|week)|(?:past|last|previous) (?:few |[\p{Nd}\p{Ll}-]+ )?(?:hours|days)|overnight|(?:was|were) (?:originally |initially )?(?:(?:meant|supposed|expected|due|budgeted|projected) )?to\b|(?:originally|initially|at first))\b/iu;

const partial =
  /\b(?:votes?|ballots|precincts|districts|polling stations|returns)\b[^,;.]{0,30}\b(?:counted|tallied|reporting|processed)\b|\bby (?:\p{Nd}{1,2}(?:[:.]\p{Nd}\p{Nd})?\s?[ap]\.?m|noon|midday)\b/iu;

const polled = /\b(?:(?:exit|opinion|latest|new|recent|an?|the) polls?(?! station)|polled|survey)\b/iu;

const running =
  /\b(?:toll|tally|total|number of|st(?:ood|ands?) at|(?:rose|risen|climbed|grew|grown|rising|jumped|fell|fallen|dropped) to|reached|known to|so far|now)\b/iu;

/** For each trait what tells it, and the words one of which it cannot do without. */
const tellers = (
  [
    [
      'toll',
      (text) => toll.test(text) && !hurt.test(text),
      'dead died dies death deaths killed killing kill kills fatalities toll bodies lives',
    ],
    ['sample', (text) => sampled.test(text), 'survey poll sample study'],
    [
      'narrowed',
      (text) => narrowing.test(text.replace(/\ban average of\b/giu, '')),
      'another more other others further additional second third fourth fifth suspected underlying inflation competitions career all among aged youth teenage young younger older elderly women men girls boys rural urban black white foreign male female average median excluding except head under over north south east west north-east north-west south-east south-west northeast northwest southeast southwest centre center interior suburbs countryside',
    ],
    [
      'rough',
      (text) => rough.test(text),
      'about around roughly nearly almost some approximately close than over least',
    ],
    ['saysFrom', (text) => from.test(text), 'from revis previously earlier'],
    [
      'pilesUp',
      (text) => piling.test(text),
      'dead death deaths died killed killing injuring injured wounded cases infections infected arrest detained displaced fled refugees missing signatures signed casualties toll victims evacuated rescued restored reconnected vaccinated destroyed bodies lives burned burnt scorched charred contained',
    ],
    [
      'revises',
      (text) => revision.test(text),
      'now revis updated latest final far of risen climbed fell fallen dropped grown reached passed from longer raise raises raised raising lift lifts lifted hike hikes hiked increase increases increased boost boosts boosted cut cuts lower lowers lowered reduce reduces reduced slash slashes slashed trim trims trimmed',
    ],
    [
      'elsewhen',
      (text) => elsewhen.test(text),
      'before earlier later after previous past overnight season term campaign originally initially',
    ],
    ['polled', (text) => polled.test(text), 'poll polls survey polled'],
    ['partial', (text) => partial.test(text), 'counted tallied reporting processed a.m p.m noon midday'],
    [
      'running',
      (text) => running.test(text),
      'toll tally total number stood stand stands rose risen climbed grew grown rising jumped fell fallen dropped reached known far now',
    ],
  ] satisfies (readonly [keyof typeof traits, (text: string) => boolean, string])[]
).map(([trait, tells, words]) => ({ bit: traits[trait], tells, words: words.split(' ') }));

const bitsOf = new Map<string, number>();
for (const { bit, words } of tellers) for (const word of words) bitsOf.set(word, (bitsOf.get(word) ?? 0) | bit);

/** The traits of a sentence that has amounts; of any other they decide nothing. */
export function traitsOf(text: string, tokens: readonly Token[]): number {
  let possible = 0;
  let before = '';
  for (const { folded } of tokens) {
    // "5pm", "was to cost": words that stand in most sentences tell nothing by themselves.
    if (folded.endsWith('m') && /^(?:\p{Nd}+)?[ap]m$/u.test(folded)) possible |= traits.partial;
    if (folded === 'to' && (before === 'was' || before === 'were')) possible |= traits.elsewhen;
    before = folded;
    const word = /^(?:arrest|revis)/u.exec(folded)?.[0] ?? folded;
    possible |= bitsOf.get(word) ?? 0;
  }
  let found = 0;
  for (const { bit, tells } of tellers) if ((possible & bit) !== 0 && tells(text)) found |= bit;
  return found;
}
