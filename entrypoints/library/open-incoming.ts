import type { Incoming } from '../../components/library/DataPage.tsx';
import { importFailureWords } from '../../components/library/import-words.ts';
import type { Settlement } from '../../lib/model/exchange.ts';
import { readFile } from '../../lib/store/exchange/read-file.ts';
import type { IncomingRows, Store } from '../../lib/store/store.ts';
import { words } from '../../lib/i18n/words.ts';
import { StoreError } from '../../lib/store/failures.ts';
import { wordsOfError } from './failure.ts';

export interface IncomingFile {
  readonly content: Blob;
  readonly name: string;
  /** Whose content stays unless the reader says otherwise. */
  readonly usual: Settlement['usual'];
}

interface Opening {
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
}

interface Opened {
  readonly rows: IncomingRows | null;
  readonly incoming: Incoming;
}

/** Reads a file, which is half of the work, and compares it with the store, which is the other half. */
export async function openIncoming(
  store: Store,
  { content, name, usual }: IncomingFile,
  { signal, onShare }: Opening,
): Promise<Opened> {
  const sharing = (from: number) => ({
    signal,
    onProgress: (done: number, total: number): void => {
      if (!signal.aborted) onShare(from + done / Math.max(1, total) / 2);
    },
  });
  const refuse = (why: string): Opened => ({ rows: null, incoming: { at: 'refused', why } });
  try {
    const found = await readFile(content, name, sharing(0));
    if (!found.ok) return refuse(importFailureWords(found.failure));
    const preview = await store.previewImport(found.value, sharing(0.5));
    return { rows: found.value, incoming: { at: 'preview', preview, usual } };
  } catch (error) {
    if (error instanceof StoreError) return refuse(wordsOfError(error));
    const { notAnExport, file } = words.data.refused;
    return refuse(notAnExport({ detail: file.unreadable }));
  }
}
