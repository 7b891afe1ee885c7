import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
/** What stands before places, and hardly before a saint. */
const where = /^(?:in|at|near|from|across|around|outside)$/u;
/** And hardly before a school or a hospital that has its name of one. */
const within = /^(?:in|near|across|around|outside)$/u;
/** What only the words around it speak for. */
const told = 0.6;

/** "in St [Elizabeth]" is a place, and to its beginning: parishes and towns have their names of saints. */
export function takeSaints(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const write = (from: number, end: number): void => {
    confidences.fill(told, from, end);
    writeName(labels, { from, end, type: place });
  };
  for (const name of foundNames(labels)) {
    const { from, end, type } = name;
    if (tokens[from]?.plain === 'St') {
      const isShort = end - from === (tokens[from + 1]?.plain === '.' ? 3 : 2);
      if (type !== place && isShort && within.test(tokens[from - 1]?.folded ?? '')) write(from, end);
      continue;
    }
    if (type !== person && type !== place) continue;
    const saint = tokens[from - 1]?.plain === '.' ? from - 2 : from - 1;
    if (tokens[saint]?.plain !== 'St' || labels[saint] !== outside) continue;
    if (type === person && (end - from > 1 || !where.test(tokens[saint - 1]?.folded ?? ''))) continue;
    write(saint, end);
  }
  return { ...labelling, labels, confidences };
}
