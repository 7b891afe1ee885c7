import type { FromFrame } from '../../message/protocol.ts';
import type { CardSubject, PageReading } from '../../model/reading.ts';
import type { Settings } from '../../model/settings.ts';
import { unreachable } from '../../model/result.ts';
import { createCardHome } from './card-home.ts';
import { watchEmbeds } from './embeds.ts';
import { type CardAnchor, type CardFrame, type Show, createCardFrame } from './frame.ts';
import type { FrameAddress } from './frame-port.ts';
import type { Host } from '../host/host.ts';
import type { HoverEvent } from './hover.ts';
import type { Place } from '../marks/reanchor.ts';
import type { Mark } from '../marks/mark.ts';
import type { Marks } from '../marks/marks.ts';
import { findGround } from '../marks/palette.ts';
import { fromPointer } from './placement.ts';
import { followPointer } from './pointer.ts';
import type { TextMap } from '../text/text-map.ts';
import { watchWayBack } from './way-back.ts';

export interface CardWiring {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly frameAddress: FrameAddress;
  readonly host: Host;
  readonly marks: Marks;
  /** As they are now. */
  readonly settings: () => Settings;
  readonly askKey: () => Promise<string | null>;
  /** Lets the page's embeds tell of Escape. */
  readonly hearEmbeds: () => void;
  readonly parse: (data: unknown) => FromFrame | null;
  readonly markOf: (index: number) => Mark | undefined;
  readonly reading: () => PageReading | null;
  readonly map: () => TextMap | null;
  readonly reveal: (subject: CardSubject, nth: number) => void;
  /** Where a mark stands in the text, for as long as its card is there. */
  readonly placeOf: (mark: Mark) => Place | null;
  /** Reads the page anew, for the reader corrected what the name at that place stands for. */
  readonly reread: (place: Place | null) => void;
  /** The card that comes and goes with the pointer is gone, or pinned and so another one. */
  readonly closed: () => void;
}

export interface CardControl {
  readonly warm: () => void;
  readonly dispatch: (event: HoverEvent) => void;
  /** The marks are others now: closes the card, and looks anew at what the pointer has come to rest on. */
  readonly renew: () => void;
  /** Closes the open card, else the one pinned last. False where none is. */
  readonly escape: () => boolean;
  /** Moves the keyboard into the open card, else into the one pinned last. False where none is. */
  readonly enter: () => boolean;
  /** Whether a card is open beside a mark whose words still stand on the page. */
  readonly isOpen: () => boolean;
  /** Where the card was opened that comes and goes with the pointer; null while it is closed. */
  readonly place: () => Place | null;
  /** Whether it was opened by a press or the keyboard, and so stays where the pointer leaves it. */
  readonly isHeld: () => boolean;
  /** Has the cards that were pinned ask anew. */
  readonly storeChanged: () => void;
}

/** The mark may move so far under an open card, in pixels, before the card counts as left behind. */
const follows = 30;

/** So many pinned cards at once; each is a frame of its own, and more hide the page. */
const mostPinned = 6;

/** Milliseconds that a closed frame stays, unseen: the key or press that closed it may still be on its way into it. */
const leaves = 500;

interface HeldCard {
  readonly frame: CardFrame;
  readonly life: AbortController;
  /** Where it was opened: the page may be read anew while it is pinned. */
  place: Place | null;
}

