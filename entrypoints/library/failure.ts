import { words } from '../../lib/i18n/words.ts';
import { keepNotice } from '../../lib/platform/backups.ts';
import { StoreError } from '../../lib/store/failures.ts';

/** What a reader can do about it; what exactly went wrong, in the browser's English, is for whoever looks into it. */
export function wordsOfError(error: unknown): string {
  console.error('Sidelight: the store did not answer', error);
  const isTooNew = error instanceof StoreError && error.failure.code === 'StoreTooNew';
  return isTooNew ? words.reasons.failure.storeTooNew : words.library.failed.store;
}

/** Why something was not written; of a full disk the library tells beside it what can be freed. */
export async function wordsOfWriting(error: unknown): Promise<string> {
  if (!(error instanceof StoreError) || error.failure.code !== 'QuotaExceeded') return wordsOfError(error);
  await keepNotice({ kind: 'full', at: Date.now() });
  return words.data.notice.full;
}
