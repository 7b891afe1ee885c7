import { entityTypes } from '../../model/entity.ts';
import { mix } from './hash.ts';
import { begin, inside, labelOf, last, outside, positionOfLabel, typeOfLabel, unit } from './labels.ts';
import type { Labelling } from './labelling.ts';
import type { DocumentView } from './view.ts';
import { isNameLike } from './words.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
const joins = /^(?:and|&|vs\.?)$/u;

interface Found {
  readonly from: number;
  readonly end: number;
  readonly type: number;
}

/**
 * Two names that were taken for one: nobody is called "Jason & Michelle", and "Arduino and Smart Projects" are two
 * organisations where either stands by itself in the document. What the store or a list knows as one stays.
 */
export function partJoined(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  const alone = new Set<number>();
  for (const { from, end, type } of found) if (type === organisation) alone.add(hashOf(view, from, end));
  for (const { from, end, type } of found) {
    if (type !== person && type !== organisation) continue;
    for (let i = from + 1; i < end - 1; i += 1) {
      if (!joins.test(view.document.tokens[i]?.folded ?? '')) continue;
      const next = view.document.tokens[i + 1]?.plain === '.' ? i + 2 : i + 1;
      if (next >= end || isListed(view, i) || !isNamed(view, i - 1) || !isNamed(view, next)) break;
      const [left, right] = [hashOf(view, from, i), hashOf(view, next, end)];
      if (type === organisation && (left === right || !alone.has(left) || !alone.has(right))) break;
      write(labels, from, i, type);
      labels.fill(outside, i, next);
      write(labels, next, end, type);
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

function write(labels: Uint8Array, from: number, end: number, type: number): void {
  for (let i = from; i < end; i += 1)
    labels[i] = labelOf(type, end - from === 1 ? unit : i === from ? begin : i === end - 1 ? last : inside);
}

function foundNames(labels: Uint8Array): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const [i, label] of labels.entries()) {
    if (label === outside) continue;
    const position = positionOfLabel(label);
    if (position === begin || position === unit) from = i;
    if (position === last || position === unit) found.push({ from, end: i + 1, type: typeOfLabel(label) });
  }
  return found;
}

function hashOf(view: DocumentView, from: number, end: number): number {
  let hash = 0;
  for (let i = from; i < end; i += 1) hash = mix(hash, view.facts[i]?.lower ?? 0);
  return hash;
}
