import type { CueStrength } from '../syntax/cue-words.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';

export type FrameForm =
  | 'subject-first'
  | 'inverted'
  | 'shared'
  | 'passive'
  | 'participle'
  | 'infinitive'
  | 'according'
  | 'colon'
  | 'noun';

/** One place where a sentence says that somebody said something. */
export interface Frame {
  readonly form: FrameForm;
  readonly lemma: string;
  readonly strength: CueStrength;
  /** Token range of the cue. */
  readonly cue: { readonly first: number; readonly end: number };
  /** Who speaks, or null where the sentence does not tell ("it was reported"). */
  readonly source: NounPhrase | null;
  /** Inside "after X said …", "who says …". */
  readonly isSubordinate: boolean;
  /** How strongly this frame claims the sentence; comparable within one sentence. */
  readonly score: number;
}

export type UnscoredFrame = Omit<Frame, 'score'>;
