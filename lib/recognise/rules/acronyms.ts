import { entityTypes } from '../../model/entity.ts';
import { begin, labelOf, last, outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike, letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
/** Two letters stand for too many things. */
const shortest = 3;

/**
 * An acronym is what its full name is: after "the Affordable Care Act", the ACA is a law. Where full names of several
 * types have the same initials nothing is changed. One that was passed over is a name too: after "Election Data Services"
 * EDS is a firm.
 */
export function takeFullNames(view: DocumentView, labelling: Labelling): Labelling {
  const types = new Map<string, number>();
  const several = -1;
  let from = 0;
  for (const [i, label] of labelling.labels.entries()) {
    if (label === outside) continue;
    if (positionOfLabel(label) === begin) from = i;
    const type = typeOfLabel(label);
    if (positionOfLabel(label) !== last || type === person) continue;
    for (const initials of initialsOf(view, from, i + 1)) {
      const known = types.get(initials) ?? type;
      types.set(initials, known === type ? type : several);
    }
  }
  if (types.size === 0) return labelling;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const [i, label] of labels.entries()) {
    if (view.facts[i]?.letterCase !== letterCase.upper) continue;
    const isPassedOver = label === outside && view.blockCase[i] === blockCases.prose;
    if (!isPassedOver && positionOfLabel(label) !== unit) continue;
    const type = types.get(lettersOf(view.document.tokens[i]?.folded ?? '')) ?? several;
    if (type === several) continue;
    labels[i] = labelOf(type, unit);
    if (isPassedOver) confidences[i] = filledConfidence;
  }
  return { ...labelling, labels, confidences };
}

/** An acronym that only its full name speaks for. */
const filledConfidence = 0.6;

const lettersOf = (folded: string): string => folded.replaceAll('.', '');

/** The initials of its words, and of those that are written as names. */
function initialsOf(view: DocumentView, from: number, end: number): Set<string> {
  let all = '';
  let capital = '';
  for (let i = from; i < end; i += 1) {
    const facts = view.facts[i];
    const letter = /^[\p{L}\p{N}]/u.exec(view.document.tokens[i]?.folded ?? '')?.[0] ?? '';
    all += letter;
    if (facts !== undefined && isNameLike(facts)) capital += letter;
  }
  return new Set([all, capital].filter(({ length }) => length >= shortest));
}
