import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../components/library/address.ts';

/** The form for a new entry: it stands in the place of an open one, and gives way to whatever is opened. */
export const useCreating = (place: Place, go: (place: Place) => void) => {
  const [wanted, setWanted] = useState(false);
  const isElsewhere = place.at !== 'names';
  useEffect(() => {
    if (isElsewhere) setWanted(false);
  }, [isElsewhere]);
  return {
    creating: wanted && !isElsewhere,
    onCreate: (): void => {
      go({ at: 'names' });
      setWanted(true);
    },
    onCreated: (): void => setWanted(false),
  };
};
