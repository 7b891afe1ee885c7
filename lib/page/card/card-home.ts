import type { Host, Room } from '../host/host.ts';
import { frameSheet } from './frame-sheet.ts';

/** What cards hang in: how many are open or pinned is not the page's to count. */
export interface CardHome {
  /** Hangs a card where none of its ancestors can hide it; one that hangs already stays. */
  readonly hang: (card: Element) => void;
  /**
   * Brings all cards to where the one on top can be used. True where they had to be moved, which the page is told of: never
   * for a card that may not be seen after all.
   */
  readonly follow: () => boolean;
  /** Takes a card's frame away for now; the element stays. */
  readonly rest: (card: Element) => void;
  readonly take: (card: Element) => void;
  readonly isLaidOut: Host['isLaidOut'];
  /** How much the page's style magnifies cards here. */
  readonly zoom: () => number;
  /**
   * Whether the page may know all that hangs here: Firefox tells it of each frame that has loaded, in whichever root, and
   * with the pointer's events of the very element. Nothing may change there then but for a card that is seen.
   */
  readonly isTold: boolean;
}

export const createCardHome = (host: Host): CardHome => {
  let room: Room | null = null;
  const has = (cards: string): boolean => room !== null && room.root.querySelector(cards) !== null;
  const isOpen = (): boolean => has('.card:not(.unseen)');
  return {
    hang: (card) => {
      room ??= host.makeCardRoom(frameSheet, isOpen);
      if (card.parentNode !== room.root) room.root.append(card);
      host.ensure();
    },
    follow: host.follow,
    rest: (card) => card.remove(),
    take: (card) => {
      card.remove();
      if (has('.card')) return;
      room?.remove();
      room = null;
    },
    isLaidOut: host.isLaidOut,
    zoom: host.zoom,
    isTold: 'originalTarget' in Event.prototype,
  };
};
