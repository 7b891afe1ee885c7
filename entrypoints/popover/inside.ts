import type { FromFrame } from '../../lib/message/protocol.ts';

export const focusCard = (): void => document.querySelector<HTMLElement>('.card')?.focus();

const reached = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]';

/** Whether Tab, or with Shift held, leads out of the card from where the keyboard is. */
function isAtEnd(isBack: boolean): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(reached)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }),
  );
  const at = document.activeElement;
  return at === (isBack ? stops[0] : stops.at(-1)) || (isBack && at?.matches('.card') === true);
}

/** Tells whether the pointer is within the card's frame, and when Escape is pressed there or Tab leads out. */
export const watchInside = (tell: (message: FromFrame) => void, signal: AbortSignal): void => {
  const root = document.documentElement;
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') tell({ type: 'close' });
      if (event.key !== 'Tab' || !isAtEnd(event.shiftKey)) return;
      // The browser itself would go on at the end of the page, or in its own bars.
      event.preventDefault();
      tell({ type: 'leave' });
    },
    { signal },
  );
  root.addEventListener('pointerenter', () => tell({ type: 'pointer', inside: true }), { signal });
  root.addEventListener('pointerleave', () => tell({ type: 'pointer', inside: false }), { signal });
};
