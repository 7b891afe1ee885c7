import type { Drafts } from '../../components/card/drafts.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';

/** Where texts lie that outlive a frame, and not the browser; neither a page nor its reader comes to see them. */
export interface Shelf {
  readonly read: () => Promise<Readonly<Record<string, unknown>>>;
  readonly write: (key: string, text: string) => Promise<void>;
  readonly drop: (keys: readonly string[]) => Promise<void>;
}

const prefix = 'card-draft:';

const nowhere: Shelf = { read: async () => ({}), write: async () => {}, drop: async () => {} };

/** Chromium gives frames in pages no storage of their own origin where other sites get none, Firefox no `storage.session`. */
export const openShelf = (): Shelf => {
  // Of a private window nothing is kept, and the one storage is that of all windows.
  if (nativeBrowser.extension.inIncognitoContext) return nowhere;
  const { session } = nativeBrowser.storage as { readonly session?: typeof nativeBrowser.storage.session };
  if (session !== undefined)
    return {
      read: () => session.get(null),
      write: (key, text) => session.set({ [key]: text }),
      drop: (keys) => session.remove([...keys]),
    };
  return {
    read: async () => Object.fromEntries(Object.entries(sessionStorage)),
    write: async (key, text) => sessionStorage.setItem(key, text),
    drop: async (keys) => keys.forEach((key) => sessionStorage.removeItem(key)),
  };
};

export interface KeptDrafts extends Drafts {
  readonly forgetAll: () => void;
}

/** Drafts by the name of their card: of one name after itself the same, so that a card that goes on keeps what it has. */
export type DraftDrawer = (name: string) => KeptDrafts;

/** Of a shelf that is full, or kept from frames in pages, drafts live as long as their frame. */
export const openDrafts = async (shelf = openShelf()): Promise<DraftDrawer> => {
  const found = Object.entries(await shelf.read().catch(() => ({})));
  const kept = new Map(
    found.flatMap(([key, text]) => (key.startsWith(prefix) && typeof text === 'string' ? [[key, text] as const] : [])),
  );
  const drop = (keys: readonly string[]): void => {
    for (const key of keys) kept.delete(key);
    void shelf.drop(keys).catch(() => {});
  };
  const open = (name: string): KeptDrafts => {
    const keyOf = (key: string): string => `${prefix}${name} ${key}`;
    return {
      get: (key) => kept.get(keyOf(key)),
      set: (key, text) => {
        if (text === null) return kept.has(keyOf(key)) ? drop([keyOf(key)]) : undefined;
        kept.set(keyOf(key), text);
        void shelf.write(keyOf(key), text).catch(() => {});
      },
      forgetAll: () => drop([...kept.keys()].filter((key) => key.startsWith(keyOf('')))),
    };
  };
  let last: { readonly name: string; readonly drafts: KeptDrafts } | null = null;
  return (name) => {
    if (last?.name !== name) last = { name, drafts: open(name) };
    return last.drafts;
  };
};
