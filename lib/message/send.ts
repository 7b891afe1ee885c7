import { type Result, failed } from '../model/result.ts';
import { isContextAlive, nativeBrowser } from '../platform/native.ts';
import type { AnswerTo, BackgroundRequests, RequestFailure } from './protocol.ts';

/** Besides what the background answers: it was not there, or this script outlived its extension (update, removal). */
export type AskFailure =
  | RequestFailure
  | { readonly code: 'BackgroundUnreachable'; readonly detail: string }
  | { readonly code: 'ContextInvalidated' };

type Answered<K extends keyof BackgroundRequests> =
  AnswerTo<BackgroundRequests, K> extends Result<infer Answer, RequestFailure> ? Result<Answer, AskFailure> : never;

/**
 * Milliseconds before each attempt. A worker that was stopped while it was asked starts again within 50 ms (facts:
 * 34-50 ms); on a busy machine it can be stopped a second time before it has answered.
 */
const attempts: readonly number[] = [0, 60, 500, 2_000];

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Asks the background. Fails as a value; asks again where the worker was asleep, starting or just being
 * stopped. Every request is safe to repeat.
 */
export const askBackground = async <K extends keyof BackgroundRequests>(
  type: K,
  body: BackgroundRequests[K]['request'],
): Promise<Answered<K>> => {
  const gone = failed({ code: 'ContextInvalidated' }) as Answered<K>;
  let detail = 'no answer';
  for (const wait of attempts) {
    if (wait > 0) await pause(wait);
    if (!isContextAlive()) return gone;
    try {
      const answer: unknown = await nativeBrowser.runtime.sendMessage({ type, body });
      // The background parses requests; answers come from our own code, so only their envelope is looked at.
      if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answered<K>;
    } catch (error) {
      detail = String(error);
      if (detail.includes('context invalidated')) return gone;
    }
  }
  return failed({ code: 'BackgroundUnreachable', detail }) as Answered<K>;
};
