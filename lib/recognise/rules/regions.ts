import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const place = entityTypes.indexOf('place');
const event = entityTypes.indexOf('event');
const regions: ReadonlySet<string> = new Set(
  'counties provinces districts boroughs parishes prefectures governorates oblasts cantons municipalities'.split(' '),
);
const mostNames = 12;

/** "Mitchell, Avery and Yancey counties": whatever such a list names is a place. */
export function takeRegions(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const heads = tokens.flatMap(({ plain }, i) => (regions.has(plain) ? [i] : []));
  if (heads.length === 0) return labelling;
  const labels = labelling.labels.slice();
  const byEnd = new Map(foundNames(labels).map((name) => [name.end, name]));
  const wordAt = (i: number): string => tokens[i]?.plain ?? '';
  for (const head of heads) {
    const listed: FoundName[] = [];
    for (let end = head; listed.length < mostNames; ) {
      const name = byEnd.get(end);
      if (name === undefined || name.type === event) break;
      listed.push(name);
      if (!/^(?:,|and|&)$/u.test(wordAt(name.from - 1))) break;
      end = wordAt(name.from - 2) === ',' ? name.from - 2 : name.from - 1;
    }
    // One alone may be whose they are: "Belgian provinces".
    if (listed.length > 1) for (const name of listed) writeName(labels, { ...name, type: place });
  }
  return { ...labelling, labels };
}
