import { entityTypes } from '../../model/entity.ts';
import { genderOfGivenName } from '../given-names.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const mistakable: ReadonlySet<number> = new Set([entityTypes.indexOf('place'), entityTypes.indexOf('organisation')]);
const givenMark = markBit('given-name');
/** What stands before places and things rather than before people. */
const beforeThings: ReadonlySet<string> = new Set(
  "in at from the near of to on into across outside around through visited beat 's".split(' '),
);
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What people do and places and clubs do not. */
const deeds = setOf(
  'cried wept laughed smiled joked married wed wore gushed whispered shouted sobbed hugged kissed recalled remembered told wrote posted tweeted sang danced proposed died who',
);
/** What is said of people, and of countries and clubs as well. */
const doings = setOf('has had is was knows knew wants wanted thinks feels never always says said adds added');
const renowned = ['country', 'region', 'big-city', 'company', 'organisation', 'product'] as const;
const renownedMarks = renowned.reduce((marks, mark) => marks | markBit(mark), 0);
const kin = setOf(
  'son daughter mother father mum mom dad wife husband brother sister boyfriend girlfriend fiance fiancee partner baby twin niece nephew aunt uncle cousin grandson granddaughter grandmother grandfather stepson stepdaughter',
);
const owners = setOf('his her their my our your');
/** Words between a person and what kin they are: "Chelsea's six-year-old daughter". */
const mostBetween = 8;

/**
 * A lone given name is the person whom the document calls so in full, however much it is a country or a club elsewhere:
 * beside "Chelsea Vance", Chelsea told him something, and "Georgia, her daughter" is no state. Where it follows a place's
 * preposition it stays a place ("he proposed in Jordan").
 */
export function takeGivenNames(view: DocumentView, labelling: Labelling): Labelling {
  const found = foundNames(labelling.labels);
  const givens = new Set<number>();
  for (const { from, end, type } of found) if (type === person && end - from > 1) givens.add(view.words[from] ?? -1);
  const lone = found.filter((name) => isMistakable(view, name));
  const shown = new Set<number>();
  for (const { from } of lone)
    if (givens.has(view.words[from] ?? -1) && actsAsPerson(view, from)) shown.add(view.words[from] ?? -1);
  for (const { from } of lone) if (isGiven(view, from) && isAged(view, from)) shown.add(view.words[from] ?? -1);
  const people = lone.filter(
    ({ from }) =>
      shown.has(view.words[from] ?? -1) || isKinBefore(view, from) || (isGiven(view, from) && isKin(view, from)),
  );
  if (people.length === 0) return labelling;
  const labels = labelling.labels.slice();
  for (const name of people) writeName(labels, { ...name, type: person });
  return { ...labelling, labels };
}

const isGiven = (view: DocumentView, i: number): boolean =>
  ((view.facts[i]?.marks ?? 0) & givenMark) !== 0 || genderOfGivenName(wordAt(view, i)) !== null;

const isMistakable = (view: DocumentView, { from, end, type }: FoundName): boolean =>
  end - from === 1 && mistakable.has(type) && !beforeThings.has(view.document.tokens[from - 1]?.folded ?? '');

const wordAt = (view: DocumentView, i: number): string => view.document.tokens[i]?.folded ?? '';

/** "Jordan cried", "Chelsea's daughter", "Georgia, 6," */
function actsAsPerson(view: DocumentView, i: number): boolean {
  const { tokens } = view.document;
  const next = tokens[i + 1];
  if (next?.kind === 'possessive') return kinWithin(view, i + 2) !== null;
  if (next?.plain === ',' && tokens[i + 2]?.kind === 'number' && tokens[i + 3]?.plain === ',')
    return /^\d{1,2}$/u.test(tokens[i + 2]?.plain ?? '');
  const isRenowned = ((view.facts[i]?.marks ?? 0) & renownedMarks) !== 0;
  return deeds.has(wordAt(view, i + 1)) || (!isRenowned && doings.has(wordAt(view, i + 1)));
}

/** "Jack, 5, and Charlotte, 3." */
function isAged(view: DocumentView, i: number): boolean {
  const { tokens } = view.document;
  const [comma, age, end] = tokens.slice(i + 1, i + 4);
  return (
    comma?.plain === ',' &&
    /^\d{1,2}$/u.test(age?.plain ?? '') &&
    /^[,.;)]$/u.test(end?.plain ?? '') &&
    /^(?:,|and|:|\()$/u.test(tokens[i - 1]?.folded ?? '')
  );
}

/** "Georgia, her six-year-old daughter", "Georgia, Chelsea's daughter" */
function isKin(view: DocumentView, i: number): boolean {
  const { tokens } = view.document;
  if (tokens[i + 1]?.plain !== ',') return false;
  if (owners.has(wordAt(view, i + 2))) return kinWithin(view, i + 3) !== null;
  for (let at = i + 3; at < i + 6; at += 1)
    if (tokens[at]?.kind === 'possessive') return kinWithin(view, at + 1) !== null;
  return false;
}

/** "her mother, Florence," and "Jordan's wife, Savannah," */
function isKinBefore(view: DocumentView, i: number): boolean {
  const { tokens } = view.document;
  if (tokens[i - 1]?.plain !== ',' || !kin.has(wordAt(view, i - 2)) || tokens[i + 1]?.plain !== ',') return false;
  const owner = tokens[i - 3];
  return owner?.kind === 'possessive' || owners.has(owner?.folded ?? '');
}

/** The token of the kin that comes before any other noun could, or null. */
function kinWithin(view: DocumentView, from: number): number | null {
  for (let at = from; at < from + mostBetween; at += 1) {
    const word = wordAt(view, at);
    if (kin.has(word)) return at;
    if (!/^(?:-|years?|months?|weeks?|old|\d+|[a-z]+)$/u.test(word) || /^(?:and|of|in|at|who|is|was)$/u.test(word))
      return null;
  }
  return null;
}
