import { describe, expect, test } from 'vitest';
import type { Asking } from '../../lib/lookup/ask.ts';
import { findCandidates } from '../../lib/lookup/candidates.ts';
import { placeOf } from '../../lib/model/look-up.ts';
import { askSummary } from '../../lib/lookup/summary.ts';

/** MediaWikis that are set up otherwise than Wikimedia's. */
const places = { wikipedia: 'https://wiki.example', wikidata: 'https://base.example' };
const page = { title: 'Mara Oduya', index: 1, description: 'mayor', extract: 'Mara Oduya is a mayor.\nMore.' };
const found = JSON.stringify({ query: { pages: [page] } });

/** A wiki with its API at one place, and `elsewhere` at all others. */
function wikiAt(api: string, elsewhere: () => Response): { asking: Asking; asked: string[] } {
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    const { host, pathname } = new URL(url);
    asked.push(host + pathname);
    return Promise.resolve(host === 'wiki.example' && pathname === api ? new Response(found) : elsewhere());
  };
  return { asking: { fetch, isOnline: () => true, signal: new AbortController().signal }, asked };
}
const nothing = (): Response => new Response('<html>no such page</html>', { status: 404 });

describe('a wiki that has its API', () => {
  test.each(['/w/api.php', '/api.php', '/mediawiki/api.php', '/wiki/api.php'])('at %s', async (api) => {
    const { asking } = wikiAt(api, nothing);
    expect(await findCandidates(asking, places, 'Oduya')).toMatchObject({ ok: true, value: [{ title: 'Mara Oduya' }] });
    expect(await askSummary(asking, places, 'Mara Oduya')).toMatchObject({
      ok: true,
      value: { extract: 'Mara Oduya is a mayor.', source: { publisher: 'wiki.example', licence: '' } },
    });
  });

  test('in a folder that the reader named, where it is asked at once', async () => {
    const { asking, asked } = wikiAt('/kb/api.php', nothing);
    const own = { ...places, wikipedia: 'https://wiki.example/kb' };
    expect(await findCandidates(asking, own, 'Oduya')).toMatchObject({ ok: true, value: [{ title: 'Mara Oduya' }] });
    expect(asked[0]).toBe('wiki.example/kb/api.php');
    expect(await askSummary(asking, own, 'Mara Oduya')).toMatchObject({
      ok: true,
      value: { source: { url: 'https://wiki.example/kb/index.php?title=Mara_Oduya' } },
    });
  });

  test('at a usual place, whatever folder the reader named', async () => {
    const { asking } = wikiAt('/api.php', nothing);
    const own = { ...places, wikipedia: 'https://wiki.example/kb' };
    expect(await findCandidates(asking, own, 'Oduya')).toMatchObject({ ok: true, value: [{ title: 'Mara Oduya' }] });
  });

  test('nowhere is told as not there', async () => {
    const { asking } = wikiAt('/none', nothing);
    expect(await findCandidates(asking, places, 'Oduya')).toMatchObject({
      ok: false,
      failure: { code: 'ServerRefused', status: 404 },
    });
  });

  test('and refuses is asked once', async () => {
    const { asking, asked } = wikiAt('/api.php', () => new Response(null, { status: 403 }));
    await findCandidates(asking, places, 'Oduya');
    expect(asked).toEqual(['wiki.example/w/api.php', 'base.example/w/api.php']);
  });
});

test('a wiki that answers to what it lacks with a page of its own', async () => {
  const { asking } = wikiAt('/w/api.php', () => new Response('<html>Perhaps you meant</html>'));
  expect(await askSummary(asking, places, 'Mara Oduya')).toMatchObject({ ok: true, value: { title: 'Mara Oduya' } });
});

test.each([
  ['https://de.wikipedia.org/', 'https://de.wikipedia.org'],
  ['https://de.wikipedia.org/wiki/Wien?x=1#y', 'https://de.wikipedia.org'],
  ['https://wiki.example/Main_Page', 'https://wiki.example'],
  ['https://wiki.example/title/Main_Page', 'https://wiki.example'],
  ['https://base.example/w/rest.php/wikibase/v1/entities/items/Q1', 'https://base.example'],
  ['https://base.example/w/rest.php/wikibase/v1', 'https://base.example'],
  ['https://base.example/api.php?action=query', 'https://base.example'],
  ['http://intranet.example:8080/kb/api.php', 'http://intranet.example:8080/kb'],
  ['https://intranet.example/kb/index.php/Main_Page', 'https://intranet.example/kb'],
  ['https://intranet.example/~desk/kb/index.php?title=Main', 'https://intranet.example/~desk/kb'],
  ['https://intranet.example/kb/', 'https://intranet.example/kb'],
])('the address %s is of the wiki %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
