import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const product = entityTypes.indexOf('product');
const place = entityTypes.indexOf('place');
/** What the names of lands and waters end with, and names of people and things hardly ever. */
const landforms: ReadonlySet<string> = new Set(
  'shelf glacier peninsula strait basin plateau archipelago fjord reservoir estuary mountains islands lagoon canyon'.split(
    ' ',
  ),
);

/** What is called after people, and goes by their name alone: "Ben Gurion airport". */
const sites: ReadonlySet<string> = new Set('airport airfield airbase stadium arena bridge prison'.split(' '));

/** A place that only the words here speak for. */
const told = 0.6;

/** Those who sit in a parliament for some place. */
const representatives: ReadonlySet<string> = new Set(
  'mp mps msp mla mna mep td senator senators deputy councillor congressman congresswoman'.split(' '),
);

/**
 * Where somebody lives is a place, however much it looks like a person: "Deborah Cutler, 52, of Larch Grove, Taunton". So
 * is the seat of "the senator for Otoro-Lima", what somebody moved or came to ("to Lewis in 1939") and what ends as lands and waters do: "the Filchner-Ronne Ice Shelf".
 */
export function takeHomes(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const found = foundNames(labels);
  const called = new Set<number>();
  const people = new Set<number>();
  for (const { from, end, type } of found)
    if (type === person && end > from + 1) for (const i of [from, end - 1]) people.add(hashOfWords(view, i, i + 1));
  for (const { from, end, type } of found)
    if (type === person && sites.has(tokens[end]?.plain ?? '')) called.add(hashOfWords(view, from, end));
  for (const name of found) {
    const { from, end, type } = name;
    if (type !== person && type !== product) continue;
    const isSite =
      type === person &&
      called.has(hashOfWords(view, from, end)) &&
      (sites.has(tokens[end]?.plain ?? '') ||
        /^(?:near|at|from|to|into|outside)$/u.test(tokens[from - 1]?.folded ?? ''));
    const isHome =
      type === person &&
      tokens[from - 1]?.plain === 'of' &&
      tokens[from - 2]?.plain === ',' &&
      /^\d{1,3}$/u.test(tokens[from - 3]?.plain ?? '') &&
      tokens[end]?.plain === ',';
    const isSeat =
      type === person &&
      view.known[from] === outside &&
      tokens[from - 1]?.plain === 'for' &&
      representatives.has(tokens[from - 2]?.folded ?? '');
    const isGoal =
      type === person && end === from + 1 && view.known[from] === outside && isSettledIn(view, name, people);
    const isLand = end - from > 1 && view.known[from] === outside && landforms.has(tokens[end - 1]?.folded ?? '');
    if (!isHome && !isSeat && !isSite && !isLand && !isGoal) continue;
    writeName(labels, { ...name, type: place });
    confidences.fill(Math.max(told, ...confidences.subarray(from, end)), from, end);
  }
  return { ...labelling, labels, confidences };
}

/** Whether somebody moves there: to a person one turns, and comes without saying in which year. */
function isSettledIn(view: DocumentView, { from, end }: FoundName, people: ReadonlySet<number>): boolean {
  const wordAt = (i: number): string => view.document.tokens[i]?.folded ?? '';
  if (wordAt(from - 1) !== 'to' || people.has(hashOfWords(view, from, end))) return false;
  if (/^(?:moved|emigrated|travell?ed|relocated|sailed|fled)$/u.test(wordAt(from - 2))) return true;
  const isDated = /^\d{4}$/u.test(wordAt(end + 1)) || (wordAt(end + 1) === 'the' && wordAt(end + 2) === 'age');
  return /^(?:came|went|returned)$/u.test(wordAt(from - 2)) && /^(?:in|at)$/u.test(wordAt(end)) && isDated;
}
