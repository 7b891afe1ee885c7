import { frameSheet } from './frame-sheet.ts';
import { dress } from '../marks/sheet.ts';

/** The one element of a page that all cards hang in: how many are open or pinned is not the page's to count. */
export interface CardHome {
  /** Hangs a card where none of its ancestors can hide it; one that hangs already stays. */
  readonly hang: (card: Element) => void;
  /** Brings all cards to where the one on top can be used: into the modal dialog that is open, or out of it. */
  readonly follow: () => void;
  /** Takes a card's frame away for now; the element stays. */
  readonly rest: (card: Element) => void;
  readonly take: (card: Element) => void;
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

export const createCardHome = (document: Document): CardHome => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, frameSheet);
  return {
    hang: (card) => {
      if (!host.isConnected) document.documentElement.append(host);
      if (card.parentNode !== root) root.append(card);
    },
    follow: () => {
      const home = findModal(document) ?? document.documentElement;
      if (host.parentElement !== home) moveInto(home, host);
    },
    rest: (card) => card.remove(),
    take: (card) => {
      card.remove();
      if (root.querySelector('.card') === null) host.remove();
    },
  };
};
