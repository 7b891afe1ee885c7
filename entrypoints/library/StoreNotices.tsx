import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/library/Notice.tsx';
import type { StoreNotice } from '../../lib/model/exchange.ts';
import { dropNotice, readNotice, watchNotice } from '../../lib/platform/backups.ts';
import { startAnew } from './start-anew.ts';

/** What the background has to tell of the store. */
export const StoreNotices = ({ revision }: { readonly revision: number }) => {
  const [notice, setNotice] = useState<StoreNotice | null>(null);
  useEffect(() => {
    void readNotice().then(setNotice);
  }, [revision]);
  // A store that is being filled again tells of it when it is full.
  useEffect(() => {
    const gone = new AbortController();
    watchNotice(setNotice, gone.signal);
    return () => gone.abort();
  }, []);
  if (notice === null) return null;
  const dismiss = (): void => void dropNotice().then(() => setNotice(null));
  return <Notice notice={notice} onDismiss={dismiss} onStartAnew={() => void startAnew().then(dismiss)} />;
};
