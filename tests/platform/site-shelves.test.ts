import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../lib/model/settings.ts';
import { mostCharacters } from '../../lib/model/sites.ts';
import { fromShelves, type Items, isShelf, toShelves } from '../../lib/platform/site-shelves.ts';

/** Of an item, in what browsers sync. */
const mostBytes = 8_192;
const mostInAll = 102_400;

const bytesOf = (key: string, value: unknown): number => key.length + JSON.stringify(value).length;
const manySites = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `the-daily-paper-${at}.example`).toSorted();

/** What lies in the synced area once settings have been stored over what was there. */
const stored = (settings: Settings, before: Items = {}): Items => {
  const { own, shelved } = toShelves(settings, before);
  return { ...before, ...shelved, settings: own };
};
const readBack = (items: Items): Settings => fromShelves(items['settings'] as Settings, items);

describe('lists of sites', () => {
  test('that are short lie with the settings', () => {
    const settings = { ...defaultSettings, sitesOff: ['b.example'], sitesOn: ['a.example'] };
    expect(stored(settings)).toEqual({ settings });
  });

  test('that are as long as they may be fit what browsers sync, and come back whole', () => {
    const count = Math.floor(mostCharacters / `the-daily-paper-1000.example\n`.length);
    expect(count).toBeGreaterThan(2_000);
    const settings = { ...defaultSettings, sitesOff: manySites(count) };
    const items = stored(settings);
    const sizes = Object.entries(items).map(([key, value]) => bytesOf(key, value));
    expect(Math.max(...sizes)).toBeLessThan(mostBytes);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostInAll);
    expect(readBack(items)).toEqual(settings);
  });

  test('that become short again leave nothing behind', () => {
    const long = stored({ ...defaultSettings, sitesOff: manySites(1_000) });
    const short = { ...defaultSettings, sitesOff: ['a.example'], memorySitesOff: ['b.example'] };
    expect(readBack(stored(short, long))).toEqual(short);
  });

  test('that two devices changed at once lose no site of what arrived later', () => {
    const sites = manySites(600);
    const before = stored({ ...defaultSettings, sitesOff: sites });
    const mine = stored({ ...defaultSettings, sitesOff: [...sites, 'mine.example'].toSorted() }, before);
    const theirs = stored({ ...defaultSettings, sitesOff: [...sites, 'theirs.example'].toSorted() }, before);
    const changed = Object.keys(theirs).filter(
      (key) => isShelf(key) && JSON.stringify(theirs[key]) !== JSON.stringify(before[key]),
    );
    expect(changed).toHaveLength(1);
    // Items are synced one by one: those that nobody else changed stay as they are here.
    const synced = { ...mine, ...Object.fromEntries(changed.map((key) => [key, theirs[key]])) };
    expect(readBack(synced).sitesOff).toEqual(expect.arrayContaining([...sites, 'theirs.example']));
  });

  test('come back as they were, whatever they are', () => {
    const list = fc.uniqueArray(
      fc.webUrl().map((url) => new URL(url).hostname),
      { maxLength: 600 },
    );
    fc.assert(
      fc.property(list, list, (on, off) => {
        const settings = { ...defaultSettings, sitesOn: on.toSorted(), sitesOff: off.toSorted() };
        expect(readBack(stored(settings))).toEqual(settings);
      }),
      { numRuns: 20 },
    );
  });

  test.each([null, 7, 'sites', { sitesOn: 7 }, { sitesOff: [1] }])('a shelf that holds %j is empty', (shelf) => {
    expect(fromShelves(defaultSettings, { 'sites-0': shelf })).toEqual(defaultSettings);
  });
});
