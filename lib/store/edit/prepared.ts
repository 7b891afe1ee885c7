import type { Actor } from '../../model/edit.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Changes } from './changes.ts';

export interface EditContext {
  readonly now: number;
  readonly by: Actor;
  /** A new UUID at each call. */
  readonly newId: () => string;
}

/** What is left to do inside the transaction; answers the entity that the edit made, or null. */
export type Step = (changes: Changes) => Promise<EntityId | null>;

/** What an edit is about, and what it does. */
export interface Prepared {
  readonly detail: string;
  readonly subjects: readonly EntityId[];
  readonly step: Step;
}
