import type { Cluster } from '../../model/mention.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import { sentenceSubject } from '../syntax/sentence-subject.ts';
import { type BlockRange, hasFirstPerson } from '../syntax/block-range.ts';
import { peopleByInitials, readTurnLabel, type TurnLabel } from './turn-label.ts';

/** Sentences that are somebody's answers in an interview or a transcript, and who answers. */
export interface Transcript {
  /** By sentence: who answers there; absent where nobody does. */
  readonly answers: ReadonlyMap<number, Cluster | null>;
  /** Whoever answers most, or null. */
  readonly guest: Cluster | null;
}

const fewestTurns = 3;

/** Finds "Q:" and "A:", "NAME:" and unlabelled questions and answers. Linear in blocks. */
export function findTranscript(scene: Scene, ranges: readonly BlockRange[]): Transcript {
  return readLabelled(scene, ranges) ?? readAlternating(scene, ranges) ?? { answers: new Map(), guest: null };
}

/** The least share of the blocks from the first label to the last that are labelled where turns run over several blocks. */
const leastLabelled = 0.4;

function readLabelled(scene: Scene, ranges: readonly BlockRange[]): Transcript | null {
  const people = peopleByInitials(scene);
  const labels = ranges.map((range) => readTurnLabel(scene, range, people));
  const turns = new Map<string, TurnLabel[]>();
  const spoken = labels.flatMap((label) => (label === null || label.kind === 'other' ? [] : [label]));
  for (const label of spoken) turns.set(label.key, [...(turns.get(label.key) ?? []), label]);
  if (spoken.length + outletTurns(labels) < fewestTurns) return null;
  if (![...turns.values()].some((own) => own.length > 1)) return null;
  const guest = guestOf(scene, spoken[0]?.range.first ?? 0);
  const answers = new Map<number, Cluster | null>();
  const counts = new Map<Cluster, number>();
  const asking = askers(scene, turns);
  const wholeTurns = turnsOverBlocks(scene, ranges, labels);
  for (const own of turns.values()) {
    const [sample] = own;
    if (sample === undefined || asking.has(sample.key)) continue;
    const cluster = sample.cluster ?? (sample.kind === 'answer' || turns.size === 2 ? guest : null);
    for (const label of own)
      for (const i of wholeTurns(label)) {
        answers.set(i, cluster);
        if (cluster !== null) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
      }
  }
  const most = [...counts].reduce<readonly [Cluster, number] | null>(
    (best, one) => (best === null || one[1] > best[1] ? one : best),
    null,
  );
  return { answers, guest: most?.[0] ?? guest };
}

/** Turns of whoever asks under the name of an outlet: labels of no person that come again. */
function outletTurns(labels: readonly (TurnLabel | null)[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) if (label?.kind === 'other') counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}

/** The sentences of a label's turn: its block, and where the whole text is talk the blocks up to the next label. */
function turnsOverBlocks(
  scene: Scene,
  ranges: readonly BlockRange[],
  labels: readonly (TurnLabel | null)[],
): (label: TurnLabel) => readonly number[] {
  const [first, last] = [labels.findIndex((label) => label !== null), labels.findLastIndex((label) => label !== null)];
  const labelled = labels.filter((label) => label !== null).length;
  const blockOf = new Map(labels.map((label, block) => [label, block]));
  const isTalk = labelled >= leastLabelled * (last - first + 1);
  return (label) => {
    const own: number[] = [];
    const at = blockOf.get(label) ?? ranges.length;
    for (let block = at; block < ranges.length; block += 1) {
      const range = ranges[block];
      if (range === undefined || (block > at && (!isTalk || block > last || labels[block] !== null))) break;
      if (block > at && !isProse(scene, range)) continue;
      for (let i = range.first; i < range.end; i += 1)
        if ((scene.document.sentences[i]?.endToken ?? 0) > label.end && !isNote(scene, i, label.end)) own.push(i);
    }
    return own;
  };
}

/** "(Speaking Spanish)." is nothing that anybody says. */
function isNote(scene: Scene, at: number, from: number): boolean {
  const sentence = scene.document.sentences[at];
  if (sentence === undefined || !/^[([]$/u.test(plainAt(scene, Math.max(from, sentence.firstToken)))) return false;
  const last = sentence.endToken - 1;
  return /^[)\]]$/u.test(plainAt(scene, /^[.!?]$/u.test(plainAt(scene, last)) ? last - 1 : last));
}

