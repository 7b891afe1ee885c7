import { expect, test, vi } from 'vitest';
import { followLayout } from '../../../lib/page/marks/follow.ts';
import { openPage } from '../fixture.ts';

/** jsdom lays nothing out. */
class NoSizes {
  observe(): void {}
  disconnect(): void {}
}

test('what scrolls in a shadow root around the text, or around a slot that it is in, is heard for as long as it is asked for', () => {
  const document = openPage('<x-page><x-story></x-story></x-page>');
  const [page, story] = document.querySelectorAll('x-page, x-story');
  if (page === undefined || story === undefined || document.defaultView === null) throw new Error('no page');
  Object.assign(document.defaultView, { ResizeObserver: NoSizes });
  const scrollers = [page, story].map((host, nth) => {
    const scroller = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('main'));
    scroller.append(document.createElement(nth === 0 ? 'slot' : 'article'));
    return scroller;
  });
  const text = scrollers[1]?.firstElementChild;
  if (text === null || text === undefined) throw new Error('no text');
  const life = new document.defaultView.AbortController();
  const [refresh, scrolled, onScroll] = [vi.fn(), vi.fn(), vi.fn()];
  const followed = followLayout({ document, signal: life.signal, refresh, scrolled, onScroll, inside: () => false });
  followed.around([text]);
  followed.around([text]);
  for (const scroller of scrollers) scroller.dispatchEvent(new document.defaultView.Event('scroll'));
  expect(scrolled).toHaveBeenCalledTimes(2);
  expect(onScroll).toHaveBeenCalledTimes(2);
  scrollers[0]?.dispatchEvent(new document.defaultView.Event('transitionend', { bubbles: true }));
  expect(refresh).toHaveBeenCalledOnce();
  life.abort();
  for (const scroller of scrollers) scroller.dispatchEvent(new document.defaultView.Event('scroll'));
  expect(scrolled).toHaveBeenCalledTimes(2);
});
