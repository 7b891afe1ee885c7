import type { EntityBrief } from './card.ts';
import type { ClaimKind, Quantity } from './claim.ts';
import type { EntityType } from './entity.ts';
import type { PartialDate } from './fact.ts';
import type { EntityId } from './ids.ts';
import type { Source } from './source.ts';

/** Where the reader met a claim. */
export type ClaimOrigin = Omit<Source, 'id' | 'licence'>;

/** A claim that the reader keeps; its id is made when it is kept. */
export interface ClaimDraft {
  readonly text: string;
  readonly kind: ClaimKind;
  /** Exact words in quotation marks; null where there are none. */
  readonly quote: string | null;
  readonly speaker:
    | { readonly kind: 'none' }
    | { readonly kind: 'entity'; readonly entity: EntityId }
    | { readonly kind: 'new'; readonly type: EntityType; readonly name: string };
  readonly about: readonly EntityId[];
  readonly quantities: readonly Quantity[];
  readonly saidAt: PartialDate | null;
  readonly source: ClaimOrigin;
}

/** What a page itself says of selected words, to begin a draft with. */
export interface ClaimSuggestion extends Omit<ClaimDraft, 'speaker' | 'about'> {
  readonly speaker: EntityBrief | null;
  /** The speaker's name where the store has no entry for it. */
  readonly speakerName: string | null;
  readonly about: readonly EntityBrief[];
}
