import type { PageReading, PageState } from '../model/reading.ts';

/**
 * How a page's state travels over the port: that of a long reading in parts, each its own message. A browser writes and
 * reads a message in one go: that of a megabyte of text held the page up for a tenth of a second.
 */

type Lists = Pick<PageReading, 'figures' | 'groups' | 'claims'>;
const lists = ['figures', 'groups', 'claims'] as const satisfies readonly (keyof Lists)[];
const noLists: Lists = { figures: [], groups: [], claims: [] };

/** Figures or claims in one message: a page writes so many in some milliseconds. */
const inPart = 300;

/** A stretch of the lists; each goes on where that of the part before ended. */
interface StatePart extends Lists {
  readonly state: 'part';
}

/** A state as it is; one whose reading is long has empty lists, and so many parts come after it. */
export type StateMessage = (PageState & { readonly parts: number }) | StatePart;

/** The messages of a state, in order, each made when it is asked for. */
export function* toStateMessages(state: PageState): Generator<StateMessage, void> {
  const reading = state.state === 'analysed' ? state.reading : null;
  const isLong = reading !== null && lists.some((list) => reading[list].length > inPart);
  if (!isLong) return yield { ...state, parts: 0 };
  const parts = lists.reduce((sum, list) => sum + Math.ceil(reading[list].length / inPart), 0);
  yield { state: 'analysed', reading: { ...reading, ...noLists }, parts };
  for (const list of lists)
    for (let from = 0; from < reading[list].length; from += inPart)
      yield { state: 'part', ...noLists, [list]: reading[list].slice(from, from + inPart) };
}

const states: readonly unknown[] = [
  'not-article',
  'off',
  'analysing',
  'analysed',
  'failed',
] satisfies PageState['state'][];

/** A message of the tab as a state, or null: pages of another version may still run an old script. */
export const parseState = (message: unknown): PageState | null => {
  if (typeof message !== 'object' || message === null || !('state' in message)) return null;
  if (!states.includes(message.state)) return null;
  return message.state !== 'analysed' || 'reading' in message ? (message as PageState) : null;
};

const isPart = (message: unknown): message is StatePart =>
  typeof message === 'object' &&
  message !== null &&
  'state' in message &&
  message.state === 'part' &&
  lists.every((list) => list in message && Array.isArray((message as StatePart)[list]));

/** Takes in the messages of one port as they come; calls back with each state that is whole. */
export function takeStates(whole: (state: PageState) => void): (message: unknown) => void {
  let reading: PageReading | null = null;
  let missing = 0;
  return (message) => {
    if (isPart(message)) {
      // Of a state that another has taken the place of.
      if (reading === null || missing === 0) return;
      const { figures, groups, claims }: PageReading = reading;
      reading = {
        ...reading,
        figures: [...figures, ...message.figures],
        groups: [...groups, ...message.groups],
        claims: [...claims, ...message.claims],
      };
      missing -= 1;
      if (missing === 0) whole({ state: 'analysed', reading });
      return;
    }
    const state = parseState(message);
    if (state === null) return;
    missing = 'parts' in state && typeof state.parts === 'number' ? state.parts : 0;
    reading = state.state === 'analysed' ? state.reading : null;
    if (missing === 0) whole(state);
  };
}
