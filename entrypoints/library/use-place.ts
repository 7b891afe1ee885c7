import { useCallback, useEffect, useState } from 'preact/hooks';
import { takeHanded } from './take-handed.ts';
import { type Place, placeAddress, placeOf } from '../../components/library/address.ts';

/** Who opens the list means to look for something. On a touch screen the field would call up the keys over the list. */
const beginInSearch = (): void => {
  if (!matchMedia('(pointer: coarse)').matches)
    document.querySelector<HTMLElement>('.library__list input[type="search"]')?.focus({ preventScroll: true });
};

/** `instead`: the browser's Back does not lead to where the reader was. */
export type HowToGo = 'onward' | 'instead';

type Go = (place: Place, how?: HowToGo) => void;

/** What the library shows, kept in the address, so that the browser's own Back leads back. */
export const usePlace = (): readonly [Place, Go] => {
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(location.hash));
    window.addEventListener('hashchange', follow);
    // What comes out of a private window stays out of the address.
    void takeHanded(location.hash).then((address) => address !== null && setPlace(placeOf(address)));
    if (place.at === 'names') beginInSearch();
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback<Go>((to, how = 'onward') => {
    const address = placeAddress(to);
    // What is chosen again stands there already: the keyboard is led to it all the same.
    if (address === location.hash) document.querySelector<HTMLElement>('.library__main h2')?.focus();
    else if (how === 'instead') location.replace(address);
    else location.hash = address;
  }, []);
  return [place, go];
};
