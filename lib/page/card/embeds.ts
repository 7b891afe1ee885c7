/** A key that is pressed while an embed has the focus reaches the embed alone, also the one that closes cards. */
import { askBackground } from '../../message/send.ts';

/** The page itself: calls back when a card is open while the focus is, or goes, in a frame of the page's. */
export const watchEmbeds = (
  document: Document,
  signal: AbortSignal,
  { isOpen, ask }: { readonly isOpen: () => boolean; readonly ask: () => void },
): { readonly opened: () => void } => {
  const look = (): void => {
    if (document.activeElement instanceof HTMLIFrameElement && isOpen()) ask();
  };
  // The frame has the focus only once the page has lost it.
  document.defaultView?.addEventListener('blur', () => void setTimeout(look), { signal });
  return { opened: look };
};

const heard = Symbol.for('sidelight.escape');

/** In an embed: tells of Escape for as long as a card is open that it may close. The embed has its key all the same. */
export const hearEscape = (window: Window): void => {
  const shared = window as unknown as Record<symbol, unknown>;
  if (window.top === window || !/^(?:https?|about|blob|data):$/.test(window.location.protocol) || shared[heard]) return;
  shared[heard] = true;
  const life = new AbortController();
  window.addEventListener(
    'keydown',
    ({ isTrusted, key }) => {
      if (!isTrusted || key !== 'Escape') return;
      void askBackground('escapeInEmbed', {}).then((answer) => {
        if (answer.ok && answer.value.found) return;
        shared[heard] = false;
        life.abort();
      });
    },
    { signal: life.signal, passive: true, capture: true },
  );
};
