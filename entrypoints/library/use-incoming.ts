import { useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../components/library/DataPage.tsx';
import { importFailureWords } from '../../components/library/import-words.ts';
import type { IncomingRows, Store } from '../../lib/store/store.ts';
import { wordsOfError } from './failure.ts';

/** A file on its way into the store: of two that are read at once the later counts, and what is shown is what goes in. */
export const useIncoming = (store: Store | null) => {
  const [incoming, setIncoming] = useState<Incoming>({ at: 'none' });
  const [rows, setRows] = useState<IncomingRows | null>(null);
  const turns = useRef(0);
  const nextTurn = (): number => (turns.current += 1);
  const refuse = (why: string): void => setIncoming({ at: 'refused', why });
  const open = async (from: Store, file: Blob, name: string): Promise<() => void> => {
    const found = await from.readFile(file, name);
    if (!found.ok) return () => refuse(importFailureWords(found.failure));
    const preview = await from.previewImport(found.value);
    return () => {
      setRows(found.value);
      setIncoming({ at: 'preview', preview });
    };
  };
  return {
    incoming,
    rows,
    refuse,
    read: async (file: Blob, name: string): Promise<void> => {
      if (store === null) return;
      const turn = nextTurn();
      setIncoming({ at: 'reading' });
      const show = await open(store, file, name).catch((error: unknown) => () => refuse(wordsOfError(error)));
      if (turn === turns.current) show();
    },
    /** What is shown goes in: so many rows of it are behind it. */
    progress: (done: number, total: number): void => setIncoming({ at: 'taking', done, total }),
    leave: (): void => {
      nextTurn();
      setIncoming({ at: 'none' });
    },
  };
};
