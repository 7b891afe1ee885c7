import type { EntityBrief } from '../../lib/model/card.ts';
import type { Edit } from '../../lib/model/edit.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import type { EditOutcome } from '../library/actions.ts';
import type { LookUpActions } from '../look-up/actions.ts';

/** What a card can do beside showing: look up, correct, lead to the library. */
export interface CardTools {
  readonly lookUpsByThemselves: boolean;
  /** Look-ups of this name; joined to the entry of the store where there is one. */
  readonly lookUp: (name: string, of: EntityId | null) => Omit<LookUpActions, 'onKept'>;
  readonly onEdit: (edit: Edit) => Promise<EditOutcome>;
  readonly onSearch: (query: string) => Promise<readonly EntityBrief[]>;
  /** Something that the page names was corrected: it is to be read anew. */
  readonly onCorrected: () => void;
  readonly onLibrary: (id: EntityId) => void;
}
