import { words } from '../../lib/i18n/words.ts';
import { Parted } from '../parts/Parted.tsx';

/** How much the store holds. */
export interface Counts {
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly entities: number }[];
}

const border = '\u0000';

/** "612 names · 1,204 facts · 88 claims in your store". */
export const CountsLine = ({ counts }: { readonly counts: Counts }) => {
  const count = words.count;
  const panel = words.panel;
  const counted = [
    count.names({ count: counts.entities }),
    count.facts({ count: counts.facts }),
    count.claims({ count: counts.claims }),
    // A number and its word stay together where a line ends.
  ].map((part) => part.replaceAll(' ', '\u00a0'));
  // What says that they are in the store stands before the first, or behind the last.
  const parts = panel.inStoreCount({ counts: counted.join(border) }).split(border);
  return (
    <span class="counts">
      <Parted parts={parts} />
    </span>
  );
};
