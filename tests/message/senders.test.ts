import { describe, expect, test, vi } from 'vitest';
import { backgroundSchemas } from '../../lib/message/background-schemas.ts';
import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import { dispatch, type Handlers } from '../../lib/message/receive.ts';
import { type Asker, askerOf, forThoseWhoMay, mayAsk } from '../../lib/message/senders.ts';

describe('who asks is told by the address that the browser gives', () => {
  test.each<[url: string | undefined, asker: Asker]>([
    ['https://news.example/article', 'page'],
    ['http://127.0.0.1:8080/popover.html', 'page'],
    ['file:///saved/page.html', 'page'],
    ['https://chrome-extension.example/options.html', 'page'],
    ['about:blank', 'page'],
    ['', 'page'],
    [undefined, 'page'],
    ['chrome-extension://abcdefgh/popover.html', 'card'],
    ['moz-extension://5d1de119-0000-4000-8000-000000000001/popover.html?x', 'card'],
    ['chrome-extension://abcdefgh/options.html', 'own'],
    ['moz-extension://5d1de119-0000-4000-8000-000000000001/library.html#/data', 'own'],
  ])('%s: %s', (url, asker) => {
    expect(askerOf(url === undefined ? {} : { url })).toBe(asker);
  });
});

describe('a script in a page, taken over by that page,', () => {
  const asked = vi.fn();
  const handlers = Object.fromEntries(
    Object.keys(backgroundSchemas).map((type) => [
      type,
      async () => {
        asked(type);
        return { ok: true, value: null };
      },
    ]),
  ) as unknown as Handlers<BackgroundRequests>;
  const bodies: Partial<Record<keyof BackgroundRequests, unknown>> = {
    searchStore: { query: 'Ada' },
    entity: { id: 'wd:Q7' },
    picture: { id: 'wd:Q7' },
    edit: { edit: { kind: 'delete', id: 'wd:Q7' } },
    forget: { what: { kind: 'all' } },
    lookUp: { name: 'Ada' },
    pageMemory: { urls: [] },
    rememberedPages: { offset: 0, limit: 5 },
    removePack: { pack: 'p' },
    checkFrameKey: { key: '0'.repeat(36) },
    frameKey: {},
  };
  const send = (type: string, url: string) =>
    dispatch(backgroundSchemas, forThoseWhoMay(handlers), {
      message: { type, body: bodies[type as 'entity'] ?? {} },
      sender: { url },
    });

  test.each([
    'searchStore',
    'entity',
    'picture',
    'edit',
    'forget',
    'lookUp',
    'pageMemory',
    'rememberedPages',
    'removePack',
    'storeCounts',
    'packs',
    'syncNow',
    'syncStatus',
    'reviewFeeds',
    'checkFrameKey',
  ])('gets no answer to %s', async (type) => {
    asked.mockClear();
    expect(await send(type, 'https://news.example/')).toMatchObject({ ok: false, failure: { code: 'NotAllowed' } });
    expect(asked).not.toHaveBeenCalled();
  });

  test('gets what the reader on the page needs', async () => {
    expect(await send('frameKey', 'https://news.example/')).toMatchObject({ ok: true });
  });

  test('nor does a card get what only our own pages ask', async () => {
    expect(await send('forget', 'chrome-extension://a/popover.html')).toMatchObject({ ok: false });
    expect(await send('forget', 'chrome-extension://a/options.html')).toMatchObject({ ok: true });
  });
});

test('our own pages may ask everything, pages the least', () => {
  const types = Object.keys(backgroundSchemas) as (keyof BackgroundRequests)[];
  expect(types.filter((type) => !mayAsk('own', type))).toEqual([]);
  expect(types.filter((type) => mayAsk('page', type)).toSorted()).toEqual([
    'analyse',
    'articleFound',
    'escapeInEmbed',
    'focusInEmbed',
    'frameKey',
    'nameOpening',
    'storeChangedSince',
    'viewerFound',
  ]);
});
