import type { Token } from '../../text/tokens.ts';
import { mayBeginNumber } from '../quantity/numbers.ts';
import { joinExams } from './exams.ts';
import { joinLayoffs } from './layoffs.ts';
import { joinOutages } from './outages.ts';
import { contrasting, contrastOf, opposed, sideOf, stemOf } from './opposites.ts';

const negations: ReadonlySet<string> = new Set(
  "not no never none neither nor cannot without deny denies denied denying hardly nobody nothing dismiss dismisses dismissed isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't".split(
    ' ',
  ),
);
const hedges: ReadonlySet<string> = new Set(
  'yet fully entirely completely may might could perhaps possibly probably if unless should whether reportedly allegedly suspects suspected'.split(
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
degree degrees celsius fahrenheit centigrade
third thirds quarter quarters fifth fifths tenth`.split(/\s+/u),
);

/** What a word that is more than its stem does to a statement. */
interface WordSense {
  readonly isNegation: boolean;
  readonly isHedge: boolean;
  readonly isEmpty: boolean;
  readonly isAble: boolean;
  /** No more than "reached" before an amount: "has passed 21 million", "left 14 dead". */
  readonly leadsAmount: boolean;
  readonly contrast: ReturnType<typeof contrastOf>;
  readonly side: ReturnType<typeof sideOf>;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const able = setOf('can able capacity capable');
const beforeAmounts = setOf(
  'pass passes passed left leaves leave leaving hit hits top tops topped exceed exceeds exceeded',
);

/** All of them at one look, for most words are none. */
const senses: ReadonlyMap<string, WordSense> = new Map(
  [...negations, ...hedges, ...empty, ...able, ...beforeAmounts, ...contrasting, ...opposed].map(
    (word): [string, WordSense] => [
      word,
      {
        isNegation: negations.has(word),
        isHedge: hedges.has(word),
        isEmpty: empty.has(word),
        isAble: able.has(word),
        leadsAmount: beforeAmounts.has(word),
        contrast: contrastOf(word),
        side: sideOf(word),
      },
    ],
  ),
);
const plainSense: WordSense = {
  isNegation: false,
  isHedge: false,
  isEmpty: false,
  isAble: false,
  leadsAmount: false,
  contrast: null,
  side: null,
};

/** Counted by nouns and verbs alike, whatever the opposite of the verb is: "a rally", "attended". */
const unturned = setOf('die fire attend');

/** What the words of a statement say, without what its amounts and dates do. */
export interface StatementWords {
  /** Stems of content words, without names of numbers, negations and cue words; in order of appearance, each once. */
  readonly stems: ReadonlySet<string>;
  /** Folded words that stand capitalised within the sentence, and the first word where it does elsewhere. */
  readonly names: readonly string[];
  /** Names that own what is spoken of: "X's partner". */
  readonly owners: ReadonlySet<string>;
  /** Groups of contrasting words that it names, by contrast: "new", "old". */
  readonly contrasts: ReadonlyMap<number, number>;
  /** Words with an opposite, by the pair they belong to and their side. */
  readonly sides: ReadonlyMap<string, 0 | 1>;
  /** Whether the statement is negated: an odd number of negations. */
  readonly isNegated: boolean;
  readonly isHedged: boolean;
  /** Says what could be: "can carry 450 passengers". */
  readonly isAble: boolean;
}

/** What the words of a statement, or those for its source, say of it. Linear. */
export function readWords(tokens: readonly Token[]): StatementWords {
  const stems = new Set<string>();
  const names: string[] = [];
  const owners = new Set<string>();
  const contrasts = new Map<number, number>();
  const sides = new Map<string, 0 | 1>();
  let negated = 0;
  let isHedged = false;
  let isAble = false;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const word = token.folded;
    const sense = senses.get(word) ?? plainSense;
    if (sense.leadsAmount && beginsAmount(tokens, i + 1)) continue;
    if (/^(?:won|wins|took|takes|held|holds)$/u.test(word) && beginsShare(tokens, i + 1)) continue;
    // "up to 400 people": nothing goes up.
    if (word === 'up' && tokens[i + 1]?.folded === 'to' && beginsAmount(tokens, i + 2)) continue;
    if (keepsFrom(tokens, i)) {
      negated += 1;
      continue;
    }
    const negates = sense.isNegation && !opensBound(tokens, i);
    if (negates || (word === 'against' && isDeciding(tokens[i - 1]?.folded ?? ''))) negated += 1;
    // "May" with a capital is the month.
    if (sense.isHedge && /^\p{Ll}/u.test(token.plain)) isHedged = true;
    if (sense.isAble) isAble = true;
    const { contrast } = sense;
    // "joined the strike": who joins one leaves nothing by going.
    const side = (word.startsWith('join') && isAction(tokens, i + 1)) || endsLives(tokens, i) ? null : sense.side;
    if (contrast !== null) contrasts.set(contrast[0], contrast[1]);
    if (side !== null) sides.set(side[0], side[1]);
    const isCapital = opensWithCapital(token.plain);
    if (isCapital && !sense.isEmpty && (i > 0 || !(isOpener(word) || mayBeginNumber(word)))) {
      names.push(stemOf(word));
      if (tokens[i + 1]?.kind === 'possessive') owners.add(stemOf(word));
    }
    if (
      (sense.isEmpty && !isMarch(token)) ||
      sense.isNegation ||
      word === 'against' ||
      (word.length < 3 && !isCapital) ||
      opensWithDigit(word)
    )
      continue;
    const stem = isMarch(token) ? 'protest' : stemOf(word);
    stems.add(side === null || unturned.has(stem) ? stem : `~${side[0]}`);
  }
  return {
    ...joinExams(tokens, joinOutages(tokens, joinLayoffs(tokens, { stems, sides }))),
    names,
    owners,
    contrasts,
    isNegated: negated % 2 === 1,
    isHedged,
    isAble,
  };
}

/** The month has a capital. */
const isMarch = ({ folded, plain }: Token): boolean => folded === 'march' && plain === 'march';

/** Quicker than a pattern for the letters that nearly all words open with. */
function opensWithCapital(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(word);
}

/** "46c", "60bn": a figure with its unit. */
const opensWithDigit = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;

/** "refused to apologise", "failed to pay": what is told is that it was not done. Who fails to score may the next week. */
const keepsFrom = (tokens: readonly Token[], at: number): boolean =>
  /^(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|fail(?:s|ed|ing)?)$/u.test(tokens[at]?.folded ?? '') &&
  tokens[at + 1]?.folded === 'to' &&
  /^(?!(?:be|score|win|beat|find|convert|take|make)$)\p{Ll}{2,}$/u.test(tokens[at + 2]?.plain ?? '');

/** "no more than £17bn", "not later than May": how far something goes, and nothing that is denied. */
const opensBound = (tokens: readonly Token[], at: number): boolean =>
  /^(?:no|not)$/u.test(tokens[at]?.folded ?? '') &&
  /^(?:more|fewer|less|later|earlier|greater|higher|lower)$/u.test(tokens[at + 1]?.folded ?? '') &&
  tokens[at + 2]?.folded === 'than';

const beginsAmount = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at];
  const skipped = next !== undefined && /^(?:about|around|nearly|some|at|more)$/u.test(next.folded) ? at + 1 : at;
  const number = tokens[/^(?:least|than|most)$/u.test(tokens[skipped]?.folded ?? '') ? skipped + 1 : skipped];
  return (
    number?.kind === 'number' || number?.kind === 'symbol' || (number !== undefined && mayBeginNumber(number.folded))
  );
};

/** "won 46% of the vote", "took 46%" */
const beginsShare = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' && /^(?:%|percent|per)$/u.test(tokens[at + 1]?.plain ?? '');

const isAction = (tokens: readonly Token[], at: number): boolean =>
  /^(?:strikes?|walkouts?|protests?|march|rally|picket)$/u.test(
    tokens[/^(?:the|a|an|its|their)$/u.test(tokens[at]?.folded ?? '') ? at + 1 : at]?.folded ?? '',
  );

/** "300 lives were lost": a toll, and nothing that could have been won. */
const endsLives = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'lost' && tokens.slice(Math.max(0, at - 3), at).some(({ folded }) => folded === 'lives');

/** "voted against" negates "voted for". */
const isDeciding = (word: string): boolean =>
  /^(?:vote[sd]?|voting|ruled|decided|campaigned|spoke|came out)$/u.test(word);
const isOpener = (word: string): boolean =>
  /^(?:after|about|nearly|more|one|two|three|some|many|most|last|under|officials?|police|experts?|rescuers?|rescue)$/u.test(
    word,
  );
