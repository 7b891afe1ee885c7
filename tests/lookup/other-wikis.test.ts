import { describe, expect, test } from 'vitest';
import type { Asking } from '../../lib/lookup/ask.ts';
import { findCandidates } from '../../lib/lookup/candidates.ts';
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
