import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../components/library/DataPage.tsx';
import type { Settlement } from '../../lib/model/exchange.ts';
import type { IncomingRows, Store } from '../../lib/store/store.ts';
import { wordsOfWriting } from './failure.ts';
import { type IncomingFile, openIncoming } from './open-incoming.ts';

interface Taking {
  readonly settlement: Settlement;
  /** What comes before the first row is written. */
  readonly prepare: () => Promise<unknown>;
}

/** How a file was taken in: records that were written, or null where the reader stopped it. */
type Ended = (count: number | null) => void;

/** A file on its way into the store: of two that are read at once the later counts, and what is shown is what goes in. */
export const useIncoming = (store: Store | null, onEnd: Ended) => {
  const [incoming, setIncoming] = useState<Incoming>({ at: 'none' });
  const [rows, setRows] = useState<IncomingRows | null>(null);
  const underWay = useRef(new AbortController());
  const begin = (): AbortSignal => {
    underWay.current.abort();
    underWay.current = new AbortController();
    return underWay.current.signal;
  };
  const refuse = (why: string): void => setIncoming({ at: 'refused', why });
  const isReading = incoming.at === 'reading';
  useEffect(() => {
    const { current } = underWay;
    // What goes in goes on without this page of the library; what is only read is left.
    return () => {
      if (isReading) current.abort();
    };
  }, [isReading]);
  return {
    incoming,
    refuse,
    read: async (file: IncomingFile): Promise<void> => {
      if (store === null) return;
      const signal = begin();
      const onShare = (share: number): void => setIncoming({ at: 'reading', share });
      onShare(0);
      const opened = await openIncoming(store, file, { signal, onShare });
      if (signal.aborted) return;
      setRows(opened.rows);
      setIncoming(opened.incoming);
    },
    take: async ({ settlement, prepare }: Taking): Promise<void> => {
      if (store === null || rows === null) return;
      const signal = begin();
      const onProgress = (done: number, total: number): void => {
        if (!signal.aborted) setIncoming({ at: 'taking', share: done / Math.max(1, total) });
      };
      // From here on nothing can be pressed twice.
      onProgress(0, 1);
      try {
        await prepare();
        signal.throwIfAborted();
        onEnd(await store.importRows(rows, settlement, { signal, onProgress }));
        setIncoming({ at: 'none' });
      } catch (error) {
        if (signal.aborted) onEnd(null);
        else refuse(await wordsOfWriting(error));
      }
    },
    leave: (): void => {
      underWay.current.abort();
      setIncoming({ at: 'none' });
    },
  };
};
