import { type EntityType, entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit, type WordMark } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const common = markBit('common');
const surname = markBit('surname');
const nationality = entityTypes.indexOf('nationality');
const work = entityTypes.indexOf('work');
const product = entityTypes.indexOf('product');
/** A name of which the model is surer than this is what it says, whatever stands beside it. */
const firm = 0.9;
const several = -1;
/** So many names of one type tell what another of their list is. */
const fewest = 2;
const listedAs: Readonly<Partial<Record<EntityType, readonly WordMark[]>>> = {
  person: ['given-name', 'person'],
  organisation: ['organisation', 'company'],
  nationality: ['demonym'],
  place: ['city', 'big-city', 'country', 'region'],
  product: ['product'],
  work: ['work'],
};
/** By type: marks of words and phrases that speak for it. */
const marksOf = entityTypes.map((type) => (listedAs[type] ?? []).reduce((bits, mark) => bits | markBit(mark), 0));

/**
 * A name that nobody knows is of the type of the others of its list: "Ubuntu, Debian, Fedora and openSUSE", and of those
 * that a table of results has in brackets behind people.
 */
export function takeListed(view: DocumentView, labelling: Labelling): Labelling {
  const found = foundNames(labelling.labels);
  const told = new Map<number, number>();
  const tell = (name: FoundName, type: number): void => {
    if (type === name.type || !isDoubtful(view, labelling, name) || !mayBe(view, name, type)) return;
    const hash = hashOfWords(view, name.from, name.end);
    told.set(hash, (told.get(hash) ?? type) === type ? type : several);
  };
  for (const list of listsOf(view, found)) {
    const types = countTypes(list);
    for (const name of list) {
      const [type, another] = [...types].filter(([of, count]) => count > (of === name.type ? 1 : 0)).map(([of]) => of);
      if (type === undefined || another !== undefined) continue;
      // "in Tromsø and Bodø": few places are called as a people is.
      const enough = type === work || type === product || name.type === nationality ? 1 : fewest;
      // "Zekyard, Leeds, England": where it is, no list.
      if (list.length > enough && (type !== place || isClosed(view, list))) tell(name, type);
    }
  }
  for (const [name, type] of bracketed(view, found)) tell(name, type);
  const labels = labelling.labels.slice();
  const sure = new Map<string, number>();
  for (const name of found) {
    const key = `${hashOfWords(view, name.from, name.end)} ${name.type}`;
    sure.set(key, (sure.get(key) ?? 0) + (isDoubtful(view, labelling, name) ? -1 : 1));
  }
  for (const name of found) {
    const hash = hashOfWords(view, name.from, name.end);
    const type = told.get(hash) ?? several;
    // One name is not two things of one document.
    if (type !== several && (sure.get(`${hash} ${name.type}`) ?? 0) < 0) writeName(labels, { ...name, type });
  }
  return { ...labelling, labels };
}

/** How many of a list are of each type. */
function countTypes(list: readonly FoundName[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { type } of list) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** Runs of names with nothing but a comma, "and" or "or" between them. */
function listsOf(view: DocumentView, found: readonly FoundName[]): FoundName[][] {
  const lists: FoundName[][] = [];
  let list: FoundName[] = [];
  for (const name of found) {
    if (!areListed(view, list.at(-1), name)) {
      list = [];
      lists.push(list);
    }
    list.push(name);
  }
  return lists.filter(({ length }) => length > 1);
}

/** People are called neither "Weather Report" nor "Hootie & the Blowfish". */
function mayBe(view: DocumentView, { from, end, type: own }: FoundName, type: number): boolean {
  // "for the Thunder, and Jalen Williams had 17": one thing beside it makes nobody a thing.
  const isNamed = own === person && end - from > 1 && ((view.facts[end - 1]?.marks ?? 0) & surname) !== 0;
  if (type !== person) return !isNamed || (type !== work && type !== product);
  for (let i = from; i < end; i += 1) if (view.document.tokens[i]?.plain === '&') return false;
  return ((view.facts[end - 1]?.marks ?? 0) & common) === 0;
}

/** Whether "and" or "or" stands before the last name of a list. */
function isClosed(view: DocumentView, list: readonly FoundName[]): boolean {
  const last = list.at(-1);
  return last !== undefined && /^(?:and|or|&)$/u.test(view.document.tokens[last.from - 1]?.folded ?? '');
}

/** Names in brackets behind people, with the type that two of three have: clubs of runners, teams of drivers. */
function bracketed(view: DocumentView, found: readonly FoundName[]): (readonly [FoundName, number])[] {
  const { tokens } = view.document;
  const names = found.filter(({ from, end }, i) => {
    const before = found[i - 1];
    const isBehind = before?.type === person && from - before.end === 1;
    return isBehind && tokens[from - 1]?.plain === '(' && tokens[end]?.plain === ')';
  });
  for (const type of new Set(names.map((name) => name.type)))
    if (names.filter((name) => name.type === type).length >= Math.max(fewest, (2 / 3) * names.length))
      return names.map((name) => [name, type] as const);
  return [];
}

function areListed(view: DocumentView, left: FoundName | undefined, right: FoundName | undefined): boolean {
  if (left === undefined || right === undefined || right.from - left.end > 2) return false;
  const between = view.document.tokens
    .slice(left.end, right.from)
    .map(({ folded }) => folded)
    .join(' ');
  return /^(?:,|and|or|&|, and|, or)$/u.test(between);
}

function isDoubtful(view: DocumentView, { confidences }: Labelling, { from, end, type }: FoundName): boolean {
  for (let i = from; i < end; i += 1) {
    const marks = (view.phraseMarks[i] ?? 0) | (end - from === 1 ? (view.facts[i]?.marks ?? 0) : 0);
    if ((marks & (marksOf[type] ?? 0)) !== 0 || view.known[i] !== outside) return false;
  }
  return Math.min(...confidences.subarray(from, end)) < firm;
}
