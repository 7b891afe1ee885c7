import { entityTypes } from '../../model/entity.ts';
import { writeName } from '../tagger/found.ts';
import { outside, typeOfLabel } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const role = markBit('role');
const ofPeople = markBit('given-name') | markBit('surname') | markBit('person-name');
/** Shortest and longest name, in tokens: "Song Eon-seog" has four. */
const [fewest, most] = [2, 5];
/** A name that only what stands around it speaks for. */
const told = 0.6;

/**
 * Between commas behind an office stands who holds it, though its words be everyday ones: "the party's floor leader, Song Eon-seog,
 * called it off".
 */
export function takeApposed(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const [i, facts] of view.facts.entries()) {
    const isOffice = (facts.marks & role) !== 0 && facts.letterCase === letterCase.lower;
    if (!isOffice || view.blockCase[i] !== blockCases.prose) continue;
    const comma = officeEnd(view, i);
    if (tokens[comma]?.plain !== ',') continue;
    const from = comma + 1;
    // "the mayor of Leeds, West Yorkshire, said": behind a place it is somebody only by a name of people's.
    const isNamed = ((view.facts[from]?.marks ?? 0) & ofPeople) !== 0;
    const isFree = (at: number): boolean => {
      const label = labels[at] ?? outside;
      return (
        label === outside || (isNamed && comma > i + 1 && typeOfLabel(label) === place && view.phraseMarks[at] === 0)
      );
    };
    let end = from;
    while (end < from + most && isFree(end) && isPart(view, end)) end += 1;
    const isName = end - from >= fewest && isCapital(view, from) && tokens[end]?.plain === ',';
    if (!isName || (comma > i + 1 && !isNamed) || (labels[end - 1] !== outside && view.known[from] !== outside))
      continue;
    confidences.fill(told, from, end);
    writeName(labels, { from, end, type: person });
  }
  return { ...labelling, labels, confidences };
}

/** The place behind an office, and behind "the governor of Amazonas". */
function officeEnd(view: DocumentView, office: number): number {
  if (view.document.tokens[office + 1]?.folded !== 'of') return office + 1;
  let end = office + 2;
  while (end < office + 2 + most && isPart(view, end)) end += 1;
  return end > office + 2 ? end : office + 1;
}

const isCapital = (view: DocumentView, i: number): boolean => view.facts[i]?.letterCase === letterCase.capital;

/** A capital, or what a hyphen joins to one. */
const isPart = (view: DocumentView, i: number): boolean =>
  isCapital(view, i) || view.document.tokens[i]?.plain === '-' || view.document.tokens[i - 1]?.plain === '-';
