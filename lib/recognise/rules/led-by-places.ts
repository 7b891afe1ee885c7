import { entityTypes } from '../../model/entity.ts';
import { foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { begin, outside, positionOfLabel, typeOfLabel } from '../tagger/labels.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const nationality = entityTypes.indexOf('nationality');
const demonym = markBit('demonym');
const places = markBit('country') | markBit('region');
const givenName = markBit('given-name');

const isOffice = ({ document }: DocumentView, i: number): boolean =>
  /^(?:justice|president|minister|secretary|governor|general|king|queen|premier|chancellor)$/u.test(
    document.tokens[i]?.folded ?? '',
  );

/**
 * A place or a nationality that a person's name has swallowed: "the District of Massachusetts Joshua Levy", "the Frenchman
 * Corentin Moutet", where the name stands without it elsewhere, or where "of" leads to a land that nobody is called by.
 */
export function partPlaces(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  const alone = new Set<number>();
  for (const { from, end, type } of found)
    if (type === person && end - from > 1) alone.add(hashOfWords(view, from, end));
  for (const { from, end, type } of found) {
    const behind = view.known[from + 1] ?? outside;
    // Where the store knows who begins behind the place, all the more.
    const isWho = behind !== outside && typeOfLabel(behind) === person && positionOfLabel(behind) === begin;
    if (type !== person || end - from < 3 || (behind !== outside && !isWho)) continue;
    const marks = (view.facts[from]?.marks ?? 0) | (view.phraseMarks[from] ?? 0);
    const isPeople = (marks & demonym) !== 0;
    if (!isPeople && (marks & places) === 0) continue;
    // "the Chief Justice of India B R Gavai", and nobody called so: a given name of a land stands in other company.
    const isOfLand =
      view.document.tokens[from - 1]?.folded === 'of' && ((marks & givenName) === 0 || isOffice(view, from - 2));
    if (!isOfLand && !alone.has(hashOfWords(view, from + 1, end))) continue;
    writeName(labels, { from, end: from + 1, type: isPeople ? nationality : place });
    writeName(labels, { from: from + 1, end, type });
  }
  return { ...labelling, labels };
}
