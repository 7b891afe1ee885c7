import { frameSheet } from './frame-sheet.ts';
import { dress, isDressed } from '../marks/sheet.ts';

/** The one element of a page that all cards hang in: how many are open or pinned is not the page's to count. */
export interface CardHome {
  /** Hangs a card where none of its ancestors can hide it; one that hangs already stays. */
  readonly hang: (card: Element) => void;
  /**
   * Brings all cards to where the one on top can be used: into the modal dialog that is open, or out of it. True where
   * they had to be moved, which the page is told of: never for a card that may not be seen after all.
   */
  readonly follow: () => boolean;
  /** Takes a card's frame away for now; the element stays. */
  readonly rest: (card: Element) => void;
  readonly take: (card: Element) => void;
  /** The pointer is in a card. */
  readonly entered: () => void;
  /** Whether the page may know what hangs here. */
  readonly isTold: () => boolean;
}

const findModal = (document: Document): Element | null => {
  const open = document.querySelectorAll('dialog:modal');
  return open[open.length - 1] ?? null;
};

/** Moves without a reload of the frames inside where the browser can. */
const moveInto = (parent: Element, host: Element): void => {
  const mover = parent as Element & { moveBefore?(node: Node, child: Node | null): void };
  if (host.isConnected && mover.moveBefore) mover.moveBefore(host, null);
  else parent.append(host);
};

/** Firefox tells a page with the pointer's events of the very element, in whichever root. */
const tellsAll = 'originalTarget' in Event.prototype;

export const createCardHome = (document: Document): CardHome => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, frameSheet);
  let isTold = false;
  return {
    hang: (card) => {
      if (!isDressed(root)) dress(root, frameSheet);
      if (!host.isConnected) document.documentElement.append(host);
      if (card.parentNode !== root) root.append(card);
    },
    follow: () => {
      const home = findModal(document) ?? document.documentElement;
      if (host.parentElement === home) return false;
      moveInto(home, host);
      return true;
    },
    rest: (card) => card.remove(),
    take: (card) => {
      card.remove();
      if (root.querySelector('.card') === null) host.remove();
    },
    entered: () => {
      isTold ||= tellsAll;
    },
    isTold: () => isTold,
  };
};
