import { words } from '../lib/i18n/words.ts';

/** Any failure of a request: its code, and in most cases what happened, in English, for whoever looks into it. */
export interface AnyFailure {
  readonly code: string;
  readonly detail?: string;
}

/** Why the background did not do what was asked, in the reader's words. */
export const askFailureWords = ({ code }: AnyFailure): string => {
  switch (code) {
    case 'QuotaExceeded':
      return words.packFailure.noRoom;
    case 'StoreTooNew':
      return words.reasons.failure.storeTooNew;
    case 'BackgroundUnreachable':
    case 'ContextInvalidated':
      return words.reasons.failure.noAnswer;
    case 'PrivateWindow':
      return words.safety.privateWindow;
    case 'Covered':
      return words.safety.covered;
    default:
      return words.library.failed.store;
  }
};
