import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { watchTop } from '../../../lib/page/card/on-top.ts';
import { watchWayBack } from '../../../lib/page/card/way-back.ts';

const { window } = new JSDOM('<div popover>Sheet</div>', { url: 'https://news.example/' });
const { document } = window;

test.each<[string, EventTarget | null, Event]>([
  ['leaves the page', window, new window.Event('pagehide')],
  ['comes back to it', window, new window.Event('pageshow')],
  ['is about to leave it', window, new window.Event('beforeunload')],
  ['presses a key', document, new window.KeyboardEvent('keydown', { key: 'a' })],
  ['leaves with the pointer', document.documentElement, new window.Event('pointerleave')],
  ['moves the pointer', document, new window.Event('pointermove')],
  ['opens what lies on top', document.querySelector('[popover]'), new window.Event('toggle')],
  ['goes to full screen', document, new window.Event('fullscreenchange')],
])('that a reader %s is not believed of a script', (_, target, event) => {
  vi.stubGlobal('Element', window.Element);
  const life = new window.AbortController();
  const done = vi.fn();
  watchWayBack({ document, signal: life.signal, leave: done, away: done, stay: done });
  watchTop(document, life.signal, done);
  target?.dispatchEvent(event);
  life.abort();
  expect(done).not.toHaveBeenCalled();
});
