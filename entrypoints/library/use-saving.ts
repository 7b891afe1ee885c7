import { useRef, useState } from 'preact/hooks';
import type { Format, Saving } from '../../components/library/DataPage.tsx';
import { saveAs } from '../../lib/store/exchange/save-as.ts';
import type { Store } from '../../lib/store/store.ts';
import { fileName, saveFile } from './save-file.ts';

/** The store on its way out: how far that is; a second press takes the place of the first. */
export const useSaving = (store: Store | null, onFail: (error: unknown) => Promise<void>) => {
  const [saving, setSaving] = useState<Saving | null>(null);
  const underWay = useRef(new AbortController());
  const stop = (): void => {
    underWay.current.abort();
    setSaving(null);
  };
  const save = async (format: Format): Promise<void> => {
    if (store === null) return;
    stop();
    underWay.current = new AbortController();
    const { signal } = underWay.current;
    const show = (shown: Saving | null): void => {
      if (!signal.aborted) setSaving(shown);
    };
    show({ share: null });
    const onProgress = (done: number, total: number): void => show({ share: done / Math.max(1, total) });
    try {
      const { content, extension } = await saveAs(store, format, { signal, onProgress });
      if (!signal.aborted) saveFile(content, fileName('sidelight', extension));
    } catch (error) {
      if (!signal.aborted) await onFail(error);
    }
    show(null);
  };
  return { saving, onSave: (format: Format): void => void save(format), onStopSaving: stop };
};
