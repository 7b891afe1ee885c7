import type { FromFrame } from '../../lib/message/protocol.ts';

export const focusCard = (): void => document.querySelector<HTMLElement>('.card')?.focus();

/** Tells whether the pointer is within the card's frame, and when Escape is pressed there. */
export const watchInside = (tell: (message: FromFrame) => void, signal: AbortSignal): void => {
  const root = document.documentElement;
  root.addEventListener('keydown', ({ key }) => key === 'Escape' && tell({ type: 'close' }), { signal });
  root.addEventListener('pointerenter', () => tell({ type: 'pointer', inside: true }), { signal });
  root.addEventListener('pointerleave', () => tell({ type: 'pointer', inside: false }), { signal });
};
