import { entityTypes } from '../../model/entity.ts';
import { writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const role = markBit('role');
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
    if (!isOffice || tokens[i + 1]?.plain !== ',' || view.blockCase[i] !== blockCases.prose) continue;
    const from = i + 2;
    let end = from;
    while (end < from + most && labels[end] === outside && isPart(view, end)) end += 1;
    const isName = end - from >= fewest && isCapital(view, from) && tokens[end]?.plain === ',';
    if (!isName) continue;
    confidences.fill(told, from, end);
    writeName(labels, { from, end, type: person });
  }
  return { ...labelling, labels, confidences };
}

const isCapital = (view: DocumentView, i: number): boolean => view.facts[i]?.letterCase === letterCase.capital;

/** A capital, or what a hyphen joins to one. */
const isPart = (view: DocumentView, i: number): boolean =>
  isCapital(view, i) || view.document.tokens[i]?.plain === '-' || view.document.tokens[i - 1]?.plain === '-';
