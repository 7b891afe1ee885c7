import { words } from '../../lib/i18n/words.ts';
import { keepNotice } from '../../lib/platform/backups.ts';
import { StoreError } from '../../lib/store/failures.ts';

export const wordsOfError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why something was not written; of a full disk the library tells beside it what can be freed. */
export async function wordsOfWriting(error: unknown): Promise<string> {
  if (!(error instanceof StoreError) || error.failure.code !== 'QuotaExceeded')
    return words.library.failed.store({ detail: wordsOfError(error) });
  await keepNotice({ kind: 'full', at: Date.now() });
  return words.data.notice.full;
}
