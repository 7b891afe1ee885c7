import { flatParent, isWithin } from '../text/flat-tree.ts';
import { scatterChaff } from './chaff.ts';
import { dress, isDressed } from './dress.ts';
import { moveBefore } from './move.ts';
import { type Flow, hangNear } from './places.ts';
import { hostSheet, outOfFlow, overThePage } from './sheet.ts';

/** A part of the host's root, in a closed root of its own: who comes to know of one finds nothing of the others. */
export interface Room {
  readonly root: ShadowRoot;
  readonly remove: () => void;
}

/**
 * The one element of ours in a page, without attributes, children or size: marks and cards hang in its closed root. It is
 * at home in the article, which carries the marks along; where a card could not be used there, it hangs over the page for as
 * long, and the marks wait unseen.
 */
export interface Host {
  /**
   * Makes the article's container its home, or the nearest element around it that can hold it: answers which, null where
   * none can. Looks for the place anew where the page has moved or emptied it.
   */
  readonly settle: (container: Element) => Element | null;
  readonly isSettled: () => boolean;
  /** The article has gone. What holds no card hangs nowhere then. */
  readonly leave: () => void;
  /** Room for marks, which are seen at home alone. */
  readonly makeMarksRoom: (css: string) => Room;
  /** Room for cards; `isOpen` tells whether one of them is seen. */
  readonly makeCardRoom: (css: string, isOpen: () => boolean) => Room;
  /** Hangs somewhere. */
  readonly ensure: () => void;
  /** Goes to where a card can be used: home, or over the page, or into the modal dialog that is open. True where it moved. */
  readonly follow: () => boolean;
  /** Does so for cards that are open, and goes back home as soon as none needs it elsewhere. */
  readonly look: () => void;
  /** Whether the browser lays out what hangs here: a page hears of `content-visibility` when what it skips has to be, all the same. */
  readonly isLaidOut: () => boolean;
  /** How much the page's style magnifies what hangs here: places in the view are told without. */
  readonly zoom: () => number;
  /** Whether an element that was found on the screen is this one. */
  readonly is: (element: Element | null) => boolean;
}

const findModal = (document: Document): Element | null => {
  const open = document.querySelectorAll('dialog:modal');
  return open[open.length - 1] ?? null;
};

const isInert = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = flatParent(at))
    if ((at as Partial<HTMLElement>).inert === true) return true;
  return false;
};

export const createHost = (document: Document): Host => {
  // A script of the page that looks for its first `div` must not find this.
  const element = document.createElement('span');
  const root = element.attachShadow({ mode: 'closed' });
  const hideWeight = scatterChaff(root);
  const rooms = new Map<ShadowRoot, string>();
  const open = new Set<() => boolean>();
  let container: Element | null = null;
  let home: Element | null = null;
  /** False once no place was found in an article. */
  let hasPlace = true;

  const wear = (more: string): void => dress(root, hostSheet + more);

  const hangOver = (parent: Element): void => {
    wear(overThePage);
    moveBefore(parent, element, null);
  };

  /** Off the article: nowhere, but for frames that would load anew. */
  const park = (): void => {
    if (open.size > 0 && element.isConnected) hangOver(document.documentElement);
    else element.remove();
  };

  const goHome = (): void => {
    const hanging = { host: element, park, setFlow: (flow: Flow) => wear(flow === 'in' ? '' : outOfFlow) };
    home = container?.isConnected === true ? hangNear(container, hanging) : null;
    hasPlace = home !== null || container?.isConnected !== true;
    if (home === null) park();
  };

  /** Where cards can be used; null for home. */
  const findElsewhere = (): Element | null => {
    const modal = findModal(document);
    const isHere =
      home?.isConnected === true &&
      (modal === null || isWithin(home, modal)) &&
      !isInert(home) &&
      home.checkVisibility?.() !== false;
    return isHere ? null : (modal ?? document.documentElement);
  };

  const isAnyOpen = (): boolean => [...open].some((isOpen) => isOpen());

  const isAtHome = (): boolean => home !== null && element.isConnected && element.parentNode === home;

  /** At home, or away from one that stands but cannot be used; without an article anywhere. */
  const isWhereItBelongs = (): boolean =>
    container?.isConnected !== true ||
    isAtHome() ||
    (home?.isConnected === true && element.isConnected && findElsewhere() === element.parentNode);

  const follow = (): boolean => {
    const elsewhere = findElsewhere();
    if (elsewhere === null ? isAtHome() : element.parentNode === elsewhere) return false;
    if (elsewhere === null) goHome();
    else hangOver(elsewhere);
    return true;
  };

  const makeRoom = (host: HTMLElement, css: string): Room => {
    // What is selected is copied and dragged, with all that is in it. By no sheet: a page can take those away for a moment.
    host.style.userSelect = 'none';
    const room = host.attachShadow({ mode: 'closed' });
    rooms.set(room, css);
    dress(room, css);
    hideWeight(room);
    root.append(host);
    return {
      root: room,
      remove: () => {
        host.remove();
        rooms.delete(room);
      },
    };
  };

  return {
    settle: (next) => {
      for (const [room, css] of rooms) if (!isDressed(room)) dress(room, css);
      if (container === next && isWhereItBelongs() && isDressed(root)) return home;
      container = next;
      goHome();
      if (isAnyOpen()) follow();
      return home;
    },
    isSettled: () => !hasPlace || (isWhereItBelongs() && [root, ...rooms.keys()].every(isDressed)),
    leave: () => {
      container = null;
      home = null;
      hasPlace = true;
      park();
    },
    makeMarksRoom: (css) => makeRoom(document.createElement('span'), css),
    makeCardRoom: (css, isOpen) => {
      const room = makeRoom(document.createElement('div'), css);
      open.add(isOpen);
      return {
        ...room,
        remove: () => {
          room.remove();
          open.delete(isOpen);
          if (home === null) park();
        },
      };
    },
    ensure: () => {
      if (element.isConnected) return;
      goHome();
      if (!element.isConnected) hangOver(document.documentElement);
    },
    follow,
    look: () => {
      if (isAnyOpen() || (element.isConnected && !isAtHome())) follow();
    },
    isLaidOut: () => element.checkVisibility?.({ contentVisibilityAuto: true }) !== false,
    zoom: () => element.currentCSSZoom ?? 1,
    is: (other) => other === element,
  };
};
