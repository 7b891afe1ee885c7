/** Where the keyboard was on the page when it went into a card. */
export interface FocusPlace {
  /** Notes where it is now, unless a place is noted. */
  readonly note: () => void;
  /** Notes it, and goes into the card. */
  readonly enter: () => void;
  /** Leads back there; the card stays. */
  readonly leave: () => void;
  /** The same before the card is hidden, unless its reader has gone on elsewhere on the page meanwhile. */
  readonly close: () => void;
}

export const createFocusPlace = (document: Document, frame: HTMLElement): FocusPlace => {
  let place: Element | null = null;
  const leave = (): void => {
    if (place instanceof HTMLElement && place !== document.body && place.isConnected)
      place.focus({ preventScroll: true });
    else frame.blur();
    place = null;
  };
  const note = (): void => {
    place ??= document.activeElement;
  };
  return {
    note,
    enter: () => {
      note();
      frame.focus();
    },
    leave,
    close: () => {
      const { activeElement, body } = document;
      // A frame that has taken the focus by itself does not match `:focus` everywhere.
      const { activeElement: within } = frame.getRootNode() as Document | ShadowRoot;
      const isInside = within === frame || activeElement === null || activeElement === body;
      if (isInside) leave();
      place = null;
    },
  };
};
