import type { Cluster } from '../../model/mention.ts';
import type { Frame } from './frame.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';

/** What the text tells about who says a sentence. */
export interface Voice {
  /** The sentence's own frame, or null. */
  readonly frame: Frame | null;
  /** Frames of the sentence, the strongest first. */
  readonly frames: readonly Frame[];
  /** Who speaks, by its own frame or by what stands around it. */
  readonly speaker: Cluster | null;
  readonly source: NounPhrase | null;
  /** The person who is the sentence's subject, or null. */
  readonly actor: Cluster | null;
  /** Where no frame tells a speaker: the person or body that is the sentence's subject, by name or as described. */
  readonly teller: Cluster | null;
  /** Where the speaker comes from. */
  readonly by: 'frame' | 'transcript' | 'quotation' | 'neighbour' | 'none';
  /** Quotations in the sentence, by index. */
  readonly quotations: readonly number[];
  /** Share of the sentence's words that stand in quotation marks. */
  readonly quoted: number;
}
