import type { AskCard } from '../../components/card/CardStack.tsx';
import { answered, loading, type Remote } from '../../components/remote.ts';
import type { CardContext, CardRequest } from '../../lib/model/card.ts';

export interface Ahead {
  /** Asks for what a card that may follow needs; null where there is nothing to ask. The one before is forgotten. */
  readonly prepare: (request: CardRequest | null) => void;
  /** The answer that was prepared, if it is there already; it is given once. */
  readonly known: (request: CardRequest | null) => Remote<CardContext>;
  /** The answer that is on its way, else a new one. */
  readonly ask: AskCard;
}

interface Held {
  readonly key: string;
  readonly answer: ReturnType<AskCard>;
  context: Remote<CardContext>;
}

/** Asks while the pointer still waits, so that a card opens with its answer: each answer serves one card. */
export const askAhead = (ask: AskCard): Ahead => {
  let held: Held | null = null;
  const take = (request: CardRequest): Held | null => {
    const found = held?.key === JSON.stringify(request) ? held : null;
    if (found !== null) held = null;
    return found;
  };
  return {
    prepare: (request) => {
      held = null;
      if (request === null) return;
      const mine: Held = { key: JSON.stringify(request), answer: ask(request), context: loading };
      held = mine;
      mine.answer.then(
        (result) => {
          mine.context = result.ok ? answered(result) : loading;
        },
        // Whoever shows the card asks again and is told.
        () => {
          if (held === mine) held = null;
        },
      );
    },
    known: (request) => {
      if (request === null || held?.context.state !== 'ready') return loading;
      return take(request)?.context ?? loading;
    },
    ask: (request) => take(request)?.answer ?? ask(request),
  };
};
