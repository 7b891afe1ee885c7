import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from './found.ts';
import { outside } from './labels.ts';
import type { Labelling } from './labelling.ts';
import type { DocumentView } from './view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
/** What stands before places, and hardly before a saint. */
const where = /^(?:in|at|near|from|across|around|outside)$/u;

/** "in St [Elizabeth]" is a place to its beginning: parishes and towns have their names of saints. */
export function takeSaints(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const name of foundNames(labels)) {
    if (name.type !== person && name.type !== place) continue;
    const saint = tokens[name.from - 1]?.plain === '.' ? name.from - 2 : name.from - 1;
    if (tokens[saint]?.plain !== 'St' || labels[saint] !== outside) continue;
    if (name.type === person && (name.end - name.from > 1 || !where.test(tokens[saint - 1]?.folded ?? ''))) continue;
    confidences.fill(confidences[name.from] ?? 0, saint, name.from);
    writeName(labels, { from: saint, end: name.end, type: place });
  }
  return { ...labelling, labels, confidences };
}
