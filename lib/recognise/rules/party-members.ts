import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside, typeOfLabel } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const members = /^(?:democrats?|democracy|democratic)$/u;
const kinds = /^(?:Social|Christian|Liberal|Free|Sweden)$/u;

const organisation = entityTypes.indexOf('organisation');
const parties = /^(?:Green|Greens|Conservative|Labour|Liberal|Independent|Reform)$/u;

/** "a Social Democrat" is of another party than "a Democrat": the name has both words. And in "Imelda Moss (Green, Bowden West)" a party stands. */
export function takePartyMembers(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const name of foundNames(labels)) {
    const { from, end, type } = name;
    const isBracketed = tokens[from - 1]?.plain === '(' && /^[,)]$/u.test(tokens[end]?.plain ?? '');
    if (
      isBracketed &&
      typeOfLabel(labels[from - 2] ?? outside) === person &&
      labels[from - 2] !== outside &&
      parties.test(tokens[from]?.plain ?? '') &&
      end - from === 1
    )
      writeName(labels, { ...name, type: organisation });
    if (type === person || !members.test(tokens[from]?.folded ?? '')) continue;
    if (labels[from - 1] !== outside || !kinds.test(tokens[from - 1]?.plain ?? '')) continue;
    confidences[from - 1] = confidences[from] ?? 0;
    writeName(labels, { ...name, from: from - 1 });
  }
  return { ...labelling, labels, confidences };
}
