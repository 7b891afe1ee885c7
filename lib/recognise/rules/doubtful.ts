import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords } from '../tagger/found.ts';
import { outside, typeOfLabel } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const place = entityTypes.indexOf('place');
const common = markBit('common');
/** Of people with an article, whose surname is an everyday word. */
const leastOfArticled = 0.6;
/**
 * Of a hundred places that the model believes in less than this, 29 are right on texts that it was not trained on: leaving
 * them out costs less than it spares. Of the organisations half are right, of the people of posts two thirds.
 */
const leastOfPlaces = 0.4;

/**
 * Places that the model hardly believes in are none, unless the store, another mention or the place behind them speaks for
 * them ("Bend, Ore.").
 */
export function dropDoubtful(view: DocumentView, labelling: Labelling): Labelling {
  const { confidences } = labelling;
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  const isSure = ({ from, end }: FoundName): boolean => {
    for (let i = from; i < end; i += 1) if ((confidences[i] ?? 0) < leastOfPlaces) return false;
    return true;
  };
  const sure = new Set<number>();
  const doubtful: FoundName[] = [];
  for (const name of found)
    if (isSure(name)) sure.add(hashOfWords(view, name.from, name.end));
    else if (name.type === place && view.known[name.from] === outside && !isWithin(view, labels, name))
      doubtful.push(name);
  for (const { from, end, type } of found)
    if (type === person && end - from === 1 && isArticled(view, from) && (confidences[from] ?? 0) < leastOfArticled)
      labels[from] = outside;
  for (const { from, end } of doubtful) if (!sure.has(hashOfWords(view, from, end))) labels.fill(outside, from, end);
  return { ...labelling, labels };
}

/** "A Bill will be introduced": an everyday word with an article is nobody, unless the model is sure ("a Trump rally"). */
const isArticled = (view: DocumentView, i: number): boolean =>
  /^(?:an?|the|every|draft)$/u.test(view.document.tokens[i - 1]?.folded ?? '') &&
  ((view.facts[i]?.marks ?? 0) & common) !== 0 &&
  view.known[i] === outside;

/** Whether a comma and another place follow. */
const isWithin = (view: DocumentView, labels: Uint8Array, { end }: FoundName): boolean =>
  view.document.tokens[end]?.plain === ',' && typeOfLabel(labels[end + 1] ?? outside) === place;
