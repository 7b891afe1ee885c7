import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const place = entityTypes.indexOf('place');
const region = markBit('region');
const where = /^(?:in|of|from|near|at|to|outside)$/u;
/** What only the words around it speak for. */
const told = 0.6;
const longest = 3;

/** Capitals between "in" and a state behind a comma are a town, however much an everyday word they are: "of Superior, Wisconsin". */
export function takeTowns(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const { from, type } of foundNames(labels)) {
    const marks = (view.facts[from]?.marks ?? 0) | (view.phraseMarks[from] ?? 0);
    if (type !== place || (marks & region) === 0 || tokens[from - 1]?.plain !== ',') continue;
    const end = from - 1;
    let first = end;
    while (first > Math.max(0, end - longest) && isFree(view, labels, first - 1)) first -= 1;
    if (first === end || !where.test(tokens[first - 1]?.folded ?? '')) continue;
    confidences.fill(told, first, end);
    writeName(labels, { from: first, end, type: place });
  }
  return { ...labelling, labels, confidences };
}

function isFree(view: DocumentView, labels: Uint8Array, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && labels[i] === outside && isNameLike(facts) && view.blockCase[i] === blockCases.prose;
}
