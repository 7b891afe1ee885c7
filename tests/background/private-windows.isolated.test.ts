import { beforeEach, expect, test } from 'vitest';
import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';

const { keepNothingPrivate } = await import('../../entrypoints/background/private-windows.ts');

const kept: string[] = [];
const keeping = (name: string) => async () => {
  kept.push(name);
  return { ok: true, value: null };
};
const handlers = keepNothingPrivate({
  edit: keeping('edit'),
  undo: keeping('undo'),
  keepLookUp: keeping('keepLookUp'),
  card: keeping('card'),
} as unknown as Handlers<BackgroundRequests>);
const sender = (url: string, incognito: boolean) => ({ url, tab: { incognito } }) as never;
const card = 'chrome-extension://a/popover.html';

beforeEach(() => void kept.splice(0));

test.each(['edit', 'undo', 'keepLookUp'] as const)(
  '%s from a card of a private window writes nothing',
  async (type) => {
    expect(await handlers[type]({} as never, sender(card, true))).toMatchObject({ ok: false });
    expect(kept).toEqual([]);
    expect(await handlers[type]({} as never, sender(card, false))).toMatchObject({ ok: true });
    expect(kept).toEqual([type]);
  },
);

test('what only shows is answered there as well', async () => {
  expect(await handlers.card({} as never, sender(card, true))).toMatchObject({ ok: true });
});

test('what the reader does in the library itself is theirs to keep', async () => {
  expect(await handlers.edit({} as never, sender('chrome-extension://a/library.html', true))).toMatchObject({
    ok: true,
  });
});
