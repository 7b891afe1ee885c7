import { entityTypes } from '../../model/entity.ts';
import { mix } from '../tagger/hash.ts';
import { begin, inside, labelOf, last, outside, peopleOf } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
/** "von der", "de la". */
const mostParticles = 2;

/**
 * Surnames take the particles that they have in a full name of the document: after "Luis de Miranda", "de Miranda notes"
 * is one name, whatever stands before it.
 */
export function takeParticles(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const people = peopleOf(labels);
  const tails = new Set<number>();
  for (const { from, end } of people) {
    let particle = from + 1;
    while (particle < end && view.facts[particle]?.letterCase !== letterCase.lower) particle += 1;
    if (particle < end - 1) tails.add(hashOf(view, particle, end));
  }
  if (tails.size === 0) return labelling;
  for (const { from, end } of people)
    for (let count = mostParticles; count > 0; count -= 1) {
      const start = from - count;
      if (start < 0 || labels.slice(start, from).some((label) => label !== outside)) continue;
      if (!tails.has(hashOf(view, start, end))) continue;
      confidences.fill(confidences[from] ?? 0, start, from);
      for (let i = start; i < end; i += 1)
        labels[i] = labelOf(person, i === start ? begin : i === end - 1 ? last : inside);
      break;
    }
  return { ...labelling, labels, confidences };
}

function hashOf(view: DocumentView, from: number, end: number): number {
  let hash = 0;
  for (let i = from; i < end; i += 1) hash = mix(hash, view.facts[i]?.lower ?? 0);
  return hash;
}
