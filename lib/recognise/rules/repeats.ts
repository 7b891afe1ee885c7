import { entityTypes } from '../../model/entity.ts';
import { foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { isLegalForm } from '../tagger/legal-forms.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const organisation = entityTypes.indexOf('organisation');
/** A place that only the other places speak for. */
const filledConfidence = 0.6;
/** Longer names are hardly ever repeated word for word. */
const longestName = 8;

/**
 * Names of several words are names at every place of the document: "Smart Projects" too, once "Smart Projects SRL" was
 * found. Only places that nothing else has taken are filled.
 */
export function fillRepeats(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const write = (from: number, end: number, type: number): void => {
    confidences.fill(filledConfidence, from, end);
    writeName(labels, { from, end, type });
  };
  for (const { from, end, type } of foundNames(labels)) {
    if (end - from > 1 || type !== organisation || !isLegalForm(view, from)) continue;
    let first = from;
    while (first > (view.runs.first[from] ?? from) && labels[first - 1] === outside) first -= 1;
    if (first < from) write(first, end, type);
    else labels[from] = outside;
  }
  const types = new Map<number, number>();
  const firstWords = new Set<number>();
  for (const { from, end, type } of foundNames(labels)) {
    const stem = type === organisation && isLegalForm(view, end - 1) ? end - 1 : end;
    for (const to of new Set([end, stem])) {
      if (to - from < 2 || to - from > longestName || !isSpelled(view, from, to)) continue;
      types.set(hashOfWords(view, from, to), type);
      firstWords.add(view.facts[from]?.lower ?? 0);
    }
  }
  for (let i = 0; i < labels.length; i += 1) {
    if (labels[i] !== outside || !firstWords.has(view.facts[i]?.lower ?? 0)) continue;
    for (let end = Math.min(labels.length, i + longestName); end > i + 1; end -= 1) {
      const type = types.get(hashOfWords(view, i, end));
      if (type === undefined || !isFree(labels, i, end) || !isSpelled(view, i, end)) continue;
      write(i, end, type);
      break;
    }
  }
  return { ...labelling, labels, confidences };
}

/** Whether its first and last words are written as names are. */
const isSpelled = (view: DocumentView, from: number, end: number): boolean =>
  [from, end - 1].every((i) => {
    const facts = view.facts[i];
    return facts !== undefined && isNameLike(facts);
  });

const isFree = (labels: Uint8Array, from: number, end: number): boolean => {
  for (let i = from; i < end; i += 1) if (labels[i] !== outside) return false;
  return true;
};
