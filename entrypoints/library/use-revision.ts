import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Toast } from '../../components/library/Library.tsx';
import { useFocus } from './use-focus.ts';

export interface Revision {
  /** Counts up with each change, so that what is shown is asked anew. */
  readonly revision: number;
  /** What was just done, for a while. */
  readonly toast: Toast | null;
  readonly touch: (toast: Toast | null) => void;
  readonly closeToast: () => void;
}

/** What was changed here, or elsewhere while the page was away. */
export const useRevision = (): Revision => {
  const [revision, setRevision] = useState(0);
  const [toast, setToast] = useState<Toast | null>(null);
  useFocus(() => setRevision((before) => before + 1));
  // What was said of one place is not of the next; what can still be undone stays to be.
  useEffect(() => {
    const leave = (): void => setToast((said) => (said?.undo === null ? null : said));
    window.addEventListener('hashchange', leave);
    return () => window.removeEventListener('hashchange', leave);
  }, []);
  const touch = useCallback((next: Toast | null) => {
    setToast(next);
    setRevision((before) => before + 1);
  }, []);
  const closeToast = useCallback(() => setToast(null), []);
  return { revision, toast, touch, closeToast };
};
