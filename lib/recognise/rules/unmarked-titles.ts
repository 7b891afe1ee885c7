import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike, letterCase } from '../tagger/words.ts';

const [person, place, work, organisation, product] = (
  ['person', 'place', 'work', 'organisation', 'product'] as const
).map((type) => entityTypes.indexOf(type));
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const works = setOf(
  'film movie novel novella album single musical sitcom miniseries memoir documentary biopic series podcast',
);
/** Of these other things are said as well: only what has an article of its own is a title behind them. */
const looseWorks = setOf('drama comedy thriller show play song book opera sequel hit');
const beforeWorks = setOf('the a an his her their its whose this hit debut new latest first last tv television');
const playing = setOf('starred starring stars star');
const appearing = setOf('appeared appears appearing features featured featuring');
const makers = setOf('author director creator star writer screenwriter producer composer');
const awards = setOf('oscar oscars emmy emmys tony tonys bafta baftas grammy grammys globe pulitzer booker nominated');
const acting = setOf('played plays playing portrayed portrays portraying');
/** What is done to works, so that whoever does it may be named right behind the word: "the film Ana Ruiz made". */
const making = setOf(
  'made makes produced released published wrote directed distributed shot filmed recorded is was has',
);
/** How far before "for" an award may stand. */
const awardReach = 4;
const longest = 12;
const longestPart = 3;
/** A name that only what stands around it speaks for. */
const toldConfidence = 0.6;
const bodyMarks = markBit('organisation-tail') | markBit('place-tail');
const givenMark = markBit('given-name');

interface Expected {
  readonly from: number;
  /** Whether only a title with an article of its own is one: "the author of The Low Notes". */
  readonly isArticled: boolean;
  /** Whether a paper or a body may be meant as well: poems appear in magazines. */
  readonly mayBeBody: boolean;
  /** The character who is played in it. */
  readonly part: FoundName | null;
}

/** Titles that stand without marks where only a work can: "she won a Tony for The Low Notes", "the film Anora". */
export function takeUnmarkedTitles(view: DocumentView, labelling: Labelling): Labelling {
  let labels: Uint8Array | null = null;
  let confidences: Float64Array | null = null;
  const found = foundNames(labelling.labels);
  const titles = new Set<string>();
  for (let i = 0; i < view.document.tokens.length; i += 1) {
    const expected = expectedAt(view, i);
    if (expected === null) continue;
    const end = readTitle(view, expected);
    if (end === null) continue;
    const covered = found.filter((name) => name.from < end && name.end > (expected.part?.from ?? expected.from));
    if (!mayBeTitle(view, { ...expected, end }, covered)) continue;
    labels ??= labelling.labels.slice();
    confidences ??= labelling.confidences.slice();
    for (const name of covered) labels.fill(outside, name.from, name.end);
    for (const name of [{ from: expected.from, end, type: work ?? 0 }, ...(expected.part ? [expected.part] : [])]) {
      writeName(labels, name);
      confidences.fill(toldConfidence, name.from, name.end);
    }
    titles.add(keyOf(view, { from: expected.from, end }));
    i = end - 1;
  }
  for (const name of found) {
    if (name.type === work || view.known[name.from] !== outside || !isTold(view, name)) continue;
    labels ??= labelling.labels.slice();
    confidences ??= labelling.confidences.slice();
    writeName(labels, { ...name, type: work ?? 0 });
    titles.add(keyOf(view, name));
  }
  if (labels === null || confidences === null) return labelling;
  writeRepeats(view, labels, titles);
  return { ...labelling, labels, confidences };
}

/** Without its article. */
const keyOf = (view: DocumentView, { from, end }: { readonly from: number; readonly end: number }): string =>
  view.words.subarray(isArticle(view, from) ? from + 1 : from, end).join(' ');

/** What is a title at one place is one wherever it stands: "The White Heron star". */
function writeRepeats(view: DocumentView, labels: Uint8Array, titles: ReadonlySet<string>): void {
  for (const { from, end, type } of foundNames(labels)) {
    if (type === work || type === place || !titles.has(keyOf(view, { from, end }))) continue;
    const isLed = isArticle(view, from - 1) && isCapital(view, from - 1) && labels[from - 1] === outside;
    writeName(labels, { from: isLed ? from - 1 : from, end, type: work ?? 0 });
  }
}

