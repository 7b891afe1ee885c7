import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../../lib/message/send.ts';
import type { SyncedStore } from '../../lib/model/sync.ts';

const lookEvery = 2_000;

/** Every store as the background knows it, while the popup is open. */
export function useSyncStatus(): readonly SyncedStore[] {
  const [stores, setStores] = useState<readonly SyncedStore[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await askBackground('syncStatus', {});
      if (answer.ok) setStores(answer.value);
    };
    void look();
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, []);
  return stores;
}
