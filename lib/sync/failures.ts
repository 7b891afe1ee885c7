import type { SyncFailureCode } from '../model/sync.ts';

/** Why a sync did not go on. */
export interface SyncFailure {
  readonly code: SyncFailureCode;
  /** What was seen, in a line. */
  readonly detail: string;
  /** Milliseconds after which the server wants to be asked again, where it said so. */
  readonly retryAfter?: number;
}

export const failure = (code: SyncFailureCode, detail: string): SyncFailure => ({ code, detail });

/** Passes by itself: tried again later, and nobody is told before it has lasted. */
export const isPassing = (code: SyncFailureCode): boolean =>
  code === 'Unreachable' || code === 'Busy' || code === 'ServerFault' || code === 'AnswerMalformed';
