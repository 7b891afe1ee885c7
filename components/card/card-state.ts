import type { CardContext } from '../../lib/model/card.ts';
import { unreachable } from '../../lib/model/result.ts';
import { loading, type Remote } from '../remote.ts';
import type { CardView } from './view.ts';

/** One card of a stack; its token tells which answer belongs to it. */
export interface CardFrame {
  readonly token: number;
  readonly view: CardView;
  readonly context: Remote<CardContext>;
}

/** The open card last, those that Back leads to before it. */
export interface CardState {
  readonly frames: readonly CardFrame[];
  readonly nextToken: number;
}

export type CardEvent =
  | { readonly type: 'open'; readonly view: CardView }
  | { readonly type: 'back' }
  | { readonly type: 'retry' }
  | { readonly type: 'answered'; readonly token: number; readonly context: Remote<CardContext> };

const frame = (token: number, view: CardView): CardFrame => ({ token, view, context: loading });

/** A first card, and those that are open above it already; `context` is what is known of the first. */
export const firstCards = (views: readonly CardView[], context: Remote<CardContext>): CardState => ({
  frames: views.map((view, token) => ({ token, view, context: token === 0 ? context : loading })),
  nextToken: views.length,
});

export const topCard = (state: CardState): CardFrame | undefined => state.frames.at(-1);

/** Answers to cards that are no longer in the stack, or were asked anew, fall away by their token. */
export const cardState = (state: CardState, event: CardEvent): CardState => {
  switch (event.type) {
    case 'open':
      return {
        frames: [...state.frames, frame(state.nextToken, event.view)],
        nextToken: state.nextToken + 1,
      };
    case 'back':
      return state.frames.length > 1 ? { ...state, frames: state.frames.slice(0, -1) } : state;
    case 'retry': {
      const top = topCard(state);
      if (top === undefined) return state;
      return {
        frames: [...state.frames.slice(0, -1), frame(state.nextToken, top.view)],
        nextToken: state.nextToken + 1,
      };
    }
    case 'answered':
      return {
        ...state,
        frames: state.frames.map((each) => (each.token === event.token ? { ...each, context: event.context } : each)),
      };
    default:
      return unreachable(event);
  }
};
