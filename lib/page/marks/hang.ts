import type { Host } from '../host/host.ts';

/** A page that takes the host away again and again has it back at once no sooner than this; milliseconds. */
const restsFor = 1_000;

export interface Hanging {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** What carries the host now; null where nothing can. */
  readonly hung: (home: Element | null) => void;
}

/**
 * Hangs the host into a container, and again where the page writes its text anew over it: before anybody sees it gone,
 * unless page and host would fight.
 */
export const createHanger = ({ host, signal, hung }: Hanging): ((container: Element) => void) => {
  let container: Element | undefined;
  let hungAt = 0;
  const watch = new MutationObserver(() => {
    const now = Date.now();
    if (!container || host.isSettled() || now - hungAt < restsFor) return;
    hungAt = now;
    hang(container);
  });
  const hang = (next: Element): void => {
    container = next;
    const home = host.settle(next);
    watch.disconnect();
    if (home) watch.observe(home, { childList: true });
    hung(home);
  };
  signal.addEventListener('abort', () => watch.disconnect());
  return hang;
};
