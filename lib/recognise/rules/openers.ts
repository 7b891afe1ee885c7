import { entityTypes } from '../../model/entity.ts';
import { outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const nationality = entityTypes.indexOf('nationality');
/** So often a document writes a word small before it is that word where it opens a sentence. */
const smallOften = 2;

/**
 * A word that a document writes small is that word where it opens a sentence, unless it is a name inside of one too:
 * beside "neon lights", "Neon began to be phased out" names no museum.
 */
export function dropOpeners(view: DocumentView, labelling: Labelling): Labelling {
  const isLone = (i: number): boolean => {
    const label = labelling.labels[i] ?? outside;
    return label !== outside && positionOfLabel(label) === unit && typeOfLabel(label) !== nationality;
  };
  const small = new Map<number, number>();
  const inside = new Set<number>();
  for (const [i, facts] of view.facts.entries()) {
    if (view.blockCase[i] !== blockCases.prose) continue;
    if (facts.letterCase === letterCase.lower) small.set(facts.lower, (small.get(facts.lower) ?? 0) + 1);
    if (view.opens[i] !== 1 && isLone(i)) inside.add(facts.lower);
  }
  const labels = labelling.labels.slice();
  for (const [i, facts] of view.facts.entries()) {
    if (view.opens[i] !== 1 || facts.letterCase !== letterCase.capital || !isLone(i)) continue;
    if (view.blockCase[i] !== blockCases.prose || inside.has(facts.lower)) continue;
    if ((small.get(facts.lower) ?? 0) >= smallOften) labels[i] = outside;
  }
  return { ...labelling, labels };
}
