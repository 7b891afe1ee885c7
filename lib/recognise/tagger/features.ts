import type { WordEvidence } from './evidence.ts';
import { mix } from './hash.ts';
import { begin, last, outside } from './labels.ts';
import { blockCases } from './letter-case.ts';
import { markBit, noCluster } from './lexicon.ts';
import type { FeatureSink } from './sink.ts';
import type { DocumentView } from './view.ts';
import { isNameLike, letterCase, type WordFacts } from './words.ts';

/** Stands for what lies before and after a sequence. */
const edge: WordFacts = {
  lower: 1,
  surface: 1,
  shape: 1,
  brief: 1,
  letterCase: letterCase.mark,
  cluster: noCluster,
  leaning: -2,
  roughLeaning: -2,
  ahead: -2,
  behind: -2,
  marks: 0,
  affixes: [],
  length: 0,
};

/**
 * Adds the features of tokens `from` to `end` (a sequence) to an empty sink.
 *
 * A lower-case word with nothing like a name beside it gets a short list: it is hardly ever part of a name.
 */
export function addFeatures(
  view: DocumentView,
  evidence: WordEvidence,
  from: number,
  end: number,
  sink: FeatureSink,
): void {
  const { facts } = view;
  const at = (i: number): WordFacts => (i < from || i >= end ? edge : (facts[i] ?? edge));
  for (let i = from; i < end; i += 1) {
    const here = at(i);
    const left = at(i - 1);
    const right = at(i + 1);
    const nearName =
      isNameLike(here) ||
      isNameLike(left) ||
      isNameLike(right) ||
      view.phraseMarks[i] !== 0 ||
      view.known[i] !== outside;
    addWord(sink, here, left, right);
    if (nearName || view.blockCase[i] === blockCases.lower) {
      addSurroundings(sink, here, left, right, at(i - 2), at(i + 2));
      addLeanings(sink, here, left, right, at(i - 2), at(i + 2));
      addPlace(sink, view, i, from);
      addDocument(sink, view, evidence, i);
    }
    sink.closeToken();
  }
}

const coarse = (cluster: number): number => (cluster === noCluster ? cluster : cluster >> 8);
const middle = (cluster: number): number => (cluster === noCluster ? cluster : cluster >> 4);

function addWord(sink: FeatureSink, here: WordFacts, left: WordFacts, right: WordFacts): void {
  sink.add(0, 0);
  sink.add(1, here.lower);
  sink.add(2, here.shape);
  sink.add(3, here.cluster);
  sink.add(4, middle(here.cluster));
  sink.add(5, left.lower);
  sink.add(6, right.lower);
  sink.add(7, mix(here.brief, left.brief));
  sink.add(8, mix(here.brief, right.brief));
  addMarks(sink, 10, here.marks);
}

function addSurroundings(
  sink: FeatureSink,
  here: WordFacts,
  left: WordFacts,
  right: WordFacts,
  left2: WordFacts,
  right2: WordFacts,
): void {
  for (const affix of here.affixes) sink.add(40, affix);
  sink.add(41, here.surface);
  sink.add(42, coarse(here.cluster));
  sink.add(43, left2.lower);
  sink.add(44, right2.lower);
  sink.add(45, mix(left.lower, here.lower));
  sink.add(46, mix(here.lower, right.lower));
  sink.add(47, mix(left.lower, right.lower));
  sink.add(48, left.cluster);
  sink.add(49, right.cluster);
  sink.add(50, middle(left.cluster));
  sink.add(51, middle(right.cluster));
  sink.add(52, middle(left2.cluster));
  sink.add(53, middle(right2.cluster));
  sink.add(54, mix(middle(left.cluster), middle(here.cluster)));
  sink.add(55, mix(middle(here.cluster), middle(right.cluster)));
  sink.add(56, mix(middle(left.cluster), here.brief));
  sink.add(57, mix(middle(right.cluster), here.brief));
  sink.add(58, left.shape);
  sink.add(59, right.shape);
  sink.add(60, mix(left.brief, mix(here.brief, right.brief)));
  sink.add(61, mix(mix(left2.brief, left.brief), here.brief));
  sink.add(62, mix(mix(right2.brief, right.brief), here.brief));
  sink.add(63, here.marks);
  sink.add(64, mix(left.marks, here.marks));
  sink.add(65, mix(here.marks, right.marks));
  sink.add(66, mix(left2.lower, left.lower));
  sink.add(67, mix(right.lower, right2.lower));
  sink.add(68, here.length);
  const [, leftSuffix] = suffixes(left);
  const [, rightSuffix] = suffixes(right);
  sink.add(69, leftSuffix);
  sink.add(70, rightSuffix);
  addMarks(sink, 100, left.marks);
  addMarks(sink, 130, right.marks);
  addMarks(sink, 160, left2.marks);
  addMarks(sink, 190, right2.marks);
}