/** Neither a heading nor "(Laughter.)". */
function isProse(scene: Scene, { first, end }: BlockRange): boolean {
  const [start, last] = [scene.document.sentences[first], scene.document.sentences[end - 1]];
  if (start === undefined || last === undefined) return false;
  return !/^[([]$/u.test(plainAt(scene, start.firstToken)) && /[.!?…”"’]$/u.test(plainAt(scene, last.endToken - 1));
}

/** The share of turns that ask from which one of two does the asking, where the other one asks half as often at most. */
const leastAsked = 0.25;

/** Keys of labels that put the questions. */
function askers(scene: Scene, turns: ReadonlyMap<string, readonly TurnLabel[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const shareOf = (own: readonly TurnLabel[], asks: (range: BlockRange) => boolean): number =>
    own.filter(({ range }) => asks(range)).length / own.length;
  const endsAsking = ({ end }: BlockRange): boolean => isQuestion(scene, end - 1);
  const hasQuestion = ({ first, end }: BlockRange): boolean => {
    for (let i = first; i < end; i += 1) if (isQuestion(scene, i)) return true;
    return false;
  };
  for (const [key, own] of turns) if (own[0]?.kind === 'question' || shareOf(own, endsAsking) > 0.5) found.add(key);
  const [one, other, third] = [...turns].filter(([, own]) => own.length > 1);
  if (found.size > 0 || one === undefined || other === undefined || third !== undefined) return found;
  const shares = [shareOf(one[1], hasQuestion), shareOf(other[1], hasQuestion)] as const;
  if (shares[0] >= leastAsked && shares[0] >= 2 * shares[1]) found.add(one[0]);
  else if (shares[1] >= leastAsked && shares[1] >= 2 * shares[0]) found.add(other[0]);
  return found;
}

const isQuestion = (scene: Scene, sentence: number): boolean =>
  plainAt(scene, (scene.document.sentences[sentence]?.endToken ?? 0) - 1) === '?';

/** Whom an interview is with: the first person of its opening who is a subject, else the first person of all. */
export function guestOf(scene: Scene, until: number): Cluster | null {
  let first: Cluster | null = null;
  let met: Cluster | null = null;
  for (let i = 0; i < until; i += 1) {
    const sentence = scene.document.sentences[i];
    if (sentence === undefined || foldedAt(scene, sentence.firstToken) === 'by') continue;
    const head = sentenceSubject(scene, sentence)?.head;
    const subject = head?.kind === 'name' ? clusterAt(scene, head.mention) : null;
    if (subject?.type === 'person') return subject;
    for (let t = sentence.firstToken; t < sentence.endToken && first === null; t += 1) {
      const mention = mentionAt(scene, t);
      // The word before a name stands before its first word.
      const found = scene.index.ranges[mention]?.first === t ? clusterAt(scene, mention) : null;
      if (found?.type !== 'person' || foldedAt(scene, t - 1) === 'by') continue;
      if (addressed.has(foldedAt(scene, t - 1))) met ??= found;
      else if (found !== met) first = found;
    }
  }
  return first ?? met;
}
const addressed: ReadonlySet<string> = new Set(['to', 'meets', 'met', 'asks', 'asked', 'with']);

const longestQuestion = 45;

/** Blocks that take turns: short questions without a label, and answers in the first person. */
function readAlternating(scene: Scene, ranges: readonly BlockRange[]): Transcript | null {
  const isQuestion = ranges.map((range) => isQuestionBlock(scene, range));
  const asked = isQuestion.flatMap((is, i) => (is && isQuestion[i + 1] === false ? [i] : []));
  const [start] = asked;
  const end = asked.at(-1);
  if (asked.length < fewestTurns || start === undefined || end === undefined) return null;
  // Questions must make up a good part of what lies between the first and the last.
  if (asked.length < (end - start + 1) / 4) return null;
  const answered = asked.filter((i) => hasFirstPerson(scene, ranges[i + 1]));
  if (answered.length < asked.length / 2) return null;
  const guest = guestOf(scene, ranges[start]?.first ?? 0);
  const answers = new Map<number, Cluster | null>();
  let expectsAnswer = false;
  for (let i = start; i <= end + 1; i += 1) {
    const range = ranges[i];
    if (range === undefined) break;
    if (isQuestion[i] === true || !expectsAnswer) expectsAnswer = true;
    else {
      for (let sentence = range.first; sentence < range.end; sentence += 1) answers.set(sentence, guest);
      expectsAnswer = false;
    }
  }
  return { answers, guest };
}

function isQuestionBlock(scene: Scene, range: BlockRange): boolean {
  const first = scene.document.sentences[range.first];
  const last = scene.document.sentences[range.end - 1];
  if (first === undefined || last === undefined || last.endToken - first.firstToken > longestQuestion) return false;
  return plainAt(scene, last.endToken - 1) === '?' && !isQuoted(scene, last.endToken - 1);
}
