import type { FromFrame, ToFrame } from '../../message/protocol.ts';
import type { CardSubject, PageReading } from '../../model/reading.ts';
import type { CardHome } from './card-home.ts';
import { createFocusPlace } from './focus-place.ts';
import { createLoader } from './frame-load.ts';
import { createFramePort, type FrameAddress, type FramePortWiring } from './frame-port.ts';
import { bleed, clips } from './frame-sheet.ts';
import { watchTop } from './on-top.ts';
import type { Box } from '../marks/geometry.ts';
import type { Palette } from '../marks/palette.ts';
import { type Placement, placeCard, type Size, viewOf } from './placement.ts';

export interface FrameWiring extends Pick<FramePortWiring, 'signal' | 'askKey' | 'parse' | 'receive'> {
  readonly document: Document;
  readonly home: CardHome;
  readonly address: FrameAddress;
}

export interface CardAnchor {
  /** Lines of the mark, now. */
  readonly boxes: readonly Box[];
  readonly palette: Palette;
  readonly direction: 'ltr' | 'rtl';
}

export type Show = Omit<ToFrame & { readonly type: 'show' }, 'drafts'>;

export interface CardFrame {
  /** Loads the frame, hidden, so that the first card needs no loading. */
  readonly warm: () => void;
  /** A card of this may follow: what it needs is asked for now. */
  readonly prepare: (subject: CardSubject, reading: PageReading) => void;
  /** Makes a card ready, unseen: `show` with the same token has it seen in the next frame. */
  readonly stage: (message: Show, reading: PageReading, anchor: CardAnchor) => void;
  readonly show: (message: Show, reading: PageReading, anchor: CardAnchor) => void;
  readonly hide: () => void;
  /** Takes a closed frame away until it is warmed again. */
  readonly rest: () => void;
  /** Moves the keyboard into the open card; leaving or closing it leads back. */
  readonly enter: () => void;
  readonly leave: () => void;
  /** Has what is shown asked anew. */
  readonly storeChanged: () => void;
  readonly drag: (dx: number, dy: number) => void;
  /** Where the open card is; null while none is seen. */
  readonly box: () => Box | null;
}

interface Wanted {
  readonly message: Show;
  readonly reading: PageReading;
  readonly anchor: CardAnchor;
}

/** The card's width in its design, at the usual size of text; narrow views take less. */
const usualWidth = 372;
/** Height until the card tells its own. */
const firstHeight = 220;
/** A card that has not told its size by then is shown as it is. */
const patience = 500;
const edge = 8;

