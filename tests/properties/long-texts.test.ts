import { expect, test } from 'vitest';
import { drawPortrait } from '../../scripts/stand-in/portrait.ts';
import { readStatement } from '../../lib/claim/compare/statement.ts';
import { hashText } from '../../lib/text/sketch.ts';
import { askPicture } from '../../lib/lookup/picture.ts';
import { findCandidates } from '../../lib/lookup/candidates.ts';
import { readForm } from '../../lib/recognise/cluster/forms.ts';
import { roleAmong } from '../../lib/recognise/roles/among.ts';
import { addressKey } from '../../lib/store/article-urls.ts';
import { failureOf } from '../../lib/sync/http.ts';
import { listFolder } from '../../lib/sync/webdav/dav.ts';

/** The letters that each step likes least, in a length in which the square of it would take many seconds. */
const length = 60_000;
const many = (piece: string): string => piece.repeat(Math.ceil(length / piece.length));

const picture = Uint8Array.from(drawPortrait());
const places = { wikipedia: 'https://en.wikipedia.org', wikidata: 'https://www.wikidata.org' };
const wiki = (answer: unknown) => ({
  fetch: (url: string) =>
    Promise.resolve(url.includes('upload.') ? new Response(picture) : new Response(JSON.stringify(answer))),
  isOnline: () => true,
  signal: new AbortController().signal,
});
const credited = (artist: string) =>
  wiki({
    query: {
      pages: [
        {
          title: 'File:A.jpg',
          imageinfo: [
            {
              thumburl: 'https://upload.wikimedia.org/a.jpg',
              descriptionurl: 'https://commons.wikimedia.org/a',
              extmetadata: { Artist: { value: artist }, LicenseShortName: { value: 'CC0' } },
            },
          ],
        },
      ],
    },
  });
const titled = (title: string) =>
  wiki({ query: { pages: [1, 2].map((index) => ({ title, index, description: '', pageprops: {} })) } });
const folder = (xml: string) => ({
  fetch: () => Promise.resolve(new Response(xml, { status: 207 })),
  url: 'https://cloud.example/dav',
  user: 'ada',
  password: 'secret',
});
const statement = (text: string) => readStatement({ text, quote: null, speaker: null, day: '2026-11-28' });
const role = (text: string) =>
  roleAmong(text, { start: 0, end: text.length, text } as never, [{ start: 0, end: 2, type: 'person' }]);

/** Milliseconds, the least of three. */
async function timeOf(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < 3; nth += 1) {
    const from = performance.now();
    await run();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

test.each<[what: string, run: () => unknown]>([
  ['an address of slashes', () => addressKey(`https://a.example/${many('/')}x`)],
  ['a claim of one word of capitals', () => statement(`${many('As')} and then`)],
  ['a claim of quotations that never close', () => statement('“ '.repeat(10_000))],
  ['a name of one word', () => readForm(`${many('a')} b-`)],
  ['a role of one word', () => role(`Al${many('a')}!`)],
  ['a title of spaces', () => findCandidates(titled(many(' ')), places, 'Ann')],
  ['a title of brackets', () => findCandidates(titled(`${many('(')}x`), places, 'Ann')],
  ['a credit of tags that never close', () => askPicture(credited(many('<a')), places, 'A.jpg')],
  [
    'a listing of addresses that never close',
    () => listFolder(folder(`<multistatus>${many('<href ')}</multistatus>`), '/a'),
  ],
  [
    'a listing of statuses that never close',
    () => listFolder(folder(`<multistatus>${many('<status ')}</multistatus>`), '/a'),
  ],
  [
    'a listing of properties that never close',
    () => listFolder(folder(`<multistatus>${many('<propstat>').repeat(3)}</multistatus>`), '/a'),
  ],
  ['a listing that ends and ends', () => listFolder(folder(many('<multistatus\n')), '/a')],
  [
    'an address of slashes in a listing',
    () => listFolder(folder(`<multistatus><href>${many('/')}x</href></multistatus>`), '/a'),
  ],
  [
    'a page that tells of an error',
    () => failureOf({ status: 500, headers: new Headers(), bytes: new TextEncoder().encode(many('<h1 ')) } as never),
  ],
])('%s takes no longer than to go through it a thousand times', async (_, run) => {
  const once = await timeOf(() => hashText(many('ab')));
  expect((await timeOf(run)) / once).toBeLessThan(1_000);
});
