import { describe, expect, test } from 'vitest';
import { addressesOf, pageMemoryView } from '../../components/memory/page-memory.ts';
import type { RememberedPage } from '../../lib/model/memory.ts';
import type { Settings } from '../../lib/model/settings.ts';

const address = 'https://post.example/bridge';
const page: RememberedPage = { url: address, title: 'A bridge', publisher: null, firstReadAt: 1, readAt: 2, claims: 3 };
const left = ['post.example'];

interface Given {
  readonly settings?: Partial<Settings>;
  readonly kept?: RememberedPage;
  readonly asking?: true;
  readonly isPrivate?: boolean;
  readonly article?: Article;
}

type Article = NonNullable<Parameters<typeof addressesOf>[0]>;

/** As one that hangs below another may be. */
const withoutAddress: Article = { url: null, canonicalUrl: null };

describe('what memory has to do with a page', () => {
  test.each<readonly [string, Given, object]>([
    ['nobody has been asked', { settings: { memory: 'unasked' } }, { state: 'unasked' }],
    ['a private window is never asked', { settings: { memory: 'unasked' }, isPrivate: true }, { state: 'private' }],
    ['memory is off', { settings: { memory: 'off' } }, { state: 'off' }],
    ['nothing is kept yet', {}, { state: 'none' }],
    ['the article that is read has no address', { article: withoutAddress }, { state: 'unaddressed' }],
    [
      'it has none, on a site that is left out',
      { article: withoutAddress, settings: { memorySitesOff: left } },
      { state: 'site-off' },
    ],
    ['the store has not answered', { asking: true }, { state: 'asking', siteOff: false }],
    [
      'the store has not answered of a site that is left out',
      { settings: { memorySitesOff: left }, asking: true },
      { state: 'asking', siteOff: true },
    ],
    ['nobody has been asked, nor the store', { settings: { memory: 'unasked' }, asking: true }, { state: 'unasked' }],
    ['its site is left out', { settings: { memorySitesOff: left } }, { state: 'site-off' }],
    ['it is kept', { kept: page }, { state: 'kept', page, siteOff: false }],
    [
      'it is kept, and its site left out since',
      { settings: { memorySitesOff: left }, kept: page },
      { state: 'kept', page, siteOff: true },
    ],
    [
      'it is kept, and memory off since',
      { settings: { memory: 'off' }, kept: page },
      { state: 'kept', page, siteOff: false },
    ],
  ])('%s', (_, { settings = {}, kept = null, asking = false, isPrivate = false, article = null }, wanted) => {
    const all = { memory: 'on', memorySitesOff: [], ...settings } as const;
    const answer = asking ? undefined : kept;
    expect(pageMemoryView({ settings: all, address, isPrivate, article, kept: answer })).toEqual(wanted);
  });
});

test.each<readonly [string, Article | null, string | null, readonly string[]]>([
  ['a page that is no article by its own address', null, address, [address]],
  ['a page of the browser by none', null, 'about:blank', []],
  [
    'an article by its own',
    { url: `${address}?from=feed`, canonicalUrl: address },
    address,
    [address, `${address}?from=feed`],
  ],
  [
    'one that hangs below another not by the page’s',
    { url: `${address}-2`, canonicalUrl: `${address}-2` },
    address,
    [`${address}-2`],
  ],
  ['one without an address by none', withoutAddress, address, []],
])('what is kept is looked for: %s', (_, article, page, wanted) => {
  expect(addressesOf(article, page)).toEqual(wanted);
});