/** Endings of two and three letters. */
const suffixes = ({ affixes, lower }: WordFacts): [number, number] => [affixes[3] ?? lower, affixes[5] ?? lower];

function addMarks(sink: FeatureSink, template: number, marks: number): void {
  let rest = marks;
  while (rest !== 0) {
    const bit = 31 - Math.clz32(rest);
    sink.add(template, bit);
    rest ^= 1 << bit;
  }
}

/** What the vectors of the word and of its neighbours say. */
function addLeanings(
  sink: FeatureSink,
  here: WordFacts,
  left: WordFacts,
  right: WordFacts,
  left2: WordFacts,
  right2: WordFacts,
): void {
  const { leaning } = here;
  if (leaning >= 0) {
    sink.add(400, leaning & 7);
    sink.add(401, (leaning >> 3) & 7);
    sink.add(402, (leaning >> 6) & 7);
    sink.add(403, leaning >> 9);
    sink.add(404, leaning);
  }
  sink.add(405, mix(here.roughLeaning, here.brief));
  sink.add(406, mix(left.roughLeaning, left.brief));
  sink.add(407, mix(right.roughLeaning, right.brief));
  sink.add(408, mix(here.roughLeaning, left.roughLeaning));
  sink.add(409, mix(here.roughLeaning, right.roughLeaning));
  sink.add(410, left.ahead);
  sink.add(411, left2.ahead);
  sink.add(412, right.behind);
  sink.add(413, right2.behind);
  sink.add(414, mix(left.ahead, here.roughLeaning));
  sink.add(415, mix(right.behind, here.roughLeaning));
  sink.add(416, mix(mix(left.ahead, right.behind), here.brief));
}

/** Where the token stands: in its sentence, its block and its run of capitals. */
function addPlace(sink: FeatureSink, view: DocumentView, i: number, from: number): void {
  const { runs, facts, opens, blockCase, blockKind } = view;
  const here = facts[i] ?? edge;
  const token = view.document.tokens[i];
  const next = view.document.tokens[i + 1];
  const spacing = (token?.spaceBefore === true ? 1 : 0) | (next?.spaceBefore === true ? 2 : 0);
  const way = blockCase[i] ?? 0;
  sink.add(220, mix(opens[i] ?? 0, here.brief));
  sink.add(221, mix(way, here.brief));
  sink.add(222, mix(blockKind[i] ?? 0, here.brief));
  sink.add(223, mix(spacing, mix(here.letterCase, mix(facts[i - 1]?.letterCase ?? 9, facts[i + 1]?.letterCase ?? 9))));
  if (opens[i] === 1) sink.add(224, here.lower);
  const first = runs.first[i] ?? -1;
  if (first < 0) return;
  const end = runs.end[i] ?? i + 1;
  const place = (Math.min(i - first, 3) << 4) | (Math.min(end - 1 - i, 3) << 2) | (first <= from ? 1 : 0);
  const head = facts[end - 1] ?? edge;
  const start = facts[first] ?? edge;
  const before = facts[first - 1] ?? edge;
  const after = facts[end] ?? edge;
  sink.add(230, place);
  sink.add(231, head.lower);
  sink.add(232, mix(head.cluster, place));
  sink.add(233, mix(middle(start.cluster), place));
  sink.add(234, mix(before.lower, place));
  sink.add(235, mix(after.lower, place));
  sink.add(236, mix(middle(before.cluster), place));
  sink.add(237, mix(middle(after.cluster), place));
  sink.add(238, mix(head.marks, place));
  sink.add(239, mix(start.marks, place));
  sink.add(240, mix(before.lower, after.lower));
  sink.add(241, start.lower);
  sink.add(420, mix(head.roughLeaning, place));
  sink.add(421, mix(start.roughLeaning, place));
  sink.add(422, mix(before.ahead, place));
  sink.add(423, mix(after.behind, place));
  sink.add(424, mix(before.ahead, after.behind));
  sink.add(425, mix(mix(start.roughLeaning, head.roughLeaning), place));
  const longEnd = runs.longEnd[i] ?? end;
  const longFirst = runs.longFirst[i] ?? first;
  if (longEnd > end || longFirst < first) {
    const farHead = facts[longEnd - 1] ?? edge;
    const farStart = facts[longFirst] ?? edge;
    const side = (longFirst < first ? 1 : 0) | (longEnd > end ? 2 : 0);
    sink.add(250, mix(farHead.lower, side));
    sink.add(251, mix(farHead.marks, side));
    sink.add(252, mix(farStart.marks, side));
    sink.add(253, mix(farStart.lower, side));
    sink.add(254, mix(middle(farStart.cluster), side));
  }
}

