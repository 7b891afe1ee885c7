import type { Cluster } from '../../model/mention.ts';
import { nameAt } from '../syntax/apposition.ts';
import { nameTitles } from '../syntax/grammar.ts';
import { isByline } from './headlines.ts';
import { personNouns } from '../syntax/role-words.ts';
import { foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { type BlockRange, hasFirstPerson } from '../syntax/block-range.ts';
import type { Voice } from './voice.ts';

/** Sentences whose speaker is named by a line of its own: above them ("X, 67, retired seamstress") or below them. */
export function findSections(
  scene: Scene,
  ranges: readonly BlockRange[],
  voices: readonly Voice[],
): ReadonlyMap<number, Cluster> {
  const lines = ranges.map((range) => namedLine(scene, range, voices));
  const isBare = ranges.map((range) => isBareQuotation(range, voices));
  return headed(scene, { ranges, lines, isBare }) ?? signed({ ranges, lines, isBare });
}

interface Blocks {
  readonly ranges: readonly BlockRange[];
  /** By block: whom a line names that does nothing else. */
  readonly lines: readonly (Cluster | null)[];
  /** By block: whether it is quotation and nothing else. */
  readonly isBare: readonly boolean[];
}

/** Fewest people under whose names a text is told. */
const fewestNamed = 2;
/** The share of sections in the first person from which names head what their bearers say. */
const leastFirstPerson = 0.6;

/** "X, 67, retired seamstress" above what X says, in marks or in the first person; null where names head nothing of that. */
function headed(scene: Scene, { ranges, lines, isBare }: Blocks): ReadonlyMap<number, Cluster> | null {
  const heads = lines.flatMap((line, i) => (line !== null && lines[i + 1] === null ? [i] : []));
  const quoted = heads.filter((i) => isBare[i + 1] === true);
  const plain = heads.filter((i) => isBare[i + 1] === false && hasFirstPerson(scene, ranges[i + 1]));
  const isQuoted = new Set(quoted.map((i) => lines[i])).size >= fewestNamed;
  const isPlain =
    new Set(plain.map((i) => lines[i])).size >= fewestNamed && plain.length >= leastFirstPerson * heads.length;
  if (!isQuoted && !isPlain) return null;
  const spoken = new Map<number, Cluster>();
  for (const head of isQuoted ? quoted : heads) {
    const speaker = lines[head];
    if (speaker === null || speaker === undefined) continue;
    for (let block = head + 1; block < ranges.length && lines[block] === null; block += 1) {
      // Where marks tell speech from the rest, the rest is not theirs; else the last one says one paragraph at least.
      if (isQuoted ? isBare[block] === false : block > head + 1 && head === heads.at(-1)) break;
      add(spoken, ranges[block], speaker);
    }
  }
  return spoken;
}

/** "“…”" above "X, of Y": a signature without a dash. */
function signed({ ranges, lines, isBare }: Blocks): ReadonlyMap<number, Cluster> {
  const spoken = new Map<number, Cluster>();
  for (const [i, speaker] of lines.entries()) {
    if (speaker === null || isBare[i - 1] !== true) continue;
    for (let block = i - 1; isBare[block] === true; block -= 1) add(spoken, ranges[block], speaker);
  }
  return spoken;
}

function add(spoken: Map<number, Cluster>, range: BlockRange | undefined, speaker: Cluster): void {
  for (let i = range?.first ?? 0; i < (range?.end ?? 0); i += 1) spoken.set(i, speaker);
}

const longestLine = 24;

/** The person that a line names and says nothing of but who they are; null for other lines. */
function namedLine(scene: Scene, { first, end }: BlockRange, voices: readonly Voice[]): Cluster | null {
  const [start, last] = [scene.document.sentences[first], scene.document.sentences[end - 1]];
  if (start === undefined || last === undefined || last.endToken - start.firstToken > longestLine) return null;
  if (isByline(scene, first) || /[.!?:;…]$/u.test(plainAt(scene, last.endToken - 1))) return null;
  for (let i = first; i < end; i += 1)
    if ((voices[i]?.quotations.length ?? 0) > 0 || voices[i]?.frame !== null) return null;
  let at = start.firstToken;
  while (mentionAt(scene, at) < 0 && at < start.firstToken + 4 && isTitle(scene, at)) at += 1;
  const mention = nameAt(scene, at);
  const range = mention === null ? undefined : scene.index.ranges[mention];
  if (mention === null || range === undefined || range.first !== at) return null;
  const isWhole = range.end >= last.endToken || /^[,(–—|-]$/u.test(plainAt(scene, range.end));
  return isWhole && !isQuoted(scene, at) ? scene.index.clusterOf(mention) : null;
}

const isTitle = (scene: Scene, at: number): boolean =>
  /^[–—•*.-]$/u.test(plainAt(scene, at)) || nameTitles.has(foldedAt(scene, at)) || personNouns.has(foldedAt(scene, at));

/** Whether all of a block is quotation that nothing in it hands on. */
export function isBareQuotation({ first, end }: BlockRange, voices: readonly Voice[]): boolean {
  for (let i = first; i < end; i += 1) {
    const voice = voices[i];
    if (voice === undefined || voice.frame !== null || voice.quoted < 0.95) return false;
  }
  return end > first;
}
