import { mix } from './hash.ts';
import { begin, inside, labelOf, last, outside, positionOfLabel, typeOfLabel, unit } from './labels.ts';
import type { DocumentView } from './view.ts';

/** A name that labels tell of: tokens `from` to before `end`, and its index into `entityTypes`. */
export interface FoundName {
  readonly from: number;
  readonly end: number;
  readonly type: number;
}

/** In the order of the document. */
export function foundNames(labels: Uint8Array): FoundName[] {
  const found: FoundName[] = [];
  let from = 0;
  for (const [i, label] of labels.entries()) {
    if (label === outside) continue;
    const position = positionOfLabel(label);
    if (position === begin || position === unit) from = i;
    if (position === last || position === unit) found.push({ from, end: i + 1, type: typeOfLabel(label) });
  }
  return found;
}

export function writeName(labels: Uint8Array, { from, end, type }: FoundName): void {
  for (let i = from; i < end; i += 1)
    labels[i] = labelOf(type, end - from === 1 ? unit : i === from ? begin : i === end - 1 ? last : inside);
}

/** Of the words in small letters: the same for the same name wherever it stands. */
export function hashOfWords(view: DocumentView, from: number, end: number): number {
  let hash = 0;
  for (let i = from; i < end; i += 1) hash = mix(hash, view.facts[i]?.lower ?? 0);
  return hash;
}

/** What the store knows just these words as; null where it knows none by them, or only by more of them. */
export function knownType(view: DocumentView, from: number, end: number): number | null {
  const [first, final] = [view.known[from] ?? outside, view.known[end - 1] ?? outside];
  const isWhole =
    end - from === 1
      ? positionOfLabel(first) === unit
      : positionOfLabel(first) === begin && positionOfLabel(final) === last;
  return isWhole && typeOfLabel(first) === typeOfLabel(final) ? typeOfLabel(first) : null;
}