/** Whether a listed phrase is all of its run of capitals. */
function fillsRun(view: DocumentView, i: number): boolean {
  const first = view.runs.first[i] ?? -1;
  const end = view.runs.end[i] ?? -1;
  return (
    first >= 0 &&
    view.phrasePositions[first] === begin &&
    view.phrasePositions[end - 1] === last &&
    view.phraseMarks[first] === view.phraseMarks[i] &&
    view.phraseMarks[end - 1] === view.phraseMarks[i]
  );
}

const commonMark = markBit('common');

/** What the lists, the store and the rest of the document say. */
function addDocument(sink: FeatureSink, view: DocumentView, evidence: WordEvidence, i: number): void {
  const here = view.facts[i] ?? edge;
  const word = view.words[i] ?? 0;
  const phrase = view.phraseMarks[i] ?? 0;
  if (phrase !== 0) {
    sink.add(260, mix(phrase, view.phrasePositions[i] ?? 0));
    sink.add(261, view.phrasePositions[i] ?? 0);
    addMarks(sink, 300, phrase);
    if (fillsRun(view, i)) {
      sink.add(258, mix(phrase, view.phrasePositions[i] ?? 0));
      addMarks(sink, 330, phrase);
    }
  }
  const known = view.known[i] ?? outside;
  if (known !== outside) {
    sink.add(262, known);
    sink.add(263, mix(known, here.brief));
    const traits = view.knownTraits[i] ?? 0;
    sink.add(264, mix(known, traits));
    sink.add(265, mix(known, mix(traits, mix(view.opens[i] ?? 0, view.blockCase[i] ?? 0))));
    sink.add(266, mix(known, here.marks & commonMark));
    sink.add(267, mix(known, view.known[i + 1] ?? outside));
    sink.add(268, mix(known, view.known[i - 1] ?? outside));
  }
  if (!isNameLike(here)) return;
  if (view.runs.first[i] === i && view.runs.end[i] === i + 1) {
    addMarks(sink, 360, here.marks);
    sink.add(255, here.lower);
    sink.add(256, here.marks);
  }
  sink.add(257, mix(view.isQuoted[i] ?? 0, mix(view.isQuoted[i - 1] ?? 0, here.brief)));
  const written = evidence.written[word] ?? 0;
  const way = view.blockCase[i] ?? 0;
  sink.add(270, mix(written, mix(way, view.opens[i] ?? 0)));
  sink.add(271, mix(written, here.brief));
  const bits = evidence.hints[word] ?? 0;
  addMarks(sink, 280, bits);
  sink.add(272, bits);
  const counts = evidence.counts[word] ?? 0;
  sink.add(273, mix(Math.min(counts, 3), here.brief));
  sink.add(274, evidence.pairs[i] ?? 0);
  sink.add(275, mix(evidence.pairs[i] ?? 0, here.marks & commonMark));
}
