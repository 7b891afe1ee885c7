/** Reports how far the pointer moves, in CSS pixels of the screen, while the head of a card is held. */
export const dragFrom = (down: PointerEvent, onMove: (dx: number, dy: number) => void): void => {
  const head = down.currentTarget;
  if (!(head instanceof HTMLElement) || down.button !== 0) return;
  if (down.target instanceof Element && down.target.closest('button, a') !== null) return;
  head.setPointerCapture(down.pointerId);
  const held = new AbortController();
  let last = down;
  // The frame moves under the pointer, so that only the screen's own coordinates stay put.
  head.addEventListener(
    'pointermove',
    (move) => {
      onMove(move.screenX - last.screenX, move.screenY - last.screenY);
      last = move;
    },
    { signal: held.signal },
  );
  const release = () => held.abort();
  head.addEventListener('pointerup', release, { signal: held.signal });
  head.addEventListener('pointercancel', release, { signal: held.signal });
};