/** Joins pointer, marks and frame: what is hovered opens beside its mark, and closes when it is left. */
export const cardFor = (wiring: CardWiring): CardControl => {
  const { document, signal, marks } = wiring;
  const home = createCardHome(wiring.host);
  let openAt: { readonly mark: number; readonly top: number; readonly left: number } | null = null;

  const anchorOf = (index: number): CardAnchor | null => {
    const mark = wiring.markOf(index);
    const element = mark ? wiring.map()?.elementAt(mark.start) : null;
    const boxes = marks.boxesOf(index);
    if (!element || boxes.length === 0) return null;
    const rtl = document.defaultView?.getComputedStyle(element).direction === 'rtl';
    return { boxes, palette: findGround(element).palette, direction: rtl ? 'rtl' : 'ltr' };
  };

  const toShow = ({ subject }: Mark, token: number, takeFocus: boolean): Show => ({
    type: 'show',
    token,
    subject,
    settings: wiring.settings(),
    takeFocus,
  });

  const open = (): HeldCard => {
    const life = new AbortController();
    signal.addEventListener('abort', () => life.abort(), { signal: life.signal });
    const held: HeldCard = {
      place: null,
      life,
      frame: createCardFrame({
        document,
        home,
        address: wiring.frameAddress,
        signal: life.signal,
        askKey: wiring.askKey,
        parse: wiring.parse,
        receive: (message) => receive(held, message),
      }),
    };
    return held;
  };

  /** The card that comes and goes with the pointer; those that were pinned have left it and close by themselves. */
  let loose = open();
  const pinned: HeldCard[] = [];
  /** The pointer is out of the page. */
  let isAway = false;

  const close = ({ frame, life }: HeldCard): void => {
    frame.hide();
    document.defaultView?.setTimeout(() => life.abort(), leaves);
  };

  const drop = (held: HeldCard): void => {
    const at = pinned.indexOf(held);
    // It may tell twice that it closes.
    if (at < 0) return;
    pinned.splice(at, 1);
    close(held);
  };

  /** The card that comes and goes has gone. */
  const hide = (): void => {
    loose.frame.hide();
    if (isAway) loose.frame.rest();
  };

  const pin = (held: HeldCard): void => {
    pinned.push(held);
    loose = open();
    loose.frame.warm();
    openAt = null;
    marks.point(-1);
    hover.dispatch({ type: 'keep' });
    wiring.closed();
    const [oldest] = pinned;
    if (pinned.length > mostPinned && oldest !== undefined) drop(oldest);
  };

  const receive = (held: HeldCard, message: FromFrame): void => {
    const isLoose = held === loose;
    switch (message.type) {
      case 'pointer':
        return isLoose ? hover.dispatch({ type: 'card', inside: message.inside }) : undefined;
      case 'close':
        return isLoose ? hover.dispatch({ type: 'close' }) : drop(held);
      case 'leave':
        return held.frame.leave();
      case 'pin':
        if (message.pinned && isLoose) return pin(held);
        return message.pinned || isLoose ? undefined : drop(held);
      case 'drag':
        return held.frame.drag(message.dx, message.dy);
      case 'reveal':
        return wiring.reveal(message.subject, message.nth);
      case 'reread':
        // A pinned card with the name that was corrected makes way for the one that opens anew.
        if (!isLoose) drop(held);
        return wiring.reread(held.place);
      case 'ready':
      case 'size':
        return undefined;
      default:
        return unreachable(message);
    }
  };

  const hover = followPointer({
    document,
    signal,
    delayFor: (what) => (what === 'show' ? wiring.settings().showDelay : wiring.settings().hideDelay),
    hitAt: marks.hitAt,
    opening: () => ({ how: wiring.settings().opening, modifier: wiring.settings().modifier }),
    cardBox: () => loose.frame.box(),
    closePinned: () => {
      const last = pinned.at(-1);
      if (last === undefined) return false;
      drop(last);
      return true;
    },
    markIn: (element) => {
      const map = wiring.map();
      if (!map) return -1;
      for (let index = 0, mark = wiring.markOf(0); mark; index += 1, mark = wiring.markOf(index)) {
        const at = mark.kind === 'figure' ? map.elementAt(mark.start) : null;
        if (at && element.contains(at)) return index;
      }
      return -1;
    },
    prepare: (index, token) => {
      const mark = wiring.markOf(index);
      const reading = wiring.reading();
      if (!mark || !reading) return;
      const anchor = openAt === null ? anchorOf(index) : null;
      // A frame with a card in it can ask for the next one's answer and no more.
      if (anchor === null) loose.frame.prepare(mark.subject, reading);
      else loose.frame.stage(toShow(mark, token, false), reading, anchor);
    },
    abandon: hide,
    open: (index, token, by) => {
      const mark = wiring.markOf(index);
      const reading = wiring.reading();
      const anchor = anchorOf(index);
      if (!mark || !reading || !anchor) return hover.dispatch({ type: 'close' });
      const [box] = anchor.boxes;
      openAt = { mark: index, top: box?.top ?? 0, left: box?.left ?? 0 };
      loose.place = wiring.placeOf(mark);
      marks.point(index);
      embeds.opened();
      loose.frame.show(
        toShow(mark, token, by === 'reveal'),
        reading,
        by === 'pointer' ? { ...anchor, boxes: fromPointer(anchor.boxes, hover.at()) } : anchor,
      );
    },
    close: () => {
      openAt = null;
      marks.point(-1);
      hide();
      wiring.closed();
    },
  });

  watchWayBack({
    document,
    signal,
    leave: () => {
      hover.dispatch({ type: 'close' });
      loose.frame.rest();
    },
    away: () => {
      isAway = true;
      loose.frame.rest();
    },
    stay: () => {
      isAway = false;
      if (wiring.reading() !== null) loose.frame.warm();
    },
  });

  marks.onScroll(() => {
    if (!openAt) return;
    const [box] = marks.boxesOf(openAt.mark);
    const moved = box
      ? Math.max(Math.abs(box.top - openAt.top), Math.abs(box.left - openAt.left))
      : Number.POSITIVE_INFINITY;
    if (moved > follows) hover.dispatch({ type: 'scroll' });
  });

  const embeds = watchEmbeds(document, signal, {
    isOpen: () => openAt !== null || pinned.length > 0,
    ask: wiring.hearEmbeds,
  });
  return {
    warm: () => loose.frame.warm(),
    dispatch: hover.dispatch,
    renew: hover.renew,
    escape: hover.escape,
    enter: () => {
      const held = openAt === null ? pinned.at(-1) : loose;
      held?.frame.enter();
      return held !== undefined;
    },
    place: () => (openAt === null ? null : loose.place),
    isHeld: hover.isHeld,
    storeChanged: () => pinned.forEach(({ frame }) => frame.storeChanged()),
    isOpen: () => openAt !== null && marks.boxesOf(openAt.mark).length > 0,
  };
};
