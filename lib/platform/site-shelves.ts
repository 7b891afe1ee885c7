/**
 * Lists of sites that are too long for the one item in which browsers sync the settings lie on shelves: further items,
 * each with the sites whose names lead there. Which shelf a site lies on never changes, so that of two devices that
 * write at once none tears the other's list.
 */
import * as v from 'valibot';
import type { Settings } from '../model/settings.ts';
import { charactersOf } from '../model/sites.ts';

type Lists = Pick<Settings, 'sitesOn' | 'sitesOff' | 'memorySitesOff'>;
type Shelf = Record<keyof Lists, string[]>;

/** Browsers sync 8192 bytes an item and 102,400 in all: a dozen shelves hold the longest lists, half full. */
const shelves = 12;
const keyOf = (shelf: number): string => `sites-${shelf}`;
const keys: readonly string[] = Array.from({ length: shelves }, (_, shelf) => keyOf(shelf));

/** Characters of lists that still lie with the settings themselves. */
const longest = 6_000;

const list = v.fallback(v.array(v.string()), () => []);
const shelfSchema = v.object({ sitesOn: list, sitesOff: list, memorySitesOff: list });

/** FNV-1a: spreads names that begin alike. */
const shelfOf = (site: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < site.length; at += 1) hash = Math.imul(hash ^ site.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % shelves;
};

/** What is stored in the browser's synced area: the settings' own item and whatever lies beside it. */
export type Items = Readonly<Record<string, unknown>>;

export const isShelf = (key: string): boolean => keys.includes(key);

const joined = (own: readonly string[], shelved: readonly (readonly string[])[]): readonly string[] =>
  shelved.length === 0 ? own : [...new Set([...own, ...shelved.flat()])].toSorted();

/** The settings with what lies on shelves. */
export const fromShelves = (settings: Settings, items: Items): Settings => {
  const found = keys.flatMap((key) => {
    const shelf = v.safeParse(shelfSchema, items[key]);
    return shelf.success ? [shelf.output] : [];
  });
  const listOf = (name: keyof Lists): readonly string[] =>
    joined(
      settings[name],
      found.map((shelf) => shelf[name]).filter(({ length }) => length > 0),
    );
  return {
    ...settings,
    sitesOn: listOf('sitesOn'),
    sitesOff: listOf('sitesOff'),
    memorySitesOff: listOf('memorySitesOff'),
  };
};

/** What is to be stored, all at once; shelves that are no longer needed become empty. */
export const toShelves = (settings: Settings, before: Items): { readonly own: Settings; readonly shelved: Items } => {
  const { sitesOn, sitesOff, memorySitesOff } = settings;
  const lists: Lists = { sitesOn, sitesOff, memorySitesOff };
  if (charactersOf(Object.values(lists)) <= longest) {
    const emptied = keys.filter((key) => before[key] !== undefined && before[key] !== null);
    return { own: settings, shelved: Object.fromEntries(emptied.map((key) => [key, null])) };
  }
  const filled: Shelf[] = keys.map(() => ({ sitesOn: [], sitesOff: [], memorySitesOff: [] }));
  for (const [name, sites] of Object.entries(lists) as [keyof Lists, readonly string[]][])
    for (const site of sites) filled[shelfOf(site)]?.[name].push(site);
  return {
    own: { ...settings, sitesOn: [], sitesOff: [], memorySitesOff: [] },
    shelved: Object.fromEntries(filled.map((shelf, at) => [keyOf(at), shelf])),
  };
};
