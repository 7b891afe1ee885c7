// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { type Place, placeAddress, placeOf } from '../../components/library/address.ts';
import { words } from '../../lib/i18n/words.ts';
import { byName, press, show, textOf } from '../components/render.tsx';

const asked = vi.hoisted((): string[] => []);
vi.mock('../../lib/message/send.ts', () => ({
  askBackground: async (type: string, { name }: { readonly name: string }) => {
    asked.push(`${type} ${name}`);
    return { ok: true, value: { ok: false, failure: { code: 'NothingFound', host: 'en.wikipedia.org' } } };
  },
}));
vi.mock('../../lib/platform/permissions.ts', () => ({ requestOrigins: async () => true }));
vi.mock('../../lib/platform/settings.ts', () => ({
  readSettings: async () => ({
    lookUp: { wikipedia: 'https://en.wikipedia.org', wikidata: 'https://www.wikidata.org' },
  }),
}));

const { LookUpPlace } = await import('../../entrypoints/library/LookUpPlace.tsx');

const open = async (hash: string): Promise<void> => {
  history.replaceState(null, '', hash);
  const place = placeOf(hash);
  if (place.at !== 'look-up' && place.at !== 'name') throw new Error(place.at);
  await show(<LookUpPlace key={hash} place={place} onKept={() => undefined} onGo={() => undefined} />);
};
const there: Place = { at: 'look-up', name: 'Orla & Co', id: null };

beforeEach(() => {
  asked.length = 0;
});

test('a name that nobody pressed “Look up” for is sent nowhere before they do', async () => {
  await open(placeAddress({ ...there, at: 'name' }));
  expect(textOf(document.body)).toContain(words.lookUp.askWhy);
  expect(asked).toEqual([]);
  await press(byName('button', words.lookUp.do));
  await vi.waitFor(() => expect(asked).toEqual(['lookUp Orla & Co']));
});

test('what was asked by a press is not asked again by coming back to its address', async () => {
  await open(placeAddress(there));
  await vi.waitFor(() => expect(asked).toEqual(['lookUp Orla & Co']));
  await open(location.hash);
  expect(textOf(document.body)).toContain(words.lookUp.title({ name: 'Orla & Co' }));
  expect(asked).toHaveLength(1);
});

test('what came out of a private window stays out of the address', async () => {
  const place = { at: 'look-up', name: 'Orla', id: null } as const;
  history.replaceState(null, '', '#/handed/1');
  await show(<LookUpPlace key="handed" place={place} onKept={() => undefined} onGo={() => undefined} />);
  await vi.waitFor(() => expect(asked).toEqual(['lookUp Orla']));
  expect(location.hash).toBe('#/handed/1');
});
