import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
const place = entityTypes.indexOf('place');
const common = markBit('common');
const organisationTail = markBit('organisation-tail');
/** A border that only the rules here speak for. */
const mendedConfidence = 0.6;

/** Bodies of a country or a town: in texts that name them with it, it is part of the name twenty times to one. */
const bodies: ReadonlySet<string> = new Set(
  'journal institute association bank court council federation society commission museum academy union board college chamber authority league congress bureau university hospital church'.split(
    ' ',
  ),
);

/** Houses that have their name of what they hold, however much what follows is a name by itself. */
const houses: ReadonlySet<string> = new Set('museum gallery academy institute archive'.split(' '));

/**
 * Names of which a part was taken for another name: "Steppe" for the Museum of the Steppe, "Medical Journal" and "Australia" for the Medical Journal of
 * Australia, "Mortimer B. Zuckerman" and "Brain Behavior Institute" for the institute that bears his name, "Aldgate Group"
 * for Aldgate Group plc.
 */
export function joinWholes(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  let before: FoundName | null = null;
  for (const name of foundNames(labels)) {
    const isWhole =
      before !== null &&
      (isOfBody(view, before, name) || isOfFields(view, before, name) || isDonor(view, labels, before, name));
    const joined: FoundName =
      before !== null && isWhole ? { from: before.from, end: name.end, type: organisation } : name;
    const house = houseBefore(view, labels, joined.from);
    const isShort = joined.type === organisation && labels[joined.end] === outside && isForm(view, joined.end);
    const whole: FoundName =
      house < joined.from
        ? { from: house, end: joined.end, type: organisation }
        : isShort
          ? { ...joined, end: joined.end + 1 }
          : joined;
    if (isWhole || isShort || house < joined.from) {
      const known = Math.min(confidences[whole.from] ?? 0, confidences[joined.end - 1] ?? 0);
      confidences.fill(Math.max(mendedConfidence, known), whole.from, whole.end);
      writeName(labels, whole);
    }
    before = whole;
  }
  return { ...labelling, labels, confidences };
}

/** Where "the Museum of the" begins before a name, without its article; the name itself where nothing of the kind stands there. */
function houseBefore({ document: { tokens }, opens }: DocumentView, labels: Uint8Array, name: number): number {
  const of = tokens[name - 1]?.folded === 'the' ? name - 2 : name - 1;
  const house = tokens[of - 1];
  const isHouse =
    tokens[of]?.folded === 'of' &&
    house !== undefined &&
    houses.has(house.folded) &&
    /^\p{Lu}\p{Ll}/u.test(house.plain) &&
    labels[of - 1] === outside &&
    (tokens[of - 2]?.folded === 'the' || opens[of - 1] === 1);
  return isHouse ? of - 1 : name;
}

/** What is nothing but the end of a company's name. */
const isForm = ({ document: { tokens } }: DocumentView, at: number): boolean =>
  /^(?:plc|PLC|Plc|Inc|Ltd|LLC|LLP|GmbH|ASA)$/u.test(tokens[at]?.plain ?? '') && tokens[at]?.spaceBefore === true;

/** Whether a body's name stands before "of" and a place; "Bank of Italy" and "University of Sheffield" have theirs. */
function isOfBody(view: DocumentView, left: FoundName, right: FoundName): boolean {
  const { tokens } = view.document;
  return (
    left.type === organisation &&
    right.type === place &&
    left.end - left.from > 1 &&
    right.from - left.end === 1 &&
    tokens[left.end]?.folded === 'of' &&
    tokens[left.end - 2]?.folded !== 'of' &&
    bodies.has(tokens[left.end - 1]?.folded ?? '')
  );
}

/** Bodies that are of several fields more often than two of them are named together. */
const ofFields =
  /^(?:bureau|department|ministry|institute|office|agency|council|commission|committee|society|association|school|faculty|board|federation|guild|academy|directorate|centre|center)$/u;

/** "Bureau of Fisheries" and "Aquatic Resources": what a body is of goes on behind the "and", as words of every day. */
function isOfFields(view: DocumentView, left: FoundName, right: FoundName): boolean {
  const { tokens } = view.document;
  if (left.type !== organisation || right.type === person || right.end - right.from < 2) return false;
  if (right.from - left.end !== 1 || tokens[left.end]?.folded !== 'and') return false;
  const words = tokens.slice(left.from, left.end).map(({ folded }) => folded);
  const at = words.findLastIndex((word) => word === 'of' || word === 'for');
  if (at < 1 || at + 1 >= words.length || !ofFields.test(words[at - 1] ?? '')) return false;
  for (let i = right.from; i < right.end; i += 1) {
    const facts = view.facts[i];
    if (view.known[i] !== outside || facts === undefined || (facts.marks & common) === 0 || !isNameLike(facts))
      return false;
  }
  return !ofFields.test(tokens[right.end - 1]?.folded ?? '') && !ofFields.test(tokens[right.from]?.folded ?? '');
}

/** Whether both stand in one run of capitals that ends as organisations do. */
function isDonor(view: DocumentView, labels: Uint8Array, left: FoundName, right: FoundName): boolean {
  const first = view.runs.first[left.from] ?? -1;
  if (left.type !== person || right.type !== organisation || left.end - left.from < 2) return false;
  if (view.blockCase[left.from] !== blockCases.prose || first < 0 || first !== view.runs.first[right.from])
    return false;
  if (((view.facts[right.end - 1]?.marks ?? 0) & organisationTail) === 0) return false;
  for (let i = left.end; i < right.from; i += 1) {
    const facts = view.facts[i];
    if (labels[i] !== outside || facts === undefined || !isNameLike(facts)) return false;
  }
  return true;
}