const isArticle = (view: DocumentView, i: number): boolean => /^(?:the|an?)$/u.test(wordAt(view, i));

const wordAt = ({ document }: DocumentView, i: number): string => document.tokens[i]?.folded ?? '';

const isCapital = ({ facts }: DocumentView, i: number): boolean => {
  const own = facts[i];
  return own !== undefined && isNameLike(own);
};

/** "On Low Water, her third album": a title before what it is said to be. */
function isTold(view: DocumentView, { end }: FoundName): boolean {
  if (wordAt(view, end) !== ',' || !/^(?:her|his|their|its)$/u.test(wordAt(view, end + 1))) return false;
  for (let at = end + 2; at < end + 6; at += 1) {
    if (told.has(wordAt(view, at))) return true;
    if (view.facts[at]?.letterCase !== letterCase.lower) return false;
  }
  return false;
}
const told = setOf('album albums novel film single memoir ep lp mixtape musical sitcom documentary');

function expectedAt(view: DocumentView, i: number): Expected | null {
  if (view.facts[i]?.letterCase !== letterCase.lower) return null;
  const [word, next] = [wordAt(view, i), wordAt(view, i + 1)];
  if (looseWorks.has(word)) return { from: i + 1, isArticled: true, mayBeBody: false, part: null };
  if (works.has(word) && [i - 1, i - 2].some((at) => beforeWorks.has(wordAt(view, at)) || isOwner(view, at)))
    return { from: i + 1, isArticled: false, mayBeBody: false, part: null };
  if (next === 'in' && (playing.has(word) || appearing.has(word)))
    return { from: i + 2, isArticled: !playing.has(word), mayBeBody: !playing.has(word), part: null };
  if (next === 'of' && word === 'author' && wordAt(view, i + 2) !== 'the')
    return { from: i + 2, isArticled: false, mayBeBody: true, part: null };
  if (next === 'of' && makers.has(word)) return { from: i + 2, isArticled: true, mayBeBody: false, part: null };
  if (word === 'for')
    for (let at = i - 1; at >= i - awardReach; at -= 1)
      if (awards.has(wordAt(view, at))) return { from: i + 1, isArticled: true, mayBeBody: false, part: null };
  if (!acting.has(word)) return null;
  let end = i + 1;
  while (end <= i + longestPart && isCapital(view, end)) end += 1;
  const part = { from: i + 1, end, type: person ?? 0 };
  return end > i + 1 && wordAt(view, end) === 'in' ? { from: end + 1, isArticled: true, mayBeBody: false, part } : null;
}

const isOwner = ({ document }: DocumentView, i: number): boolean => document.tokens[i]?.kind === 'possessive';

/** The token behind a title that starts there; null where none does. */
function readTitle(view: DocumentView, { from, isArticled }: Expected): number | null {
  const begins = isArticle(view, from);
  if (!isCapital(view, from) || (isArticled && !begins)) return null;
  let end = from + 1;
  for (let at = end; at < from + longest; at += 1) {
    if (isCapital(view, at)) end = at + 1;
    // "the documentary Predator: The Secret of J-Pop"
    else if (!isArticled && wordAt(view, at) === ':' && isArticle(view, at + 1) && isCapital(view, at + 1)) continue;
    else if (wordAt(view, at) === '-' && view.document.tokens[at]?.spaceBefore === false) continue;
    else if (!/^(?:of|the|an?)$/u.test(wordAt(view, at)) && !isOwner(view, at)) break;
  }
  return begins && end === from + 1 ? null : end;
}

interface Title extends Expected {
  readonly end: number;
}

function mayBeTitle(
  view: DocumentView,
  { from, end, isArticled, mayBeBody }: Title,
  covered: readonly FoundName[],
): boolean {
  const { known, facts } = view;
  for (let i = from; i < end; i += 1) if (known[i] !== outside) return false;
  if (((facts[end - 1]?.marks ?? 0) & bodyMarks) !== 0) return false;
  if (isArticled) return !mayBeBody || !covered.some((name) => name.type === organisation && name.end <= end);
  if (mayBeBody && !covered.some(({ type }) => type === product)) return false;
  if (making.has(wordAt(view, end)) || covered.some(({ type }) => type === place)) return false;
  return !covered.some(({ type }) => type === person) || ((facts[from]?.marks ?? 0) & givenMark) === 0;
}
