import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { outside } from '../tagger/labels.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const nationality = entityTypes.indexOf('nationality');
const organisations = markBit('organisation') | markBit('company');
/** What people do whose name stands alone, and a people only with an article or in the plural. */
const speaks =
  /^(?:said|says|told|added|adds|argues|argued|warned|wrote|recalled|explained|replied|insisted|admitted|denied)$/u;
/** What stands before places and things rather than before people. */
const before: ReadonlySet<string> = new Set("in at from the near of to on into across outside 's".split(' '));

/**
 * A lone surname of somebody whom the document names in full is that person, however much it looks like a town: after
 * "Manuel Belgrano", Belgrano accepts the command. Where it follows a place's preposition, or is a name of an
 * organisation that a list or the store knows ("Fox" beside Liam Fox), nothing is changed; a people that speaks ("Christian said")
 * is somebody all the same.
 */
export function takeSurnames(view: DocumentView, labelling: Labelling): Labelling {
  const found = foundNames(labelling.labels);
  const surnames = new Set<number>();
  for (const { from, end, type } of found)
    if (type === person && end - from > 1) surnames.add(hashOfWords(view, end - 1, end));
  if (surnames.size === 0) return labelling;
  const labels = labelling.labels.slice();
  for (const name of found) {
    const { from, end, type } = name;
    if (type === person || end - from > 1 || !surnames.has(hashOfWords(view, from, end))) continue;
    const facts = view.facts[from];
    if (facts === undefined || facts.letterCase === letterCase.upper) continue;
    const isNobody =
      (facts.marks & organisations) !== 0 ||
      (view.known[from] !== outside && type !== place) ||
      before.has(view.document.tokens[from - 1]?.folded ?? '');
    if (isNobody && !(type === nationality && isSpeaking(view, name))) continue;
    writeName(labels, { ...name, type: person });
  }
  return { ...labelling, labels };
}

/** Whether a word that nothing describes speaks: "Christian said", not "a Christian said". */
function isSpeaking({ document: { tokens } }: DocumentView, { from, end }: FoundName): boolean {
  const before = tokens[from - 1];
  return (before === undefined || before.kind !== 'word') && speaks.test(tokens[end]?.folded ?? '');
}
