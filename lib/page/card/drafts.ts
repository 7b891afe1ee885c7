import type { Draft } from '../../message/protocol.ts';

/** What was begun in a card, kept for the case that the page empties the card's frame: it is told once it is loaded again. */
export interface DraftKeeper {
  readonly keep: (token: number, { key, text }: { readonly key: string; readonly text: string | null }) => void;
  /** Of the card with the token alone. */
  readonly of: (token: number) => readonly Draft[];
}

export const createDraftKeeper = (): DraftKeeper => {
  let keptOf = -1;
  const kept = new Map<string, string>();
  return {
    keep: (token, { key, text }) => {
      if (token !== keptOf) kept.clear();
      keptOf = token;
      if (text === null) kept.delete(key);
      else kept.set(key, text);
    },
    of: (token) => (token === keptOf ? [...kept].map(([key, text]) => ({ key, text })) : []),
  };
};
