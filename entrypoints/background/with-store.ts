import type { RequestFailure } from '../../lib/message/protocol.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import { keepNotice } from '../../lib/platform/backups.ts';
import { StoreError } from '../../lib/store/failures.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';

const isTooNew = (error: unknown): boolean => error instanceof StoreError && error.failure.code === 'StoreTooNew';

/** Answers from the store; a store that does not open is an expected failure. */
export const withStore = async <T>(answer: (store: Store) => Promise<T>): Promise<Result<T, RequestFailure>> => {
  let store: Store;
  try {
    store = await resources.store();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed({ code: isTooNew(error) ? 'StoreTooNew' : 'StoreUnavailable', detail });
  }
  try {
    return ok(await answer(store));
  } catch (error) {
    await tellIfFull(error);
    if (error instanceof StoreError) {
      const code = error.failure.code === 'QuotaExceeded' ? 'QuotaExceeded' : 'StoreUnavailable';
      return failed({ code, detail: error.message });
    }
    throw error;
  }
};

/** A full disk is the reader's to know of; anything else is ours. */
export async function tellIfFull(error: unknown): Promise<void> {
  if (error instanceof StoreError && error.failure.code === 'QuotaExceeded')
    await keepNotice({ kind: 'full', at: Date.now() });
}
