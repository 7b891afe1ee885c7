import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const place = entityTypes.indexOf('place');
/** A name that only its list speaks for. */
const told = 0.6;

/** One word between two places of a list is one too: "Galway, Mayo and Donegal". */
export function takePassedOver(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const found = foundNames(labels);
  for (const [nth, before] of found.entries()) {
    const after = found[nth + 1];
    const at = before.end + 1;
    // ", Mayo and", ", Mayo, and", ", Mayo,"
    const gap = after === undefined ? 0 : after.from - at;
    if (after === undefined || before.type !== place || after.type !== place || gap < 2 || gap > 3) continue;
    const joins = tokens
      .slice(at + 1, after.from)
      .map(({ folded }) => folded)
      .join(' ');
    const isListed = tokens[before.end]?.plain === ',' && /^(?:and|or|, and|, or)$/u.test(joins);
    const isName = view.facts[at]?.letterCase === letterCase.capital && labels[at] === outside;
    if (!isListed || !isName || view.blockCase[at] !== blockCases.prose) continue;
    confidences[at] = told;
    writeName(labels, { from: at, end: at + 1, type: place });
  }
  return { ...labelling, labels, confidences };
}
