import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../components/library/DataPage.tsx';
import { importFailureWords } from '../../components/library/import-words.ts';
import type { Settlement } from '../../lib/model/exchange.ts';
import type { IncomingRows, Store } from '../../lib/store/store.ts';
import { wordsOfError, wordsOfWriting } from './failure.ts';

interface IncomingFile {
  readonly content: Blob;
  readonly name: string;
  /** Whose content stays unless the reader says otherwise. */
  readonly usual: Settlement['usual'];
}

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
  /** Reading is half of it, comparing the other half. */
  const sharing = (signal: AbortSignal, from: number) => ({
    signal,
    onProgress: (done: number, total: number): void => {
      if (!signal.aborted) setIncoming({ at: 'reading', share: from + done / Math.max(1, total) / 2 });
    },
  });
  const open = async (from: Store, file: IncomingFile, signal: AbortSignal) => {
    const found = await from.readFile(file.content, file.name, sharing(signal, 0));
    if (!found.ok) return () => refuse(importFailureWords(found.failure));
    const preview = await from.previewImport(found.value, sharing(signal, 0.5));
    return () => {
      setRows(found.value);
      setIncoming({ at: 'preview', preview, usual: file.usual });
    };
  };
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
      setIncoming({ at: 'reading', share: 0 });
      const show = await open(store, file, signal).catch((error: unknown) => () => refuse(wordsOfError(error)));
      if (!signal.aborted) show();
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
