import { useEffect } from 'preact/hooks';

/** Calls back whenever the reader comes back to the page: cards, other tabs and readings change the store too. */
export const useFocus = (come: () => void): void => {
  useEffect(() => {
    window.addEventListener('focus', come);
    return () => window.removeEventListener('focus', come);
  }, [come]);
};
