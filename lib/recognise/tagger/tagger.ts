import { failed, ok, type Result } from '../../model/result.ts';
import { readWeights, type WeightsFailure } from './codec.ts';
import type { Lexicon } from './lexicon.ts';
import { Scorer } from './model.ts';

/** The opened weights; keeps nothing of a text, so that one serves any number of documents. */
export interface Tagger {
  readonly lexicon: Lexicon;
  /** Looks at a sequence and its document. */
  readonly first: Scorer;
  /** Adds what the first pass found elsewhere in the document. */
  readonly second: Scorer;
}

/** Opens public/models/names.bin where it lies: nothing of it is gone through. */
export function openTagger(weights: ArrayBuffer): Result<Tagger, WeightsFailure> {
  const read = readWeights(weights);
  if (!read.ok) return failed(read.failure);
  const { lexicon, first, second } = read.value;
  return ok({ lexicon, first: new Scorer(first), second: new Scorer(second) });
}
