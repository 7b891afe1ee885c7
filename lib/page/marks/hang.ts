import type { Host } from '../host/host.ts';

/** The host is not hung again sooner than this; milliseconds. */
const restsFor = 120;
/** A page that takes it away within this time has it back twice as late each time: to hang it and to paint costs much. */
const soon = 400;
const longest = 64_000;

export interface Hanging {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** It hangs, also again: what carries it now, null where nothing can. */
  readonly hung: (home: Element | null) => void;
}

export interface Hanger {
  readonly hang: (container: Element) => void;
  /** Hangs the host where it was, if it is away: now, or once it may. False until then. */
  readonly again: () => boolean;
}

/**
 * Hangs the host into a container, and again where the page writes its text anew over it: before anybody sees it gone,
 * unless page and host would fight.
 */
export const createHanger = ({ host, signal, hung }: Hanging): Hanger => {
  let container: Element | undefined;
  let hungAt = 0;
  let rests = restsFor;
  let timer = 0;
  const hang = (next: Element): void => {
    container = next;
    const home = host.settle(next);
    watch.disconnect();
    if (home) watch.observe(home, { childList: true });
    hung(home);
  };
  const rehang = (): void => {
    timer = 0;
    if (!container || host.isSettled()) return;
    hungAt = Date.now();
    hang(container);
  };
  const again = (): boolean => {
    if (!container || host.isSettled()) return true;
    if (timer) return false;
    const hungFor = Date.now() - hungAt;
    rests = hungFor < Math.max(soon, rests / 2) ? Math.min(longest, 2 * rests) : restsFor;
    if (hungFor >= rests) rehang();
    else timer = setTimeout(rehang, rests - hungFor) as unknown as number;
    return !timer;
  };
  const watch = new MutationObserver(again);
  signal.addEventListener('abort', () => {
    watch.disconnect();
    clearTimeout(timer);
  });
  return { hang, again };
};
