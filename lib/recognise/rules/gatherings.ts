import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const organisation = entityTypes.indexOf('organisation');
const event = entityTypes.indexOf('event');
/** What hardly any body is called that is not the gathering itself; fairs, leagues, games and forums may be either. */
const gatherings: ReadonlySet<string> = new Set(
  'show expo exposition exhibition festival prix marathon olympics paralympics biennale regatta'.split(' '),
);

/** Organisations that end as gatherings do are events, unless the store or a list knows better: "Paris Motor Show". */
export function takeGatherings(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels)) {
    const { from, end, type } = name;
    const isKnown = view.known[from] !== outside || view.phraseMarks[from] !== 0;
    if (type !== organisation || end - from < 2 || isKnown) continue;
    if (gatherings.has(view.document.tokens[end - 1]?.folded ?? '')) writeName(labels, { ...name, type: event });
  }
  return { ...labelling, labels };
}
