import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/**
 * What was begun in a card and is saved nowhere yet, by key. A page can empty the frame that a card is in at any time: what
 * stands here is brought back then.
 */
export interface Drafts {
  readonly get: (key: string) => string | undefined;
  /** Null forgets. */
  readonly set: (key: string, text: string | null) => void;
}

/** Null where nothing takes a card away without its reader's doing. */
export const CardDrafts = createContext<Drafts | null>(null);

/** The drafts of one card of a stack. */
export const draftsAt = (drafts: Drafts | null, depth: number): Drafts | null =>
  drafts === null
    ? null
    : {
        get: (key) => drafts.get(`${depth} ${key}`),
        set: (key, text) => drafts.set(`${depth} ${key}`, text),
      };

/** State as of `useState`, that outlives its frame for as long as its part of the card is there. */
export const useDraft = <Text extends string>(key: string, first: Text): readonly [Text, (next: Text) => void] => {
  const drafts = useContext(CardDrafts);
  // What comes back is what was given away.
  const [text, setText] = useState(() => (drafts?.get(key) as Text | undefined) ?? first);
  useEffect(() => () => drafts?.set(key, null), [drafts, key]);
  return [
    text,
    (next) => {
      drafts?.set(key, next);
      setText(next);
    },
  ];
};
