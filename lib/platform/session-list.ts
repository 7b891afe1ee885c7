import { nativeBrowser } from './native.ts';

/** A list in session storage, which outlives a script that is stopped, and goes with the browser. */
export interface SessionList<Item> {
  readonly read: () => Promise<readonly Item[]>;
  /** Writes what becomes of the list, after what was asked for before: of two changes at once the first would be lost. */
  readonly change: <Answer>(step: (before: readonly Item[]) => Changed<Item, Answer>) => Promise<Answer>;
}

interface Changed<Item, Answer> {
  readonly after: readonly Item[];
  readonly answer: Answer;
}

/** Nobody but the extension itself writes under the key. */
export const openSessionList = <Item>(key: string): SessionList<Item> => {
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<readonly Item[]> => {
    const list = (await nativeBrowser.storage.session.get(key))[key];
    return Array.isArray(list) ? (list as Item[]) : [];
  };
  return {
    read,
    change: (step) => {
      const done = last.then(async () => {
        const before = await read();
        const { after, answer } = step(before);
        if (after !== before) await nativeBrowser.storage.session.set({ [key]: after });
        return answer;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
};
