import type { Placement } from './placement.ts';

/** Look of the card's own element: a clear window into the extension's frame, above everything of the page. */
export const frameSheet = `
:host { all: initial; pointer-events: none; }
.card {
  position: fixed; inset: auto; margin: 0; padding: 0; border: 0; overflow: hidden;
  background: transparent; pointer-events: auto; transition: opacity 90ms ease-out;
}
.card.unseen { opacity: 0; visibility: hidden; transition: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } }
`;

/** The frame's own clear margin around the card, where its shadow falls; the card's page has the same. */
export const bleed = 16;
/** So much of it may lie between card and mark without taking the pointer from the mark. */
const facing = 8;
const cut = bleed - facing;
/** On the side of the mark the margin is cut, also for the pointer. */
export const clips: Readonly<Record<Placement['side'], string>> = {
  below: `inset(${cut}px 0 0 0)`,
  above: `inset(0 0 ${cut}px 0)`,
  after: `inset(0 0 0 ${cut}px)`,
  before: `inset(0 ${cut}px 0 0)`,
  over: 'none',
};
