import { type Place, placeAddress } from '../../components/library/address.ts';
import type { EntityBrief } from '../../lib/model/card.ts';
import { handOver } from '../../lib/platform/handed-place.ts';
import { nativeBrowser, type Tabs } from '../../lib/platform/native.ts';
import { withStore } from './with-store.ts';

const libraryPage = (): string => nativeBrowser.runtime.getURL('library.html');

export const libraryAddress = (place: Place): string => libraryPage() + placeAddress(place);

/** Opens the library beside the tab that it was asked from. */
export async function openLibrary(place: Place, beside: Tabs.Tab | undefined): Promise<void> {
  const position = beside === undefined ? {} : { index: beside.index + 1 };
  const address = beside?.incognito === true ? await handOver(placeAddress(place)) : placeAddress(place);
  await nativeBrowser.tabs.create({ url: libraryPage() + address, ...position });
}

/** What the store has by a name, best first; nothing where it cannot be asked. */
export async function findByName(name: string): Promise<readonly EntityBrief[]> {
  const answer = await withStore((store) => store.search(name));
  return answer.ok ? answer.value : [];
}

const same = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

/** Entities whose main name it is. */
export const bearersOf = async (name: string): Promise<readonly EntityBrief[]> =>
  (await findByName(name)).filter((brief) => same(brief.name, name));

/** Where a name leads: to the one entity that bears it, else to where it is looked up, or can be. */
export async function placeOfName(name: string, at: 'look-up' | 'name'): Promise<Place> {
  const bearing = await bearersOf(name);
  const [only] = bearing;
  return only !== undefined && bearing.length === 1 ? { at: 'entity', id: only.id } : { at, name, id: null };
}
