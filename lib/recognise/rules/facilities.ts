import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const organisation = entityTypes.indexOf('organisation');
/** What nobody has for a surname. */
const kinds: ReadonlyMap<string, number> = new Map([
  ...'Airport Stadium Arena Station Bridge Prison Cathedral'.split(' ').map((word) => [word, place] as const),
  ...'Hospital University College School Museum'.split(' ').map((word) => [word, organisation] as const),
]);

/** "Shannon Airport" is nobody, though there is a Shannon in the text. */
export function takeFacilities(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels)) {
    const kind = kinds.get(view.document.tokens[name.end - 1]?.plain ?? '');
    if (name.type === person && name.end - name.from > 1 && kind !== undefined)
      writeName(labels, { ...name, type: kind });
  }
  return { ...labelling, labels };
}
