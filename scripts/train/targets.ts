import { type EntityType, entityTypes } from '../../lib/model/entity.ts';
import type { Span } from '../../lib/model/span.ts';
import {
  begin,
  inside,
  labelCount,
  labelOf,
  last,
  outside,
  typeOfLabel,
  unit,
} from '../../lib/recognise/tagger/labels.ts';
import type { Token } from '../../lib/text/tokens.ts';

/** A gold span with the types that it may have; coarse sets leave several open. Without any it may be no name too. */
export interface GoldSpan extends Span {
  readonly types: readonly EntityType[];
}

/** What a set leaves unmarked: nothing, or names of these types. */
export interface Blind {
  readonly types: readonly EntityType[];
}

/** What the labels of one token may be: `targets` has an index into `masks` for each token. */
export interface Targets {
  readonly targets: Uint8Array;
  readonly masks: readonly Uint8Array[];
  /** Tokens whose span did not meet token borders. */
  readonly misfits: number;
}

/** The first `labelCount` masks are single labels; others are added as they come up. */
export class MaskBook {
  readonly masks: Uint8Array[] = [];
  readonly #numbers = new Map<string, number>();

  constructor() {
    for (let label = 0; label < labelCount; label += 1) this.number([label]);
  }

  number(labels: readonly number[]): number {
    const key = labels.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const mask = new Uint8Array(labelCount);
    for (const label of labels) mask[label] = 1;
    this.masks.push(mask);
    this.#numbers.set(key, this.masks.length - 1);
    return this.masks.length - 1;
  }
}

const everyLabel = Array.from({ length: labelCount }, (_, label) => label);
const typeNumber = (type: EntityType): number => entityTypes.indexOf(type);

/** Labels that any token may have beside `outside` where names of these types are not marked. */
function openLabels(types: readonly EntityType[]): number[] {
  const numbers = new Set(types.map(typeNumber));
  const labels = [outside];
  for (let label = 1; label < labelCount; label += 1) if (numbers.has(typeOfLabel(label))) labels.push(label);
  return labels;
}

/** Targets of a document's tokens; `maybeName` tells which unmarked tokens may be names that the set leaves out. */
export function targetsOf(
  tokens: readonly Token[],
  spans: readonly GoldSpan[],
  book: MaskBook,
  blind: Blind,
  maybeName: (i: number) => boolean,
): Pick<Targets, 'targets' | 'misfits'> {
  const targets = new Uint8Array(tokens.length);
  const open = book.number(openLabels(blind.types));
  if (blind.types.length > 0) for (let i = 0; i < tokens.length; i += 1) if (maybeName(i)) targets[i] = open;
  let misfits = 0;
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at += 1;
    let end = at;
    while (end < tokens.length && (tokens[end]?.start ?? 0) < span.end) end += 1;
    if (end === at) continue;
    if (tokens[at]?.start !== span.start || tokens[end - 1]?.end !== span.end) misfits += 1;
    for (let i = at; i < end; i += 1) {
      const position = end - at === 1 ? unit : i === at ? begin : i === end - 1 ? last : inside;
      const labels = span.types.map((type) => labelOf(typeNumber(type), position));
      targets[i] = book.number(labels.length > 0 ? labels : everyLabel);
    }
    at = end;
  }
  return { targets, misfits };
}

export const isExact = (target: number): boolean => target < labelCount;
