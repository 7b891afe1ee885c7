import { counted } from '../words.ts';

/** How much the store holds. */
export interface Counts {
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly entities: number }[];
}

/** "612 names, 1,204 facts, 88 claims in your store". */
export const CountsLine = ({ counts }: { readonly counts: Counts }) => (
  <span class="counts">
    {[
      counted(counts.entities, 'name', 'names'),
      counted(counts.facts, 'fact', 'facts'),
      counted(counts.claims, 'claim', 'claims'),
    ].join(' · ')}{' '}
    in your store
  </span>
);
