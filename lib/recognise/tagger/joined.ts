import { entityTypes } from '../../model/entity.ts';
import { foundNames, hashOfWords, writeName } from './found.ts';
import { outside } from './labels.ts';
import type { Labelling } from './labelling.ts';
import type { DocumentView } from './view.ts';
import { isNameLike } from './words.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
const joins = /^(?:and|&|vs\.?)$/u;

/**
 * Two names that were taken for one: nobody is called "Jason & Michelle", and "Arduino and Smart Projects" are two
 * organisations where either stands by itself in the document. What the store or a list knows as one stays.
 */
export function partJoined(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  const alone = new Set<number>();
  for (const { from, end, type } of found) if (type === organisation) alone.add(hashOfWords(view, from, end));
  for (const { from, end, type } of found) {
    if (type !== person && type !== organisation) continue;
    for (let i = from + 1; i < end - 1; i += 1) {
      if (!joins.test(view.document.tokens[i]?.folded ?? '')) continue;
      const next = view.document.tokens[i + 1]?.plain === '.' ? i + 2 : i + 1;
      if (next >= end || isListed(view, i) || !isNamed(view, i - 1) || !isNamed(view, next)) break;
      const [left, right] = [hashOfWords(view, from, i), hashOfWords(view, next, end)];
      if (type === organisation && (left === right || !alone.has(left) || !alone.has(right))) break;
      writeName(labels, { from, end: i, type });
      labels.fill(outside, i, next);
      writeName(labels, { from: next, end, type });
      break;
    }
  }
  return { ...labelling, labels };
}

const isListed = (view: DocumentView, i: number): boolean => view.known[i] !== outside || view.phraseMarks[i] !== 0;

function isNamed(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
