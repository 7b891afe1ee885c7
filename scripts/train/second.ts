import { labelCount } from '../../lib/recognise/tagger/labels.ts';
import type { Labelling } from '../../lib/recognise/tagger/labelling.ts';
import { decode } from '../../lib/recognise/tagger/passes.ts';
import { Ascending } from '../../lib/recognise/tagger/ascending.ts';
import { Scorer } from '../../lib/recognise/tagger/model.ts';
import { SortedHashes } from '../../lib/recognise/tagger/sorted-hashes.ts';
import { addSecondFeatures, gatherVotes, type Votes } from '../../lib/recognise/tagger/second.ts';
import { type Sequences, type Training, trainCrf, type Weights } from './crf.ts';
import { addScores, type Extracted, extract, numberFeatures, type Prepared } from './extract.ts';
import { postSets } from './sets.ts';
import type { MaskBook } from './targets.ts';
import { atOnce } from '../../lib/model/steps.ts';

const folds = 3;
/** Share of the epochs of the first pass that each fold's is trained. */
const foldShare = 0.5;

interface FoldTraining extends Training {
  /** Told what a first pass that has not seen a document makes of it. */
  readonly onUnseen: (document: Prepared, first: Labelling) => void;
}

/**
 * Trains the second pass on what first passes say of texts that they were not trained on; posts are left out, they
 * are no documents.
 */
export function trainSecond(
  documents: readonly Prepared[],
  extracted: Extracted,
  sequences: Sequences,
  book: MaskBook,
  training: FoldTraining,
): [Uint32Array, Weights] {
  const isPost = ({ source }: Prepared): boolean => postSets.has(source.set);
  const posts = new Set([...documents.entries()].filter(([, document]) => isPost(document)).map(([d]) => d));
  const all = Int32Array.from(sequences.weights.keys()).filter((s) => !posts.has(extracted.documents[s] ?? 0));
  const scores = new Float32Array(sequences.targets.length * labelCount);
  const transitions: Float64Array[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = trainCrf(
      sequences,
      all.filter((s) => (extracted.documents[s] ?? 0) % folds !== fold),
      { ...training, epochs: Math.ceil(training.epochs * foldShare), report: () => undefined },
    );
    addScores(
      sequences,
      weights.features,
      all.filter((s) => (extracted.documents[s] ?? 0) % folds === fold),
      scores,
    );
    transitions.push(weights.transitions);
    training.report(`second pass: fold ${fold + 1} of ${folds}`);
  }
  const used = [...documents.entries()].filter(([d]) => !posts.has(d));
  const firstSequence = new Map<number, number>();
  for (const [s, d] of extracted.documents.entries()) if (!firstSequence.has(d)) firstSequence.set(d, s);
  const offsets: Float32Array[] = [];
  const labelled = new Map<Prepared, { votes: Votes; first: Labelling }>();
  for (const [d, document] of used) {
    const from = sequences.tokens[firstSequence.get(d) ?? 0] ?? 0;
    const own = scores.subarray(from * labelCount, (from + document.view.facts.length) * labelCount);
    const scorer = new Scorer({
      features: SortedHashes.of(new Uint32Array(0), 32),
      rows: Ascending.of([0]),
      labels: new Uint8Array(0),
      values: new Int8Array(0),
      unit: 1,
      transitions: transitions[d % folds] ?? new Float64Array(labelCount * labelCount),
    });
    const first = atOnce(decode(document.view, document.sequences, own, scorer));
    training.onUnseen(document, first);
    labelled.set(document, { first, votes: atOnce(gatherVotes(document.view, first)) });
    offsets.push(own);
  }
  const again = extract(
    used.map(([, document]) => document),
    (document, sequence, sink) => {
      const known = labelled.get(document);
      if (known !== undefined)
        addSecondFeatures(document.view, document.evidence, known.first, known.votes, sequence, sink);
    },
  );
  const flat = new Float32Array(again.targets.length * labelCount);
  let at = 0;
  for (const part of offsets) {
    flat.set(part, at);
    at += part.length;
  }
  const numbered = numberFeatures(again, 3, book.masks, flat);
  const weights = trainCrf(numbered.sequences, Int32Array.from(numbered.sequences.weights.keys()), {
    ...training,
    dropout: 0.1,
    shrink: 0.02,
  });
  return [numbered.hashes, weights];
}
