import { entityTypes } from '../../model/entity.ts';
import { genderOfGivenName } from '../given-names.ts';
import { type FoundName, foundNames, hashOfWords, knownType, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
const place = entityTypes.indexOf('place');
const work = entityTypes.indexOf('work');
const product = entityTypes.indexOf('product');
const event = entityTypes.indexOf('event');
/** Kinds of thing of which no name is made of two others, as firms' and countries' are. */
const singles: ReadonlySet<number> = new Set([work, product, event]);
const givenName = markBit('given-name');
const joins = /^(?:and|&|vs\.?)$/u;

/**
 * Two names that were taken for one: nobody is called "Jason & Michelle", and "Arduino and Smart Projects" are two
 * organisations where either stands by itself in the document, as whatever it is. So are an agency and the country behind
 * it, and two works, products or events with a comma or an "and" between them of which one stands by itself. What the
 * store or a list knows as one stays.
 */
export function partJoined(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  const alone = new Map<number, number>();
  for (const { from, end, type } of found) if (type !== person) alone.set(hashOfWords(view, from, end), type);
  partListed(view, labels, { found, alone });
  partCredits(view, labels, found);
  partBrackets(view, labels, found);
  partPollsters(view, labels, found);
  for (const { from, end, type } of found) {
    if (type !== person && type !== organisation) continue;
    for (let i = from + 1; i < end - 1; i += 1) {
      if (!joins.test(view.document.tokens[i]?.folded ?? '')) continue;
      const next = view.document.tokens[i + 1]?.plain === '.' ? i + 2 : i + 1;
      if (next >= end || isListed(view, i) || !isNamed(view, i - 1) || !isNamed(view, next)) break;
      if (type === organisation && isPlace(view, next, end) && !isPlace(view, i - 1, i)) {
        writeName(labels, { from, end: i, type });
        labels.fill(outside, i, next);
        writeName(labels, { from: next, end, type: place });
        break;
      }
      if (type === organisation && end - from === 3 && isGiven(view, from) && isGiven(view, end - 1)) {
        writeName(labels, { from, end: i, type: person });
        labels[i] = outside;
        writeName(labels, { from: next, end, type: person });
        break;
      }
      const [left, right] = [hashOfWords(view, from, i), hashOfWords(view, next, end)];
      if (type === organisation && (left === right || !alone.has(left) || !alone.has(right))) break;
      writeName(labels, { from, end: i, type: type === person ? type : (alone.get(left) ?? type) });
      labels.fill(outside, i, next);
      writeName(labels, { from: next, end, type: type === person ? type : (alone.get(right) ?? type) });
      break;
    }
  }
  return { ...labelling, labels };
}

interface Names {
  readonly found: readonly FoundName[];
  /** The type of whatever else than people stands by itself, by the hash of its words. */
  readonly alone: ReadonlyMap<number, number>;
}

/** "Gears of War 4, Killer Instinct", "Kwanzaa and Kuumba", unless they stand in quotation marks. */
function partListed(view: DocumentView, labels: Uint8Array, { found, alone }: Names): void {
  for (const { from, end, type } of found) {
    if (!singles.has(type) || view.isQuoted[from] === 1) continue;
    const at = view.document.tokens.slice(from, end).findIndex(({ folded }) => /^(?:,|and)$/u.test(folded)) + from;
    if (at <= from || at + 1 >= end || isListed(view, at)) continue;
    const [left, right] = [hashOfWords(view, from, at), hashOfWords(view, at + 1, end)];
    if (left === right || (!alone.has(left) && !alone.has(right))) continue;
    writeName(labels, { from, end: at, type: alone.get(left) ?? type });
    labels[at] = outside;
    writeName(labels, { from: at + 1, end, type: alone.get(right) ?? type });
  }
}

/** A name does not run into a bracket that ends behind it: "Seri (Social and Economic Research Initiative)". */
function partBrackets(view: DocumentView, labels: Uint8Array, found: readonly FoundName[]): void {
  const { tokens } = view.document;
  for (const { from, end, type } of found) {
    const inner = tokens.slice(from, end).map(({ plain }) => plain);
    const at = inner.indexOf('(') + from;
    if (at <= from || at + 1 >= end || inner.includes(')') || tokens[end]?.plain !== ')') continue;
    writeName(labels, { from, end: at, type });
    labels[at] = outside;
    writeName(labels, { from: at + 1, end, type });
  }
}

/** Whoever asked people and for whom: "a survey by Forsa for Stern". */
function partPollsters(view: DocumentView, labels: Uint8Array, found: readonly FoundName[]): void {
  const { tokens } = view.document;
  for (const { from, end, type } of found) {
    const asked = `${tokens[from - 2]?.folded} ${tokens[from - 1]?.folded}`;
    if (type !== organisation || !/^(?:survey|poll|polling) (?:by|from)$/u.test(asked)) continue;
    const at = tokens.slice(from, end).findIndex(({ folded }) => folded === 'for') + from;
    if (at <= from || at + 1 >= end || isListed(view, at)) continue;
    const next = tokens[at + 1]?.folded === 'the' ? at + 2 : at + 1;
    if (next >= end) continue;
    writeName(labels, { from, end: at, type });
    labels.fill(outside, at, next);
    writeName(labels, { from: next, end, type });
  }
}

/** Whoever took a picture and for whom: "Adel Hana/Associated Press". */
function partCredits(view: DocumentView, labels: Uint8Array, found: readonly FoundName[]): void {
  const { tokens } = view.document;
  for (const { from, end, type } of found) {
    if (type !== person && type !== organisation) continue;
    const at = tokens.slice(from, end).findIndex(({ plain }) => plain === '/') + from;
    if (at < from + 2 || at + 1 >= end || at - from > 4 || isListed(view, at)) continue;
    const isGivenName = ((view.facts[from]?.marks ?? 0) & givenName) !== 0;
    const isCredit = type === person || isGivenName || view.known[at + 1] !== outside;
    if (!isCredit || !isNamed(view, from) || !isNamed(view, at - 1)) continue;
    writeName(labels, { from, end: at, type: person });
    labels[at] = outside;
    writeName(labels, { from: at + 1, end, type: organisation });
  }
}

/** Whether the store knows just these words as a place. */
const isPlace = (view: DocumentView, from: number, end: number): boolean => knownType(view, from, end) === place;

const isGiven = (view: DocumentView, i: number): boolean =>
  genderOfGivenName(view.document.tokens[i]?.folded ?? '') !== null;

const isListed = (view: DocumentView, i: number): boolean => view.known[i] !== outside || view.phraseMarks[i] !== 0;

function isNamed(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
