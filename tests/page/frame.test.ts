import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { createCardFrame } from '../../lib/page/card/frame.ts';
import { createLoader } from '../../lib/page/card/frame-load.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { PageReading } from '../../lib/model/reading.ts';

const address = { url: 'chrome-extension://abc/popover.html', origin: 'chrome-extension://abc' };
const { window } = new JSDOM('<p>Zoe Reader</p>');
const { document } = window;

test('a page that empties the frame again and again has it loaded no more often', () => {
  vi.useFakeTimers();
  const frame = document.createElement('iframe');
  const replace = vi.fn();
  vi.spyOn(frame, 'contentWindow', 'get').mockReturnValue({ location: { replace } } as unknown as Window);
  vi.spyOn(frame.ownerDocument, 'defaultView', 'get').mockReturnValue(globalThis as never);
  const load = createLoader(frame, address.url, new AbortController().signal);
  for (let times = 0; times < 1_000; times += 1) {
    load();
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(10_000);
  expect(replace.mock.calls.length).toBeLessThan(5);
  expect(replace).toHaveBeenLastCalledWith(address.url);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a card that is only made ready', () => {
  test('is not brought to another place of the page, which the page would be told of', () => {
    const home = {
      hang: vi.fn(),
      follow: vi.fn(),
      rest: vi.fn(),
      take: vi.fn(),
      entered: vi.fn(),
      isTold: () => false,
      zoom: () => 1,
    };
    const popover = { showPopover: vi.fn(), hidePopover: vi.fn(), matches: () => false };
    Object.assign(window.HTMLElement.prototype, popover);
    const frame = createCardFrame({
      document,
      home,
      address,
      signal: new window.AbortController().signal,
      askKey: async () => null,
      parse: () => null,
      receive: () => {},
    });
    const show = {
      type: 'show',
      token: 1,
      subject: { kind: 'claim', index: 0 },
      settings: defaultSettings,
      takeFocus: false,
    } as const;
    const anchor = { boxes: [{ left: 0, top: 0, right: 9, bottom: 9 }], palette: 'light', direction: 'ltr' } as const;
    frame.stage(show, {} as PageReading, anchor);
    expect(popover.showPopover).toHaveBeenCalledOnce();
    expect(home.follow).not.toHaveBeenCalled();
    frame.show(show, {} as PageReading, anchor);
    expect(home.follow).toHaveBeenCalledOnce();
  });
});
