import type { PageState } from '../../lib/model/reading.ts';
import { type PageView, silentView } from './page-view.ts';

/** How a tab is reached; the browser's side of it is given by the caller. */
export interface TabLink {
  readonly address: string | undefined;
  /** Still loading: silence means nothing yet, and whoever follows is to begin anew when it has loaded. */
  readonly loading: boolean;
  /** Whether a state is bound to change soon. */
  readonly passing: (state: PageState) => boolean;
  /** Opens a port; answers how to close it. `onEnd` comes once, also where nobody listens. */
  readonly connect: (on: { readonly state: (state: PageState) => void; readonly end: () => void }) => () => void;
  /** One question; null where nobody answers. */
  readonly ask: () => Promise<PageState | null>;
  /** Whether the browser shows a PDF there; asked where the page has no text, or nobody answers for it. */
  readonly isPdf: () => Promise<boolean>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** While an answer is bound to change soon, look again after so many milliseconds, each later than the last. */
const patience = [150, 300, 600, 1200, 2400];

const isSilent = (state: PageState | null): boolean =>
  state === null || (state.state === 'not-article' && state.why.code === 'noText');

/** What to show of a tab in which no reader speaks. */
const viewWithout = async (link: TabLink, state: PageState | null): Promise<PageView> => {
  if (state === null && link.loading) return { state: 'connecting' };
  if (isSilent(state) && (await link.isPdf())) return { state: 'unreadable', why: 'pdf' };
  return state ?? silentView(link.address);
};

/**
 * Shows the state of a tab and keeps it in step until the signal aborts. The reader's port tells every change; before
 * there is a reader, stage one answers single questions, and the port is tried again while the page is being analysed.
 */
export const followTab = async (link: TabLink, show: (view: PageView) => void, signal: AbortSignal): Promise<void> => {
  for (const pause of [...patience, null]) {
    let heard = false;
    await new Promise<void>((resolve) => {
      const close = link.connect({
        state: (state) => {
          heard = true;
          if (!signal.aborted) show(state);
        },
        end: resolve,
      });
      signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
    if (signal.aborted) return;
    const state = await link.ask();
    if (signal.aborted) return;
    const view = await viewWithout(link, state);
    if (signal.aborted) return;
    show(view);
    const goesOn = heard || (state !== null && link.passing(state));
    if (pause === null || !goesOn) return;
    await link.wait(pause);
    if (signal.aborted) return;
  }
};
