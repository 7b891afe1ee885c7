import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Place } from '../../components/library/address.ts';
import type { Filter } from '../../components/library/EntityList.tsx';
import { loading, type Remote } from '../../components/remote.ts';
import type { BrowsePage } from '../../lib/model/library.ts';
import type { Store } from '../../lib/store/store.ts';
import { wordsOfError } from './failure.ts';

/** Rows of one page of the list. */
const pageSize = 60;

interface Browsing {
  readonly filter: Filter;
  readonly found: Remote<BrowsePage>;
  readonly change: (patch: Partial<Filter>) => void;
  readonly more: () => void;
}

/** Beside a look-up stands what the store has of the name. */
const firstFor = (place: Place): Filter => ({
  query: (place.at === 'look-up' || place.at === 'name') && place.id === null ? place.name : '',
  type: null,
  from: 'all',
  order: 'prominence',
});

/**
 * The list as its filter says, asked anew at each change of the store (`revision`); late answers fall away. `place` is where
 * the library was opened.
 */
export const useBrowse = (store: Store | null, revision: number, place: Place): Browsing => {
  const [filter, setFilter] = useState(() => firstFor(place));
  const [pages, setPages] = useState(1);
  const [found, setFound] = useState<Remote<BrowsePage>>(loading);
  useEffect(() => {
    if (store === null) return;
    let late = false;
    store.browse({ ...filter, offset: 0, limit: pages * pageSize }).then(
      (value) => late || setFound({ state: 'ready', value }),
      (error: unknown) => late || setFound({ state: 'failed', why: wordsOfError(error) }),
    );
    return () => {
      late = true;
    };
  }, [store, filter, pages, revision]);
  const change = useCallback((patch: Partial<Filter>) => {
    setPages(1);
    setFilter((before) => ({ ...before, ...patch }));
  }, []);
  const more = useCallback(() => setPages((before) => before + 1), []);
  return { filter, found, change, more };
};
