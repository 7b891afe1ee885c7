import { entityTypes } from '../../model/entity.ts';
import { genderOfGivenName } from '../given-names.ts';
import { hashText } from '../tagger/hash.ts';
import { begin, labelOf, last, outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const mistakable: ReadonlySet<number> = new Set([entityTypes.indexOf('place'), entityTypes.indexOf('other')]);
const givenMark = markBit('given-name');
/** Of the eight steps of a word's leaning to people, from here on it is hardly anything else. */
const surely = 5;
/** A name that only what stands around it speaks for. */
const filledConfidence = 0.6;

/**
 * What the full names of a document say of the words around them: in "Joe and Jill Bell" the first is a name too, and
 * "the Bells" are the family of a Bell.
 */
export function takeRelatives(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const write = (i: number): void => {
    labels[i] = labelOf(person, unit);
    confidences[i] = filledConfidence;
  };
  const plurals = new Set<number>();
  let from = 0;
  for (const [i, label] of labelling.labels.entries()) {
    if (label === outside || typeOfLabel(label) !== person) continue;
    if (positionOfLabel(label) === begin) from = i;
    if (positionOfLabel(label) !== last) continue;
    const surname = tokens[i]?.folded ?? '';
    plurals.add(hashText(`${surname}s`));
    if (/(?:s|x|z|ch|sh)$/u.test(surname)) plurals.add(hashText(`${surname}es`));
    if (isJoinedGivenName(view, labels, from - 2)) write(from - 2);
  }
  if (plurals.size === 0) return labelling;
  for (const [i, facts] of view.facts.entries()) {
    if (!plurals.has(facts.lower) || !isNameLike(facts) || tokens[i - 1]?.folded !== 'the') continue;
    const label = labels[i] ?? outside;
    const isFree = label === outside || (positionOfLabel(label) === unit && mistakable.has(typeOfLabel(label)));
    const isAlone = view.runs.first[i] === i && view.runs.end[i] === i + 1;
    if (isFree && isAlone && view.known[i] === outside) write(i);
  }
  return { ...labelling, labels, confidences };
}

/** Whether a given name stands by itself before "and" and a full name. */
function isJoinedGivenName(view: DocumentView, labels: Uint8Array, i: number): boolean {
  const facts = view.facts[i];
  const token = view.document.tokens[i];
  if (facts === undefined || token === undefined || !isNameLike(facts) || labels[i] !== outside) return false;
  if (!/^(?:and|&)$/u.test(view.document.tokens[i + 1]?.folded ?? '')) return false;
  if (view.runs.first[i] !== i || view.runs.end[i] !== i + 1) return false;
  const leansToPeople = facts.leaning >= 0 && (facts.leaning & 7) >= surely;
  return leansToPeople || (facts.marks & givenMark) !== 0 || genderOfGivenName(token.folded) !== null;
}
