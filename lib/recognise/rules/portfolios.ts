import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const organisation = entityTypes.indexOf('organisation');
const person = entityTypes.indexOf('person');
const officer = /^(?:minister|secretary|commissioner|spokes(?:man|woman|person)|portfolio|shadow)$/u;
/** Words of the longest office behind its first. */
const longest = 6;

/**
 * What somebody is in charge of is no body, "Federal Energy" of the Federal Energy and Climate Change Minister, and no part of a
 * name: "Leader of the Opposition R Ashoka".
 */
export function dropPortfolios(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  for (const { from, end, type } of foundNames(labels)) {
    if (end - from > 1 && tokens[from]?.plain === 'Opposition' && isLed(view, from)) {
      labels[from] = outside;
      writeName(labels, { from: from + 1, end, type: person });
    }
    if (type !== organisation || view.known[from] !== outside || tokens[end]?.folded !== 'and') continue;
    let at = end + 1;
    while (at < end + longest && isCapital(view, at) && !officer.test(tokens[at]?.folded ?? '')) at += 1;
    if (at > end + 1 && isCapital(view, at) && officer.test(tokens[at]?.folded ?? '')) labels.fill(outside, from, at);
  }
  return { ...labelling, labels };
}

const isLed = ({ document: { tokens } }: DocumentView, from: number): boolean =>
  tokens[from - 1]?.folded === 'the' && tokens[from - 2]?.folded === 'of' && tokens[from - 3]?.folded === 'leader';

function isCapital(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
