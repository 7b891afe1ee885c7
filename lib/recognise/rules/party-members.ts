import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const members = /^(?:democrats?|democracy|democratic)$/u;
const kinds = /^(?:Social|Christian|Liberal|Free|Sweden)$/u;

/** "a Social Democrat" is of another party than "a Democrat": the name has both words. */
export function takePartyMembers(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const name of foundNames(labels)) {
    const { from, type } = name;
    if (type === person || !members.test(tokens[from]?.folded ?? '')) continue;
    if (labels[from - 1] !== outside || !kinds.test(tokens[from - 1]?.plain ?? '')) continue;
    confidences[from - 1] = confidences[from] ?? 0;
    writeName(labels, { ...name, from: from - 1 });
  }
  return { ...labelling, labels, confidences };
}
