import { useEffect } from 'preact/hooks';
import type { PackOverview } from '../../lib/message/protocol.ts';

/** While packs may change without the page that shows them: how often it looks again. */
const lookEvery = 2_000;
/** What the disk has lost is put back soon after the browser's start, or not at all. */
const mostLooks = 15;

/** Whether the packs may change without the page that shows them: another page imports one, or what is lost is put back. */
export const changeByThemselves = ({ packs, unfinished }: PackOverview): boolean =>
  unfinished.length > 0 ||
  packs.some(({ isBuiltIn, lost }) => (isBuiltIn ? lost.length > 0 : lost.some((part) => part !== 'entries')));

/** Looks again for as long as the packs may change; null while this page itself is what changes them. */
export function useWatch(overview: PackOverview | null, look: () => Promise<void>): void {
  const isImportedElsewhere = (overview?.unfinished.length ?? 0) > 0;
  const waits = overview !== null && changeByThemselves(overview);
  useEffect(() => {
    if (!waits) return undefined;
    let looksLeft = isImportedElsewhere ? Number.POSITIVE_INFINITY : mostLooks;
    const timer = setInterval(() => {
      looksLeft -= 1;
      if (looksLeft < 1) clearInterval(timer);
      void look();
    }, lookEvery);
    return () => clearInterval(timer);
  }, [waits, isImportedElsewhere, look]);
}