/** The extension's own frame in a closed root: the page sees one empty element and can read nothing of the card. */
export const createCardFrame = ({
  document,
  home,
  address,
  signal,
  askKey,
  parse,
  receive,
}: FrameWiring): CardFrame => {
  const window = document.defaultView;
  const card = document.createElement('div');
  card.className = 'card unseen';
  card.popover = 'manual';
  const frame = document.createElement('iframe');
  frame.title = 'Sidelight';
  // A page may refuse to frame anything else of another origin, or have each such frame reported to it. We keep nothing there.
  frame.setAttribute('credentialless', '');
  card.append(frame);

  /** Tokens are counted anew on each page. */
  const life = Math.random().toString(36).slice(2);
  let wanted: Wanted | null = null;
  /** The reading that the frame has: a long page's is long. */
  let told: PageReading | null = null;
  /** As the card that is wanted has told it; null until then. */
  let height: number | null = null;
  /** It is not only staged. */
  let isMeant = false;
  let placement: Placement | null = null;
  const focusPlace = createFocusPlace(document, frame);
  let timer = 0;
  let cardWidth = usualWidth;

  const sendOf = (reading: PageReading, message: ToFrame): void => {
    if (reading !== told) send({ type: 'reading', reading });
    told = port.isOpen() ? reading : null;
    send(message);
  };

  const sendShow = ({ message, reading }: Wanted): void =>
    sendOf(reading, { ...message, drafts: `${life} ${message.token}` });

  const view = (): Size => viewOf(document);
  const settle = (next: Placement): void => {
    placement = next;
    card.style.left = `${next.left - bleed}px`;
    card.style.top = `${next.top - bleed}px`;
    card.style.width = `${next.width + 2 * bleed}px`;
    card.style.height = `${next.height + 2 * bleed}px`;
    card.style.clipPath = clips[next.side];
    card.style.zoom = String(1 / home.zoom());
  };

  const place = ({ boxes, direction }: CardAnchor): void =>
    settle(
      placeCard({
        mark: boxes,
        card: { width: cardWidth, height: height ?? firstHeight },
        view: view(),
        direction,
      }),
    );

  /** Whether the page may learn of what changes now: a card is open, or it cannot learn of one that is not. */
  const mayChange = (): boolean => isMeant || !home.isTold;

  /** An open card grows and shrinks away from its mark; only the first size chooses the side. */
  const resize = (told: number): void => {
    if (!placement || !wanted) return;
    height = told;
    if (card.classList.contains('unseen')) {
      if (mayChange()) place(wanted.anchor);
      if (isMeant) reveal();
    } else if (placement.side === 'above') {
      const bottom = placement.top + placement.height;
      const top = Math.max(edge, bottom - height);
      settle({ ...placement, top, height: bottom - top });
    } else {
      settle({ ...placement, height: Math.min(height, Math.max(80, view().height - edge - placement.top)) });
    }
  };

  const reveal = (): void => {
    window?.clearTimeout(timer);
    card.classList.remove('unseen');
    send({ type: 'seen' });
    if (!wanted?.message.takeFocus) return;
    frame.focus();
    // What is inside a frame cannot take the focus before the frame is seen.
    send({ type: 'focus' });
  };

  const begin = (): void => {
    // What was taken out of the page and hung anew has closed meanwhile.
    if ((wanted || home.isTold) && !card.matches(':popover-open')) raise();
    if (!wanted) return;
    sendShow(wanted);
    if (!card.classList.contains('unseen')) send({ type: 'seen' });
  };

  const hear = (message: FromFrame): void => {
    if (message.type === 'ready') begin();
    else if (message.type !== 'size') receive(message);
    else if (wanted?.message.token === message.token) resize(message.height);
  };

  const port = createFramePort({ frame, origin: address.origin, signal, askKey, parse, receive: hear });
  const { send } = port;
  const connect = (): void => {
    told = null;
    void port.open();
  };

  const raise = (): void => {
    home.hang(card);
    if (isMeant) home.follow();
    // The page would be told that the pointer crosses a mark.
    else if (!home.isLaidOut()) return;
    if (card.matches(':popover-open')) card.hidePopover();
    card.showPopover();
  };

  /** A card that may not change until it is opened is laid out all the same, so that it is ready then. */
  const hang = (): void => {
    home.hang(card);
    if (!home.isTold) return;
    settle({ left: 0, top: 0, width: cardWidth, height: firstHeight, side: 'over' });
    raise();
  };

  const warm = (): void => {
    if (!card.isConnected && !signal.aborted) hang();
  };

  const dress = ({ message, anchor }: Wanted): void => {
    const { theme } = message.settings;
    const palette = theme === 'auto' ? anchor.palette : theme;
    card.className = palette === 'dark' ? 'card dark unseen' : 'card unseen';
    // Embedded pages take the scheme of their frame: the card is dark where the page is, and its canvas clear.
    frame.style.colorScheme = palette;
    place(anchor);
    raise();
  };

  const stage = (message: Show, reading: PageReading, anchor: CardAnchor): void => {
    warm();
    wanted = { message, reading, anchor };
    height = null;
    isMeant = false;
    cardWidth = (usualWidth * message.settings.textSize) / 100;
    if (mayChange()) dress(wanted);
    sendShow(wanted);
  };

  const hide = (): void => {
    window?.clearTimeout(timer);
    if (!wanted) return;
    wanted = null;
    height = null;
    send({ type: 'hide' });
    if (!mayChange()) return;
    isMeant = false;
    placement = null;
    focusPlace.close();
    card.classList.add('unseen');
    if (card.matches(':popover-open')) card.hidePopover();
    if (home.isTold) hang();
  };

  const load = createLoader(frame, address.url, signal);
  frame.addEventListener('load', () => (frame.contentDocument?.URL === 'about:blank' ? load() : connect()), {
    signal,
  });
  for (const inside of [true, false]) {
    const type = inside ? 'pointerenter' : 'pointerleave';
    card.addEventListener(type, ({ isTrusted }) => isTrusted && receive({ type: 'pointer', inside }), { signal });
  }
  // A page brought back from the browser's cache has lost the other end of the port.
  window?.addEventListener(
    'pageshow',
    ({ isTrusted, persisted }) => isTrusted && persisted && card.isConnected && connect(),
    { signal },
  );
  watchTop(document, signal, () => wanted && mayChange() && raise());
  signal.addEventListener('abort', () => {
    window?.clearTimeout(timer);
    home.take(card);
  });

  return {
    warm,
    prepare: (subject, reading) => sendOf(reading, { type: 'prepare', subject }),
    stage,
    show: (message, reading, anchor) => {
      if (message.takeFocus && !isMeant) focusPlace.note();
      if (wanted?.message.token === message.token) wanted = { message, reading, anchor };
      else stage(message, reading, anchor);
      const isBare = !mayChange();
      isMeant = true;
      if (isBare) dress({ message, reading, anchor });
      else if (home.follow() || !card.matches(':popover-open')) raise();
      place(anchor);
      window?.clearTimeout(timer);
      if (height === null) timer = window?.setTimeout(reveal, patience) ?? 0;
      else reveal();
    },
    hide,
    rest: () => {
      if (wanted || !card.isConnected) return;
      port.close();
      told = null;
      home.rest(card);
    },
    enter: () => {
      if (!isMeant) return;
      focusPlace.enter();
      send({ type: 'focus' });
    },
    leave: focusPlace.leave,
    storeChanged: () => send({ type: 'storeChanged' }),
    drag: (dx, dy) => {
      if (!placement) return;
      const { width, height } = view();
      const left = Math.max(edge - placement.width / 2, Math.min(width - placement.width / 2, placement.left + dx));
      const top = Math.max(0, Math.min(height - 40, placement.top + dy));
      settle({ ...placement, left, top, side: 'over' });
    },
    box: () => {
      if (!placement || card.classList.contains('unseen')) return null;
      const { left, top, width, height } = placement;
      return { left, top, right: left + width, bottom: top + height };
    },
  };
};
