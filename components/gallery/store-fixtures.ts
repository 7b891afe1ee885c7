import type { RememberedPages } from '../../lib/model/memory.ts';

const readOn = Date.UTC(2031, 1, 11, 6, 2);

export const remembered: RememberedPages = {
  total: 31,
  pages: [
    {
      title: 'Minister rules out sale of river dams',
      publisher: 'The Meridian Post',
      url: 'https://meridian.example/2031/dams',
      at: 0,
      claims: 6,
    },
    {
      title: 'What the dams are worth, and to whom',
      publisher: 'Grid Weekly',
      url: 'https://grid.example/worth',
      at: 0.2,
      claims: 14,
    },
    { title: 'A page without an address', publisher: null, url: null, at: 27, claims: 1 },
  ].map(({ at, ...page }) => ({ ...page, firstReadAt: readOn - at * 3_600_000, readAt: readOn - at * 3_600_000 })),
};

export const counts = {
  entities: 4612,
  facts: 11_204,
  claims: 88,
  sources: 31,
  packs: [
    { title: 'People and places of the world', version: '2031.1.2', entities: 4500 },
    { title: 'First steps', version: '2031.1.0', entities: 112 },
  ],
};
