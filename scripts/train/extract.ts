import type { KnownName } from '../../lib/model/knowledge.ts';
import { gatherEvidence, type WordEvidence } from '../../lib/recognise/tagger/evidence.ts';
import { labelCount } from '../../lib/recognise/tagger/labels.ts';
import { type Lexicon, markBit } from '../../lib/recognise/tagger/lexicon.ts';
import { type Sequence, sequencesOf } from '../../lib/recognise/tagger/sequences.ts';
import { FeatureSink } from '../../lib/recognise/tagger/sink.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { type DocumentView, viewDocument } from '../../lib/recognise/tagger/view.ts';
import { isNameLike } from '../../lib/recognise/tagger/words.ts';
import { readText } from '../../lib/text/document.ts';
import type { Sequences } from './crf.ts';
import { type NamedText, setTraits } from './sets.ts';
import { type MaskBook, targetsOf } from './targets.ts';

/** A text made ready for training. */
export interface Prepared {
  readonly source: NamedText;
  readonly view: DocumentView;
  readonly evidence: WordEvidence;
  readonly sequences: readonly Sequence[];
  readonly targets: Uint8Array;
  readonly misfits: number;
}

const demonym = markBit('demonym');

export function prepare(source: NamedText, known: readonly KnownName[], lexicon: Lexicon, book: MaskBook): Prepared {
  const document = readText(source.text, source.blocks);
  const view = atOnce(viewDocument(document, known, lexicon));
  const { blind } = setTraits[source.set];
  const { targets, misfits } = targetsOf(document.tokens, source.spans, book, { types: blind }, (i) => {
    const facts = view.facts[i];
    if (facts === undefined || !isNameLike(facts)) return false;
    return (facts.marks & demonym) !== 0 || (source.set !== 'gum' && view.opens[i] !== 1);
  });
  return { source, view, evidence: gatherEvidence(view), sequences: sequencesOf(document.sentences), targets, misfits };
}

export type AddFeatures = (document: Prepared, sequence: Sequence, sink: FeatureSink) => void;

/** Features of all sequences, before they are numbered. */
export interface Extracted {
  readonly hashes: Uint32Array;
  readonly tokens: Int32Array;
  readonly features: Float64Array;
  readonly targets: Uint8Array;
  readonly weights: Float32Array;
  /** Index of the document that a sequence is from. */
  readonly documents: Int32Array;
}

export function extract(documents: readonly Prepared[], add: AddFeatures): Extracted {
  const sink = new FeatureSink();
  const parts: Uint32Array[] = [];
  const tokens = [0];
  const features = [0];
  const targets: number[] = [];
  const weights: number[] = [];
  const owners: number[] = [];
  let count = 0;
  for (const [d, document] of documents.entries())
    for (const sequence of document.sequences) {
      sink.clear();
      add(document, sequence, sink);
      parts.push(sink.hashes.slice(0, sink.count));
      for (let t = 1; t <= sink.tokens; t += 1) features.push(count + (sink.starts[t] ?? 0));
      for (let i = sequence.from; i < sequence.end; i += 1) targets.push(document.targets[i] ?? 0);
      count += sink.count;
      tokens.push(targets.length);
      weights.push(setTraits[document.source.set].weight);
      owners.push(d);
    }
  const hashes = new Uint32Array(count);
  let at = 0;
  for (const part of parts) {
    hashes.set(part, at);
    at += part.length;
  }
  return {
    hashes,
    tokens: Int32Array.from(tokens),
    features: Float64Array.from(features),
    targets: Uint8Array.from(targets),
    weights: Float32Array.from(weights),
    documents: Int32Array.from(owners),
  };
}

export interface Numbered {
  readonly sequences: Sequences;
  /** Hash of each kept feature. */
  readonly hashes: Uint32Array;
}

/** Numbers the features that occur at least `rarest` times, in order of first occurrence. */
export function numberFeatures(
  extracted: Extracted,
  rarest: number,
  masks: readonly Uint8Array[],
  offsets: Float32Array | null,
): Numbered {
  const bits = 26;
  const counts = new Uint8Array(1 << bits);
  for (const hash of extracted.hashes) {
    const at = hash >>> (32 - bits);
    if ((counts[at] ?? 0) < 255) counts[at] = (counts[at] ?? 0) + 1;
  }
  let size = 1 << 20;
  let keys = new Uint32Array(size);
  let numbers = new Int32Array(size).fill(-1);
  const kept: number[] = [];
  const indexes = new Int32Array(extracted.hashes.length);
  const place = (hash: number): number => {
    let at = hash & (size - 1);
    while (numbers[at] !== -1 && keys[at] !== hash) at = (at + 1) & (size - 1);
    return at;
  };
  for (const [f, hash] of extracted.hashes.entries()) {
    if ((counts[hash >>> (32 - bits)] ?? 0) < rarest) {
      indexes[f] = -1;
      continue;
    }
    let at = place(hash);
    if (numbers[at] === -1) {
      if (kept.length * 2 > size) {
        size *= 2;
        keys = new Uint32Array(size);
        numbers = new Int32Array(size).fill(-1);
        for (const [number, old] of kept.entries()) {
          const slot = place(old);
          keys[slot] = old;
          numbers[slot] = number;
        }
        at = place(hash);
      }
      keys[at] = hash;
      numbers[at] = kept.length;
      kept.push(hash);
    }
    indexes[f] = numbers[at] ?? -1;
  }
  const { tokens, features, targets, weights } = extracted;
  const sequences = { tokens, features, indexes, targets, masks, weights, featureCount: kept.length, offsets };
  return { sequences, hashes: Uint32Array.from(kept) };
}

/** Scores that weights give to the tokens of some sequences, added into `out` (a row for each token of all sequences). */
export function addScores(data: Sequences, weights: Float32Array, chosen: Int32Array, out: Float32Array): void {
  for (const s of chosen) {
    const end = data.tokens[s + 1] ?? 0;
    for (let t = data.tokens[s] ?? 0; t < end; t += 1) {
      const stop = data.features[t + 1] ?? 0;
      for (let f = data.features[t] ?? 0; f < stop; f += 1) {
        const feature = data.indexes[f] ?? -1;
        if (feature < 0) continue;
        for (let l = 0; l < labelCount; l += 1)
          out[t * labelCount + l] = (out[t * labelCount + l] ?? 0) + (weights[feature * labelCount + l] ?? 0);
      }
    }
  }
}
