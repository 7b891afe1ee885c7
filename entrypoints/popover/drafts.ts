import type { Drafts } from '../../components/card/drafts.ts';
import type { Draft, FromFrame } from '../../lib/message/protocol.ts';

/** The drafts of one card, which the page's reader keeps: they are here again where it was shown before. */
export const draftsOf = (
  { token, drafts }: { readonly token: number; readonly drafts: readonly Draft[] },
  tell: (message: FromFrame) => void,
): Drafts => {
  const kept = new Map(drafts.map(({ key, text }) => [key, text]));
  return {
    get: (key) => kept.get(key),
    set: (key, text) => {
      if (kept.get(key) === (text ?? undefined)) return;
      if (text === null) kept.delete(key);
      else kept.set(key, text);
      tell({ type: 'draft', token, key, text });
    },
  };
};
