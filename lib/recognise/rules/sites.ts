import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const organisation = entityTypes.indexOf('organisation');
const endings: ReadonlySet<string> = new Set('com org net io co gov edu'.split(' '));

/** A name that is a site's address is one to its end, and is whoever runs the site: "Zekyard.com". */
export function takeSites(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const { from, end } of foundNames(labels)) {
    const to = from + 3;
    const isFree = end === to || (end === from + 1 && labels[end] === outside && labels[end + 1] === outside);
    if (!isFree || !isAddress(view, from) || view.known[from] !== outside) continue;
    confidences.fill(confidences[from] ?? 0, from, to);
    writeName(labels, { from, end: to, type: organisation });
  }
  return { ...labelling, labels, confidences };
}

/** Whether a word, a point and an ending stand without spaces, and no longer address goes on. */
function isAddress({ document: { tokens } }: DocumentView, from: number): boolean {
  const [point, ending, after, further] = tokens.slice(from + 1, from + 5);
  if (point?.plain !== '.' || point.spaceBefore || ending?.spaceBefore !== false || !endings.has(ending.plain))
    return false;
  return !(after !== undefined && /^[./@]$/u.test(after.plain) && !after.spaceBefore && further?.spaceBefore === false);
}
