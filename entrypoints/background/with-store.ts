import type { RequestFailure } from '../../lib/message/protocol.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';

/** Answers from the store; a store that does not open is an expected failure. */
export const withStore = async <T>(answer: (store: Store) => Promise<T>): Promise<Result<T, RequestFailure>> => {
  let store: Store;
  try {
    store = await resources.store();
  } catch (error) {
    return failed({ code: 'StoreUnavailable', detail: error instanceof Error ? error.message : String(error) });
  }
  return ok(await answer(store));
};
