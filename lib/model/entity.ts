import type { EntityId } from './ids.ts';

/** What kind of thing a name stands for. */
export const entityTypes = [
  'person',
  'organisation',
  'place',
  'event',
  'work',
  'product',
  'law',
  'nationality',
  'other',
] as const;
export type EntityType = (typeof entityTypes)[number];

/** How an alias must be written to count: in any case that a name may take, or letter for letter. */
export type CaseRule = 'name' | 'exact';

export interface Alias {
  readonly text: string;
  /** BCP 47 language of the form, where it matters. */
  readonly language?: string;
  readonly case?: CaseRule;
}

export type Gender = 'female' | 'male';

/** A thing in the world that the store knows. */
export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** One line, without a verdict. */
  readonly description: string;
  readonly gender?: Gender;
  /** How often world news names it, 0 to 1. */
  readonly prominence?: number;
  /** URLs of pages about the same thing. */
  readonly sameAs?: readonly string[];
  /** Closely related entities, as context for telling namesakes apart. */
  readonly context?: readonly EntityId[];
}
