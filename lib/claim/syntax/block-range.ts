import { foldedAt, type Scene } from '../scene.ts';

/** Sentences of a block, half-open. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/** Sentences of each block, in order. */
export function blockRanges(scene: Scene): BlockRange[] {
  const ranges: BlockRange[] = [];
  for (const [i, block] of scene.blockOf.entries()) {
    const last = ranges.at(-1);
    if (last !== undefined && scene.blockOf[last.first] === block) ranges[ranges.length - 1] = { ...last, end: i + 1 };
    else ranges.push({ first: i, end: i + 1 });
  }
  return ranges;
}

const firstPerson = /^(?:i|my|me|we|our|us|mine|i'm|i've|i'd|i'll|we're|we've)$/u;

/** Whether somebody speaks of themselves in a block. */
export function hasFirstPerson(scene: Scene, range: BlockRange | undefined): boolean {
  const first = range === undefined ? undefined : scene.document.sentences[range.first];
  const last = range === undefined ? undefined : scene.document.sentences[range.end - 1];
  if (first === undefined || last === undefined) return false;
  for (let t = first.firstToken; t < last.endToken; t += 1) if (firstPerson.test(foldedAt(scene, t))) return true;
  return false;
}
