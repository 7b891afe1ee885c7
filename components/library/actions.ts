import type { EntityBrief } from '../../lib/model/card.ts';
import type { Edit, EditFailure } from '../../lib/model/edit.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { unreachable } from '../../lib/model/result.ts';
import { words } from '../../lib/i18n/words.ts';

/** Null where it was made; else why not, in words. */
export type EditOutcome = string | null;

/** What the parts of the library can ask for. */
export interface LibraryActions {
  readonly onEdit: (edit: Edit) => Promise<EditOutcome>;
  readonly onUndo: (history: string) => Promise<EditOutcome>;
  readonly onOpen: (id: EntityId) => void;
  readonly onSearch: (query: string) => Promise<readonly EntityBrief[]>;
}

function faultWords({ fault, of }: Extract<EditFailure, { readonly code: 'Invalid' }>): string {
  const said = words.library.failed.fault[fault];
  return typeof said === 'string' ? said : said({ value: of });
}

/** Why an edit was not made, in words. */
export const editFailureWords = (failure: EditFailure): string => {
  const { failed } = words.library;
  switch (failure.code) {
    case 'Unknown':
      return failed.unknown;
    case 'Invalid':
      return failed.invalid({ detail: faultWords(failure) });
    case 'ChangedSince':
      return failed.changedSince({ detail: failed[failure.fault] });
    default:
      return unreachable(failure);
  }
};
