import type { EntityId } from '../../lib/model/ids.ts';
import type { LookUpCandidate, LookUpFailure } from '../../lib/model/look-up.ts';
import type { Result } from '../../lib/model/result.ts';
import type { AnyFailure } from '../ask-failure.ts';

/** A request whose answer is itself a success or a failure of the wikis. */
type Asked<T> = Promise<Result<Result<T, LookUpFailure>, AnyFailure>>;

/** What a look-up asks of what is around it. */
export interface LookUpActions {
  /**
   * Asks the browser for the permission, within a press of the reader's; `elsewhere` where it cannot be asked here and
   * a page was opened that can.
   */
  readonly permit: () => Promise<'granted' | 'refused' | 'elsewhere'>;
  readonly find: (name: string) => Asked<readonly LookUpCandidate[]>;
  readonly meanings: (title: string) => Asked<readonly LookUpCandidate[]>;
  readonly keep: (candidate: LookUpCandidate) => Asked<{ readonly entity: EntityId }>;
  readonly onKept: (entity: EntityId) => void;
}
