import { entityTypes } from '../../model/entity.ts';
import type { Steps } from '../../model/steps.ts';
import type { WordEvidence } from './evidence.ts';
import { mix } from './hash.ts';
import { outside, positionOfLabel, typeOfLabel, unit } from './labels.ts';
import type { Labelling } from './labelling.ts';
import type { Sequence } from './sequences.ts';
import type { FeatureSink } from './sink.ts';
import type { DocumentView } from './view.ts';
import { addNameVotes, gatherNameVotes, type NameVotes } from './name-votes.ts';
import { isNameLike } from './words.ts';

const typeCount = entityTypes.length;
/** Columns of the votes on a word: no name, then each type as a name of one word and as part of a longer one. */
const columns = 1 + 2 * typeCount;

/** What the first pass made of each word, summed over its capitalised places and weighed by its confidence. */
export interface Votes {
  readonly ofWords: Float32Array;
  readonly ofNames: NameVotes;
}

export function* gatherVotes(view: DocumentView, labelling: Labelling): Steps<Votes> {
  const { labels, confidences } = labelling;
  const ofWords = new Float32Array(view.wordCount * columns);
  for (let i = 0; i < labels.length; i += 1) {
    const facts = view.facts[i];
    if (facts === undefined || !isNameLike(facts)) continue;
    const at = (view.words[i] ?? 0) * columns + columnOf(labels[i] ?? 0);
    ofWords[at] = (ofWords[at] ?? 0) + (confidences[i] ?? 0);
  }
  yield;
  return { ofWords, ofNames: yield* gatherNameVotes(view, labelling) };
}

const columnOf = (label: number): number =>
  label === outside ? 0 : 1 + 2 * typeOfLabel(label) + (positionOfLabel(label) === unit ? 0 : 1);

/** Features of the second pass: few, only for words that may be names, and what their neighbours became. */
export function addSecondFeatures(
  view: DocumentView,
  evidence: WordEvidence,
  first: Labelling,
  votes: Votes,
  { from, end }: Sequence,
  sink: FeatureSink,
): void {
  const labelAt = (i: number): number => (i < from || i >= end ? 99 : (first.labels[i] ?? 0));
  for (let i = from; i < end; i += 1) {
    const facts = view.facts[i];
    const label = labelAt(i);
    const around = label !== outside || labelAt(i - 1) !== outside || labelAt(i + 1) !== outside;
    if (facts !== undefined && (around || isNameLike(facts))) {
      const sure = Math.floor((first.confidences[i] ?? 0) * 4);
      sink.add(0, 0);
      sink.add(1, mix(label, sure));
      sink.add(2, mix(label, labelAt(i + 1)));
      sink.add(3, mix(label, labelAt(i - 1)));
      sink.add(4, mix(mix(labelAt(i - 1), label), labelAt(i + 1)));
      sink.add(5, mix(label, labelAt(i + 2)));
      sink.add(6, mix(label, labelAt(i - 2)));
      if (isNameLike(facts)) addVotes(view, evidence, votes, { i, label, confidence: first.confidences[i] ?? 0 }, sink);
    }
    addNameVotes(votes.ofNames, i, label, sink);
    sink.closeToken();
  }
}

function addVotes(
  view: DocumentView,
  evidence: WordEvidence,
  votes: Votes,
  { i, label, confidence }: { readonly i: number; readonly label: number; readonly confidence: number },
  sink: FeatureSink,
): void {
  const word = view.words[i] ?? 0;
  const own = columnOf(label);
  let total = 0;
  let best = -1;
  let most = 0;
  let second = -1;
  let next = 0;
  for (let column = 0; column < columns; column += 1) {
    // Its own vote does not count: the evidence is that of the other places.
    const votesHere = (votes.ofWords[word * columns + column] ?? 0) - (column === own ? confidence : 0);
    if (votesHere < 0.05) continue;
    total += votesHere;
    if (votesHere > most) {
      second = best;
      next = most;
      best = column;
      most = votesHere;
    } else if (votesHere > next) {
      second = column;
      next = votesHere;
    }
  }
  if (best < 0) {
    sink.add(20, label);
    return;
  }
  const share = Math.floor((most / total) * 4);
  const weight = total < 0.8 ? 0 : total < 1.8 ? 1 : total < 3.5 ? 2 : 3;
  sink.add(21, best);
  sink.add(22, mix(best, share * 4 + weight));
  sink.add(23, mix(best, mix(label, share)));
  if (second >= 0) sink.add(24, mix(best, second));
  const type = best === 0 ? 0 : 1 + ((best - 1) >> 1);
  sink.add(25, mix(type, share));
  sink.add(26, mix(type, mix(label, weight)));
  sink.add(27, mix(type, evidence.hints[word] ?? 0));
  const first = view.runs.first[i] ?? -1;
  if (first < 0) return;
  const stretch = (Math.min(i - first, 2) << 4) | Math.min((view.runs.end[i] ?? i + 1) - 1 - i, 2);
  sink.add(28, mix(best, stretch));
  sink.add(29, mix(mix(best, stretch), label));
}
