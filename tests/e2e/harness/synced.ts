/** What two devices of a test ask of their stores. */
import type { Edit } from '../../../lib/model/edit.ts';
import type { SyncedStore } from '../../../lib/model/sync.ts';
import type { Session } from './session.ts';

export interface Brief {
  readonly name: string;
  readonly description: string;
}

export const edit = (session: Session, change: Edit): Promise<unknown> =>
  session.desk.askBackground('edit', { edit: change });

export const storesOf = (session: Session): Promise<readonly SyncedStore[]> =>
  session.desk.askBackground('syncStatus', {});
