import { type HoverEvent, type HoverState, idle, stepHover } from './hover.ts';
import { type Box, holds } from '../marks/geometry.ts';
import { isOnWay } from './placement.ts';
import { isHeld, isOwnPress, isTyping, type OpeningRule } from './presses.ts';

export interface PointerWiring {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Milliseconds, asked each time: settings change while a page is open. */
  readonly delayFor: (what: 'show' | 'hide') => number;
  /** What opens a card; asked each time. */
  readonly opening: () => OpeningRule;
  readonly hitAt: (x: number, y: number) => number;
  /** Mark whose words lie in an element that the keyboard reached; -1 for none. */
  readonly markIn: (element: Element) => number;
  readonly cardBox: () => Box | null;
  /** The pointer rests on a mark, and its card opens, with the same token, unless it goes on. */
  readonly prepare: (mark: number, token: number) => void;
  /** It went on: what was prepared is not needed. */
  readonly abandon: () => void;
  readonly open: (mark: number, token: number, by: 'pointer' | 'reveal') => void;
  readonly close: () => void;
  /** Closes the card that was pinned last; false where none is. */
  readonly closePinned: () => boolean;
}

export interface Hovering {
  readonly dispatch: (event: HoverEvent) => void;
  /** The marks are others now: closes the card, and looks anew at what the pointer has come to rest on. */
  readonly renew: () => void;
  /** Closes the open card, else the one that was pinned last; false where none is. */
  readonly escape: () => boolean;
  /** Whether a card is open that was opened by a press or the keyboard, and so stays where the pointer leaves it. */
  readonly isHeld: () => boolean;
  /** Where the pointer was last, in the viewport. */
  readonly at: () => { readonly x: number; readonly y: number };
}

/** Milliseconds; browsers take a touch for a long press after about as much. */
const longestTap = 500;

/** Milliseconds, half a frame: what is shown at a moment of its own is on the screen so much later, in the middle. */
const toPaint = 8;

