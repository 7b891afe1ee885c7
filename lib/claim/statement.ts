import type { Quantity } from '../model/claim.ts';
import { tokenise } from '../text/tokens.ts';
import { type DateReading, findDates } from './dates.ts';
import { contentOf } from './content.ts';
import { contrastOf, sideOf, stemOf } from './opposites.ts';
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
  /** Names in the words for the source. */
  readonly voices: readonly string[];
  /** Names that own what is spoken of: "X's partner". */
  readonly owners: ReadonlySet<string>;
  /** Groups of contrasting words that it names, by contrast: "new", "old". */
  readonly contrasts: ReadonlyMap<number, number>;
  /** Whether the statement is negated: an odd number of negations. */
  readonly isNegated: boolean;
  /** Words with an opposite, by the pair they belong to and their side. */
  readonly sides: ReadonlyMap<string, 0 | 1>;
  readonly isHedged: boolean;
  /** Says what could be: "can carry 450 passengers". */
  readonly isAble: boolean;
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

/** Takes a statement apart; linear in its text. */
export function readStatement(source: StatementSource): Statement {
  const content = contentOf(source.text);
  const words = readWords(content.text);
  const owner = readWords(content.source);
  const stated = findQuantities(content.text, { start: 0, end: content.text.length });
  // Read on demand: most statements are told apart before their dates matter.
  let dates: readonly DateReading[] | null = null;
  const whole = { start: 0, end: source.text.length };
  return {
    source,
    ...words,
    stems:
      content.goesOn === 'by pronoun'
        ? new Set([...owner.stems, ...words.stems])
        : content.goesOn === 'by noun'
          ? new Set([...owner.names, ...words.stems])
          : words.stems,
    names: content.goesOn === 'no' ? words.names : [...owner.names, ...words.names],
    voices: owner.names,
    isNegated: content.isDenied !== words.isNegated,
    isPaired: /\p{Lu}[\p{L}]+ and (?:the )?\p{Lu}/u.test(content.text),
    // Amounts in the words for the source ("two employees said") are none of the statement's; a pack may bring its own.
    quantities: stated.length > 0 || content.source !== '' ? stated : (source.quantities ?? []),
    get dates() {
      dates ??= findDates(source.text, whole, source.day);
      return dates;
    },
    quoteWords: wordsOf(source.quote ?? quotedPart(source.text)),
  };
}

type Words = Pick<
  Statement,
  'stems' | 'names' | 'owners' | 'contrasts' | 'sides' | 'isNegated' | 'isHedged' | 'isAble'
>;

function readWords(text: string): Words {
  const tokens = tokenise(text);
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
    if (negations.has(word) || (word === 'against' && isDeciding(tokens[i - 1]?.folded ?? ''))) negated += 1;
    // "May" with a capital is the month.
    if (hedges.has(word) && /^\p{Ll}/u.test(token.plain)) isHedged = true;
    if (/^(?:can|able|capacity|capable)$/u.test(word)) isAble = true;
    const contrast = contrastOf(word);
    if (contrast !== null) contrasts.set(contrast[0], contrast[1]);
    const side = sideOf(word);
    if (side !== null) sides.set(side[0], side[1]);
    const isCapital = /^\p{Lu}/u.test(token.plain);
    if (isCapital && !empty.has(word) && (i > 0 || !isOpener(word))) {
      names.push(stemOf(word));
      if (tokens[i + 1]?.kind === 'possessive') owners.add(stemOf(word));
    }
    if (empty.has(word) || negations.has(word) || word === 'against' || (word.length < 3 && !isCapital)) continue;
    const stem = stemOf(word);
    // Deaths are counted by nouns and verbs alike.
    stems.add(side === null || stem === 'die' ? stem : `~${side[0]}`);
  }
  return { stems, names, owners, contrasts, sides, isNegated: negated % 2 === 1, isHedged, isAble };
}

/** "voted against" negates "voted for". */
const isDeciding = (word: string): boolean =>
  /^(?:vote[sd]?|voting|ruled|decided|campaigned|spoke|came out)$/u.test(word);
const isOpener = (word: string): boolean =>
  /^(?:after|about|nearly|more|one|two|three|some|many|most|last|under|officials?|police|experts?)$/u.test(word);
const quotedPart = (text: string): string => /[“"‘«]([^”"’»]{12,})[”"’»]/u.exec(text)?.[1] ?? '';
const wordsOf = (text: string): string[] =>
  tokenise(text).flatMap((token) => (token.kind === 'word' || token.kind === 'number' ? [token.folded] : []));
