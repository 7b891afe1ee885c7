import { words } from '../lib/i18n/words.ts';
import type { AnyFailure } from './remote.ts';

/** Why the background did not do what was asked, in words. */
export const askFailureWords = ({ code, detail }: AnyFailure): string => {
  if (code === 'QuotaExceeded') return words.packFailure.noRoom;
  if (code === 'BackgroundUnreachable' || code === 'ContextInvalidated') return words.reasons.failure.noAnswer;
  return words.library.failed.store({ detail: detail ?? code });
};
