// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { minister, reading } from '../../components/gallery/fixtures.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { FromFrame, ToFrame } from '../../lib/message/protocol.ts';

vi.mock('../../lib/message/send.ts', () => ({
  askBackground: async () => ({ ok: true, value: { ok: true, ...minister } }),
}));
vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: { extension: {} }, isContextAlive: () => true }));

const watched = vi.fn<(element: Element) => void>();
/** jsdom lays nothing out. */
class NoLayout {
  observe(_element: Element): void {}
  unobserve(): void {}
  disconnect(): void {}
}
class Sighted extends NoLayout {
  override observe(element: Element): void {
    watched(element);
  }
}
Object.assign(globalThis, {
  ResizeObserver: NoLayout,
  IntersectionObserver: Sighted,
  IntersectionObserverEntry: NoLayout,
});
Object.assign(document.defaultView ?? {}, { matchMedia: () => ({ matches: false }) });

const { serve } = await import('../../entrypoints/popover/serve.tsx');

const open = async () => {
  const { port1, port2 } = new MessageChannel();
  const told: FromFrame['type'][] = [];
  port1.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => told.push(data.type));
  port1.start();
  const forgotten = vi.fn();
  serve(port2, () => ({ get: () => undefined, set: () => {}, forgetAll: forgotten }));
  await vi.waitFor(() => expect(told).toContain('ready'));
  const send = (message: ToFrame): void => port1.postMessage(message);
  return { send, forgotten };
};

const show = {
  type: 'show',
  token: 1,
  subject: { kind: 'figure', cluster: asClusterId('m0') },
  settings: defaultSettings,
  takeFocus: false,
  drafts: 'a 1',
} satisfies ToFrame;

test('a card that is only made ready can be neither pressed nor read aloud, and does not count as being seen', async () => {
  const { send, forgotten } = await open();
  send({ type: 'reading', reading });
  send(show);
  await vi.waitFor(() => expect(document.querySelector('[role="dialog"]')).not.toBeNull());
  expect(document.body.inert).toBe(true);
  expect(watched).not.toHaveBeenCalled();

  send({ type: 'seen' });
  await vi.waitFor(() => expect(document.body.inert).toBe(false));
  expect(watched).toHaveBeenCalledOnce();
  expect(forgotten).not.toHaveBeenCalled();

  send({ type: 'hide' });
  await vi.waitFor(() => expect(document.querySelector('[role="dialog"]')).toBeNull());
  expect(document.body.inert).toBe(true);
  expect(forgotten).toHaveBeenCalledOnce();
});
