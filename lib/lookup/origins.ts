import type { LookUpPlaces } from '../model/look-up.ts';

/** Origins that a look-up asks, as match patterns for the browser's permission. */
export const originsOf = (places: LookUpPlaces): readonly string[] => {
  const own = [places.wikipedia, places.wikidata].flatMap((place) => (URL.canParse(place) ? [new URL(place)] : []));
  // Wikimedia's wikis keep their pictures on a host of their own.
  const pictures = own.some(({ hostname }) => /\.wiki(?:pedia|data|media)\.org$/u.test(hostname))
    ? ['https://upload.wikimedia.org/*']
    : [];
  return [...new Set([...own.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`), ...pictures])];
};