/** Runs the hover's states on the page's real events. Only what a person does counts: scripts cannot open cards. */
export const followPointer = (wiring: PointerWiring): Hovering => {
  const { document, signal } = wiring;
  const window = document.defaultView;
  let state: HoverState = idle;
  let tokens = 0;
  let timer = 0;
  let place = { x: 0, y: 0 };
  /** When the pointer came to its place, as events tell it. */
  let movedAt = 0;
  let left = { x: 0, y: 0 };
  let frame = 0;
  /** Opened by a press or the keyboard, a card stays until it is closed or something else is pressed. */
  let stays = false;
  let keyHeld = false;

  const now = (): number => window?.performance.now() ?? 0;
  /** Milliseconds from what began the wait to the step that ends it: a card's delay is over when it is painted. */
  const delayOf = (what: 'show' | 'hide'): number => wiring.delayFor(what) - (what === 'show' ? toPaint : 0);

  /** `since` is when what the event tells of happened: a delay counts from then. */
  const dispatch = (event: HoverEvent, since = now()): void => {
    const leaves = event.type === 'pointer' || event.type === 'travel' || (event.type === 'card' && !event.inside);
    if (stays && leaves) return;
    // Where the pointer was on the page says nothing any more once it has entered the card.
    if (event.type === 'card' && event.inside) forgetMove();
    tokens += 1;
    const before = state;
    const { state: next, effects } = stepHover(state, event, tokens);
    state = next;
    if (event.type === 'press' || event.type === 'reveal') stays = true;
    else if (next.name === 'idle') stays = false;
    if (next.name !== before.name) {
      window?.clearTimeout(timer);
      if (next.name === 'leaving') left = place;
    }
    for (const effect of effects) {
      switch (effect.type) {
        case 'wait':
          if (effect.for === 'show') wiring.prepare(effect.mark, effect.token);
          window?.clearTimeout(timer);
          timer =
            window?.setTimeout(
              () => dispatch({ type: 'timer', token: effect.token }),
              Math.max(0, delayOf(effect.for) - (now() - since)),
            ) ?? 0;
          break;
        case 'open':
          wiring.open(effect.mark, effect.token, effect.by);
          break;
        case 'abandon':
          wiring.abandon();
          break;
        case 'close':
          wiring.close();
          break;
      }
    }
  };

  const forgetMove = (): void => {
    if (frame !== 0) window?.cancelAnimationFrame(frame);
    frame = 0;
  };

  const look = (): void => {
    frame = 0;
    if (signal.aborted) return;
    const card = state.name === 'leaving' || state.name === 'open' ? wiring.cardBox() : null;
    // The move that enters the card is one of the page's as well, and the card's own word may come late or before it.
    if (card && holds(card, place.x, place.y, 0)) {
      dispatch({ type: 'card', inside: true });
      return;
    }
    if (card && state.name === 'leaving' && isOnWay(left, place, card)) {
      dispatch({ type: 'travel' });
      return;
    }
    const mark = wiring.hitAt(place.x, place.y);
    const { how } = wiring.opening();
    // Where something more than resting opens a card, resting still keeps the one that is open.
    const counts = how === 'hover' || (how === 'modifier' && keyHeld) || (state.name !== 'idle' && state.mark === mark);
    dispatch({ type: 'pointer', mark: counts ? mark : -1 }, movedAt);
  };

  const quietly = { signal, passive: true, capture: true };
  document.addEventListener(
    'pointermove',
    (event) => {
      const { isTrusted, buttons, pointerType, clientX, clientY, timeStamp } = event;
      // A pressed button selects text; a finger scrolls.
      if (!isTrusted || buttons !== 0 || pointerType === 'touch') return;
      place = { x: clientX, y: clientY };
      movedAt = timeStamp;
      keyHeld = isHeld(event, wiring.opening());
      frame ||= window?.requestAnimationFrame(look) ?? 0;
    },
    quietly,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    ({ isTrusted }) => isTrusted && dispatch({ type: 'pointer', mark: -1 }),
    quietly,
  );
  /** A script that moves the focus is told of as a person would be: each Tab that the reader presses moves it once. */
  let isTabbed = false;
  document.addEventListener(
    'focusin',
    ({ isTrusted, target }) => {
      if (!isTrusted || !isTabbed || !(target instanceof Element) || !target.matches(':focus-visible')) return;
      isTabbed = false;
      const mark = wiring.markIn(target);
      if (mark >= 0) dispatch({ type: 'pointer', mark });
    },
    quietly,
  );
  document.addEventListener(
    'focusout',
    ({ isTrusted }) => isTrusted && state.name !== 'idle' && dispatch({ type: 'pointer', mark: -1 }),
    quietly,
  );
  const escape = (): boolean => {
    if (state.name !== 'open' && state.name !== 'leaving') return wiring.closePinned();
    dispatch({ type: 'close' });
    return true;
  };

  window?.addEventListener(
    'keydown',
    (event) => {
      isTabbed ||= event.isTrusted && event.key === 'Tab';
      if (!event.isTrusted || event.key !== 'Escape' || !escape()) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  // The key may be pressed while the pointer already rests on a mark.
  for (const type of ['keydown', 'keyup'] as const) {
    window?.addEventListener(
      type,
      (event) => {
        const held = isHeld(event, wiring.opening());
        if (!event.isTrusted || event.repeat || held === keyHeld || isTyping(event)) return;
        keyHeld = held;
        movedAt = event.timeStamp;
        if (held) frame ||= window.requestAnimationFrame(look);
      },
      quietly,
    );
  }
  /** When a finger came down; null where it was something else. */
  let touchedAt: number | null = null;
  document.addEventListener(
    'pointerdown',
    ({ isTrusted, pointerType, timeStamp }) => {
      if (isTrusted) touchedAt = pointerType === 'touch' ? timeStamp : null;
    },
    quietly,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      // A finger that stays asks for the page's own menu.
      if (touchedAt !== null && event.timeStamp - touchedAt > longestTap) return;
      place = { x: event.clientX, y: event.clientY };
      const opens = touchedAt !== null || wiring.opening().how === 'click';
      const mark = opens && isOwnPress(event) ? wiring.hitAt(event.clientX, event.clientY) : -1;
      if (mark >= 0) dispatch({ type: 'press', mark });
      else if (stays) dispatch({ type: 'close' });
    },
    quietly,
  );
  signal.addEventListener('abort', () => {
    window?.clearTimeout(timer);
    forgetMove();
    if (state.name === 'waiting') wiring.abandon();
    else if (state.name !== 'idle') wiring.close();
  });

  return {
    dispatch,
    renew: () => {
      const rests = state.name === 'waiting';
      dispatch({ type: 'close' });
      if (rests) frame ||= window?.requestAnimationFrame(look) ?? 0;
    },
    escape,
    isHeld: () => stays,
    at: () => place,
  };
};
