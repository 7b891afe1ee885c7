import type { CardSubject } from '../../lib/model/reading.ts';
import type { CardView } from './view.ts';

/** What the parts of a card can ask for. */
export interface CardActions {
  /** Opens the card of something that this one names. */
  readonly onOpen: (view: CardView) => void;
  /** Leads to the passage on the page; null where there is no page to lead to. */
  readonly onReveal: ((subject: CardSubject, nth: number) => void) | null;
  /** Asks the store again after a failure. */
  readonly onRetry: () => void;
}
