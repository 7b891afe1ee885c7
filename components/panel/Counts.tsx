import { words } from '../../lib/i18n/words.ts';
import { wholeLineOf } from '../words.ts';

/** How much the store holds. */
export interface Counts {
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly entities: number }[];
}

/** "612 names · 1,204 facts · 88 claims in your store". */
export const CountsLine = ({ counts }: { readonly counts: Counts }) => (
  <span class="counts">
    {words.panel.inStoreCount({
      counts: wholeLineOf([
        words.count.names({ count: counts.entities }),
        words.count.facts({ count: counts.facts }),
        words.count.claims({ count: counts.claims }),
      ]),
    })}
  </span>
);
