import type { EntityId } from '../../lib/model/ids.ts';
import type { LookUpCandidate, LookUpFailure } from '../../lib/model/look-up.ts';
import { type Result, unreachable } from '../../lib/model/result.ts';
import { type AnyFailure, askFailureWords } from '../ask-failure.ts';

/** How far a look-up is. */
export type LookUpState =
  | { readonly at: 'asking' }
  | { readonly at: 'permission'; readonly hosts: readonly string[] }
  | { readonly at: 'refused' }
  | { readonly at: 'elsewhere' }
  | { readonly at: 'choosing'; readonly candidates: readonly LookUpCandidate[] }
  | { readonly at: 'kept'; readonly entity: EntityId }
  | { readonly at: 'failed'; readonly failure: LookUpFailure }
  /** `why`: a sentence. */
  | { readonly at: 'broken'; readonly why: string };

export type LookUpEvent =
  | { readonly type: 'ask' }
  | { readonly type: 'permitted'; readonly how: 'granted' | 'refused' | 'elsewhere' }
  | { readonly type: 'found'; readonly answer: Result<Result<readonly LookUpCandidate[], LookUpFailure>, AnyFailure> }
  | {
      readonly type: 'kept';
      readonly answer: Result<Result<{ readonly entity: EntityId }, LookUpFailure>, AnyFailure>;
    };

const toFailed = (failure: LookUpFailure): LookUpState =>
  failure.code === 'PermissionMissing' ? { at: 'permission', hosts: failure.hosts } : { at: 'failed', failure };

const toBroken = (failure: AnyFailure): LookUpState => ({ at: 'broken', why: askFailureWords(failure) });

/** What an event leads to, whatever was before. */
export const lookUpState = (event: LookUpEvent): LookUpState => {
  switch (event.type) {
    case 'ask':
      return { at: 'asking' };
    case 'permitted':
      return event.how === 'granted' ? { at: 'asking' } : { at: event.how };
    case 'found': {
      const { answer } = event;
      if (!answer.ok) return toBroken(answer.failure);
      return answer.value.ok ? { at: 'choosing', candidates: answer.value.value } : toFailed(answer.value.failure);
    }
    case 'kept': {
      const { answer } = event;
      if (!answer.ok) return toBroken(answer.failure);
      return answer.value.ok ? { at: 'kept', entity: answer.value.value.entity } : toFailed(answer.value.failure);
    }
    default:
      return unreachable(event);
  }
};

/** The one that needs no choosing: called exactly so, and alone in that. */
export const onlyOne = (candidates: readonly LookUpCandidate[], name: string): LookUpCandidate | null => {
  const same = (candidate: LookUpCandidate): boolean =>
    !candidate.isDisambiguation && candidate.name.toLowerCase() === name.toLowerCase();
  const [first, second] = candidates.filter(same);
  return first === undefined || second !== undefined || candidates.some(({ isDisambiguation }) => isDisambiguation)
    ? null
    : first;
};
