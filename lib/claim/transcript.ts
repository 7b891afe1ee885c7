import type { Cluster } from '../model/mention.ts';
import { clusterAt, foldedAt, isQuoted, mentionAt, plainAt, type Scene } from './scene.ts';
import { sentenceSubject } from './sentence-subject.ts';

/** Sentences that are somebody's answers in an interview or a transcript, and who answers. */
export interface Transcript {
  /** By sentence: who answers there; absent where nobody does. */
  readonly answers: ReadonlyMap<number, Cluster | null>;
  /** Whoever answers most, or null. */
  readonly guest: Cluster | null;
}

interface BlockRange {
  readonly first: number;
  readonly end: number;
}

const fewestTurns = 3;
const questionLabels: ReadonlySet<string> = new Set(
  'q question questioner interviewer reporter moderator host'.split(' '),
);
const answerLabels: ReadonlySet<string> = new Set('a answer'.split(' '));

/** Finds "Q:" and "A:", "NAME:" and unlabelled questions and answers. Linear in blocks. */
export function findTranscript(scene: Scene): Transcript {
  const ranges = blockRanges(scene);
  return readLabelled(scene, ranges) ?? readAlternating(scene, ranges) ?? { answers: new Map(), guest: null };
}

/** Sentences of each block, half-open. */
function blockRanges(scene: Scene): BlockRange[] {
  const ranges: BlockRange[] = [];
  for (const [i, block] of scene.blockOf.entries()) {
    const last = ranges.at(-1);
    if (last !== undefined && scene.blockOf[last.first] === block) ranges[ranges.length - 1] = { ...last, end: i + 1 };
    else ranges.push({ first: i, end: i + 1 });
  }
  return ranges;
}

interface Label {
  readonly key: string;
  readonly cluster: Cluster | null;
  readonly range: BlockRange;
}

function readLabelled(scene: Scene, ranges: readonly BlockRange[]): Transcript | null {
  const labels = ranges.flatMap((range) => readLabel(scene, range) ?? []);
  const turns = new Map<string, Label[]>();
  for (const label of labels) turns.set(label.key, [...(turns.get(label.key) ?? []), label]);
  const repeated = [...turns.values()].filter((own) => own.length > 1);
  if (labels.length < fewestTurns || repeated.length === 0) return null;
  const guest = guestOf(scene, labels[0]?.range.first ?? 0);
  const answers = new Map<number, Cluster | null>();
  const counts = new Map<Cluster, number>();
  for (const own of turns.values()) {
    const [sample] = own;
    if (sample === undefined || asks(scene, own) || (own.length === 1 && turns.size < 3)) continue;
    const cluster = sample.cluster ?? (answerLabels.has(sample.key) || turns.size === 2 ? guest : null);
    for (const { range } of own)
      for (let i = range.first; i < range.end; i += 1) {
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

/** Questions by the label's name, or because most of its turns end with a question mark. */
function asks(scene: Scene, own: readonly Label[]): boolean {
  if (questionLabels.has(own[0]?.key ?? '')) return true;
  return own.filter(({ range }) => endsAs(scene, range.end - 1, '?')).length > own.length / 2;
}

const endsAs = (scene: Scene, sentence: number, mark: string): boolean => {
  const end = scene.document.sentences[sentence]?.endToken ?? 0;
  return plainAt(scene, end - 1) === mark;
};

/** "Q:", "MS. X:", "QUESTION (X, Y):", "EN-S:" at the start of a block, before words without quotation marks. */
function readLabel(scene: Scene, range: BlockRange): Label | null {
  const sentence = scene.document.sentences[range.first];
  if (sentence === undefined) return null;
  for (let t = sentence.firstToken; t < Math.min(sentence.firstToken + 12, scene.tokens.length); t += 1) {
    if (isQuoted(scene, t)) return null;
    if (plainAt(scene, t) !== ':') continue;
    if (isQuoted(scene, t + 1) || t === sentence.firstToken) return null;
    const first = foldedAt(scene, sentence.firstToken);
    if (questionLabels.has(first) || answerLabels.has(first)) return { key: first, cluster: null, range };
    for (let i = sentence.firstToken; i < t; i += 1) {
      const mention = mentionAt(scene, i);
      if (mention < 0) continue;
      const cluster = clusterAt(scene, mention);
      const isWhole = (scene.index.ranges[mention]?.end ?? 0) === t;
      const isPerson = cluster?.type === 'person' || /^\p{Lu}{1,4}$/u.test(plainAt(scene, i));
      return isWhole && isPerson && cluster !== null && i - sentence.firstToken <= 3
        ? { key: cluster.id, cluster, range }
        : null;
    }
    return null;
  }
  return null;
}

/** Whom an interview is with: the first person of its opening who is a subject, else the first person of all. */
function guestOf(scene: Scene, until: number): Cluster | null {
  let first: Cluster | null = null;
  for (let i = 0; i < until; i += 1) {
    const sentence = scene.document.sentences[i];
    if (sentence === undefined || foldedAt(scene, sentence.firstToken) === 'by') continue;
    const head = sentenceSubject(scene, sentence)?.head;
    const subject = head?.kind === 'name' ? clusterAt(scene, head.mention) : null;
    if (subject?.type === 'person') return subject;
    for (let t = sentence.firstToken; t < sentence.endToken && first === null; t += 1) {
      const found = mentionAt(scene, t) < 0 ? null : clusterAt(scene, mentionAt(scene, t));
      if (found?.type === 'person' && !addressed.has(foldedAt(scene, t - 1))) first = found;
    }
  }
  return first;
}
const addressed: ReadonlySet<string> = new Set(['to', 'by', 'meets', 'met', 'asks', 'asked', 'with']);

const longestQuestion = 45;
const firstPerson = /^(?:i|my|me|we|our|us|mine|i'm|i've|i'd|i'll|we're|we've)$/u;

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

function hasFirstPerson(scene: Scene, range: BlockRange | undefined): boolean {
  const first = range === undefined ? undefined : scene.document.sentences[range.first];
  const last = range === undefined ? undefined : scene.document.sentences[range.end - 1];
  if (first === undefined || last === undefined) return false;
  for (let t = first.firstToken; t < last.endToken; t += 1) if (firstPerson.test(foldedAt(scene, t))) return true;
  return false;
}
