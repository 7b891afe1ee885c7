import { createStayAwake } from '../../lib/platform/stay-awake.ts';
import { createTurns, type Turn } from '../../lib/platform/turns.ts';

const turns = createTurns();
const stayAwake = createStayAwake();

/** Whose turn it is on the background's one thread: articles by their length, and whoever waits for a card before them. */
export function takeTurn(size: number): Turn {
  const { mine, end } = turns(size);
  const awake = (): Promise<void> => {
    stayAwake();
    return mine();
  };
  return { mine: awake, end };
}

/**
 * Answers while no article is read. A card asks the database a dozen times, one after the other; behind a share of the
 * analysis each time it would take a fifth of a second.
 */
export const aheadOfReading =
  <Asked extends readonly unknown[], Answer>(answer: (...asked: Asked) => Promise<Answer>) =>
  async (...asked: Asked): Promise<Answer> => {
    const turn = takeTurn(0);
    try {
      return await answer(...asked);
    } finally {
      turn.end();
    }
  };
