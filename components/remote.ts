import type { Result } from '../lib/model/result.ts';
import { type AnyFailure, askFailureWords } from './ask-failure.ts';

/** Something that is asked for elsewhere. */
export type Remote<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly why: string };

export const loading: Remote<never> = { state: 'loading' };

/** What an answer makes of it. */
export const answered = <T>(result: Result<T, AnyFailure>): Remote<T> =>
  result.ok ? { state: 'ready', value: result.value } : { state: 'failed', why: askFailureWords(result.failure) };
