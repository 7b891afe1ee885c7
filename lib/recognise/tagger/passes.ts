import { entityTypes } from '../../model/entity.ts';
import type { Steps } from '../../model/steps.ts';
import { type WordEvidence, gatherEvidence } from './evidence.ts';
import { addFeatures } from './features.ts';
import { begin, inside, labelCount, last, outside, positionOfLabel, typeOfLabel, unit } from './labels.ts';
import { blockCases } from './letter-case.ts';
import { markBit } from './lexicon.ts';
import type { Labelling } from './labelling.ts';
import { bestPath, marginals, Sums } from './lattice.ts';
import type { Scorer } from './model.ts';
import { addSecondFeatures, gatherVotes } from './second.ts';
import { type Sequence, sequencesOf } from './sequences.ts';
import { FeatureSink } from './sink.ts';
import type { Tagger } from './tagger.ts';
import type { DocumentView } from './view.ts';
import { letterCase, type WordFacts } from './words.ts';

const typeCount = entityTypes.length;
/**
 * How far the second pass is believed. It learns from first passes that err less, and less alike, than the first pass
 * does on texts from elsewhere: taken at its word it repeats their mistakes throughout the document.
 */
const secondShare = 0.7;

/** What the weights make of a document, in two passes. */
export function* labelDocument(view: DocumentView, tagger: Tagger): Steps<Labelling> {
  const sequences = sequencesOf(view.document.sentences);
  const evidence = gatherEvidence(view);
  yield;
  const scores = yield* firstScores(view, evidence, sequences, tagger.first);
  const first = yield* decode(view, sequences, scores, tagger.first);
  const votes = yield* gatherVotes(view, first);
  const sink = new FeatureSink();
  const added = new Float64Array(longestOf(sequences) * labelCount);
  for (const { from, end } of sequences) {
    yield;
    sink.clear();
    addSecondFeatures(view, evidence, first, votes, { from, end }, sink);
    tagger.second.score(sink, added);
    for (let k = 0; k < (end - from) * labelCount; k += 1)
      scores[from * labelCount + k] = (scores[from * labelCount + k] ?? 0) + secondShare * (added[k] ?? 0);
  }
  return yield* decode(view, sequences, scores, tagger.second);
}

const longestOf = (sequences: readonly Sequence[]): number =>
  sequences.reduce((most, { from, end }) => Math.max(most, end - from), 0);

/** Scores of the first pass: a row of `labelCount` for each token of the document. */
export function* firstScores(
  view: DocumentView,
  evidence: WordEvidence,
  sequences: readonly Sequence[],
  scorer: Scorer,
): Steps<Float32Array> {
  const scores = new Float32Array(view.facts.length * labelCount);
  const sink = new FeatureSink();
  const part = new Float64Array(longestOf(sequences) * labelCount);
  for (const { from, end } of sequences) {
    yield;
    sink.clear();
    addFeatures(view, evidence, from, end, sink);
    scorer.score(sink, part);
    scores.set(part.subarray(0, (end - from) * labelCount), from * labelCount);
  }
  return scores;
}

export function* decode(
  view: DocumentView,
  sequences: readonly Sequence[],
  scores: Float32Array,
  scorer: Scorer,
): Steps<Labelling> {
  const labels = new Uint8Array(view.facts.length);
  const confidences = new Float64Array(view.facts.length);
  const types = new Float32Array(view.facts.length * typeCount);
  const sums = new Sums();
  const longest = longestOf(sequences);
  const part = new Float64Array(longest * labelCount);
  const chances = new Float64Array(longest * labelCount);
  for (const { from, end } of sequences) {
    yield;
    const length = end - from;
    for (let k = 0; k < length * labelCount; k += 1) part[k] = scores[from * labelCount + k] ?? 0;
    for (let t = 0; t < length; t += 1) {
      if (cannotOpen(view, from + t)) bar(part, t, begin, unit);
      if (cannotGoOn(view, from + t)) bar(part, t, inside, last);
    }
    const path = bestPath({ length, scores: part, transitions: scorer.model.transitions });
    marginals({ length, scores: part }, scorer.expTransitions, sums, chances, null);
    labels.set(path, from);
    for (let t = 0; t < length; t += 1) {
      confidences[from + t] = chances[t * labelCount + (path[t] ?? 0)] ?? 0;
      if (path[t] === outside) continue;
      for (let label = 1; label < labelCount; label += 1) {
        const k = (from + t) * typeCount + typeOfLabel(label);
        types[k] = (types[k] ?? 0) + (chances[t * labelCount + label] ?? 0);
      }
    }
  }
  return { labels, confidences, types };
}

const common = markBit('common');
/** Far below any score that the model gives. */
const barred = -30;

/** No name begins with an everyday word in lower case, unless a list or the store knows it. */
function cannotOpen(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return (
    facts !== undefined &&
    facts.letterCase === letterCase.lower &&
    (facts.marks & common) !== 0 &&
    view.blockCase[i] === blockCases.prose &&
    view.known[i] === outside &&
    view.phraseMarks[i] === 0
  );
}

/** A name may run through small words, but not through three everyday ones in a row outside of quotation marks. */
function cannotGoOn(view: DocumentView, i: number): boolean {
  return (
    view.isQuoted[i] === 0 &&
    view.blockCase[i] === blockCases.prose &&
    view.known[i] === outside &&
    view.phraseMarks[i] === 0 &&
    isSmall(view.facts[i - 1]) &&
    isSmall(view.facts[i]) &&
    isSmall(view.facts[i + 1])
  );
}

const isSmall = (facts: WordFacts | undefined): boolean => facts?.letterCase === letterCase.lower;

function bar(scores: Float64Array, t: number, ...positions: readonly number[]): void {
  for (let label = 1; label < labelCount; label += 1)
    if (positions.includes(positionOfLabel(label)))
      scores[t * labelCount + label] = (scores[t * labelCount + label] ?? 0) + barred;
}
