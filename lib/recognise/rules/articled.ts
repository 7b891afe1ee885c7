import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, knownType, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const nationality = entityTypes.indexOf('nationality');
const organisation = entityTypes.indexOf('organisation');

/**
 * One word behind "the" that the store knows for a body is no person: "she told the Lords". Behind "The" within a sentence
 * a people is a paper: "told The Scotsman".
 */
export function takeArticled(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels)) {
    const { from, end, type } = name;
    if (type === nationality && isTitle(view, name)) writeName(labels, { ...name, type: organisation });
    if (type !== person || end - from > 1 || view.document.tokens[from - 1]?.folded !== 'the') continue;
    if (knownType(view, from, end) === organisation) writeName(labels, { ...name, type: organisation });
  }
  return { ...labelling, labels };
}

/** "The" in a capital within a sentence, and one of a people rather than all of it. */
function isTitle(view: DocumentView, { from, end }: FoundName): boolean {
  const { tokens } = view.document;
  const isWithin = tokens[from - 1]?.plain === 'The' && tokens[from - 2]?.kind === 'word';
  const isOne = end - from === 1 && !/(?:s|sh|ch|ese)$/u.test(tokens[from]?.folded ?? '');
  return isWithin && isOne && view.blockCase[from] === blockCases.prose;
}
