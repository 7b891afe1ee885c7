import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { createCardFrame } from '../../../lib/page/card/frame.ts';
import { createLoader } from '../../../lib/page/card/frame-load.ts';
import { createFramePort } from '../../../lib/page/card/frame-port.ts';
import { defaultSettings } from '../../../lib/model/settings.ts';
import type { PageReading } from '../../../lib/model/reading.ts';

const address = { url: 'chrome-extension://abc/popover.html', origin: 'chrome-extension://abc' };
// It says of each frame that it leads nowhere.
const { window } = new JSDOM('<p>Zoe Reader</p>', { virtualConsole: new VirtualConsole() });
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

/** A card in a page, and what it asks of its home and of its reader. */
function openCard(isTold = false) {
  let isOpen = false;
  const popover = {
    showPopover: vi.fn(() => void (isOpen = true)),
    hidePopover: vi.fn(() => void (isOpen = false)),
    matches: () => isOpen,
  };
  Object.assign(window.HTMLElement.prototype, popover);
  const hung: Element[] = [];
  const home = {
    hang: (card: Element) => {
      if (!hung.includes(card)) hung.push(card);
      document.body.append(card);
    },
    follow: vi.fn(() => false),
    rest: vi.fn(),
    take: vi.fn(),
    isTold,
    isLaidOut: vi.fn(() => true),
    zoom: () => 1,
  };
  const receive = vi.fn();
  const askKey = vi.fn(async () => 'key');
  const frame = createCardFrame({
    document,
    home,
    address,
    signal: new window.AbortController().signal,
    askKey,
    parse: () => null,
    receive,
  });
  const show = {
    type: 'show',
    token: 1,
    subject: { kind: 'claim', index: 0 },
    settings: defaultSettings,
    takeFocus: false,
  } as const;
  const anchor = { boxes: [{ left: 90, top: 90, right: 99, bottom: 99 }], palette: 'light', direction: 'ltr' } as const;
  const stage = () => frame.stage(show, {} as PageReading, anchor);
  const open = () => frame.show(show, {} as PageReading, anchor);
  const { warm, hide } = frame;
  return { home, popover, receive, askKey, warm, stage, open, hide, card: () => hung[0] as HTMLElement };
}

describe('a card that is only made ready', () => {
  test('is not brought to another place of the page, which the page would be told of', () => {
    const { home, popover, stage, open } = openCard();
    stage();
    expect(popover.showPopover).toHaveBeenCalledOnce();
    expect(home.follow).not.toHaveBeenCalled();
    open();
    expect(home.follow).toHaveBeenCalledOnce();
    expect(popover.showPopover).toHaveBeenCalledOnce();
  });

  test('is not put on top where the page would be told that what it skips is laid out', () => {
    const { home, popover, stage, open } = openCard();
    home.isLaidOut.mockReturnValue(false);
    stage();
    expect(popover.showPopover).not.toHaveBeenCalled();
    open();
    expect(popover.showPopover).toHaveBeenCalledOnce();
  });
});

describe('where the page may know the card’s own element', () => {
  const watch = (card: HTMLElement) => {
    const observer = new window.MutationObserver(() => {});
    observer.observe(card, { attributes: true, childList: true, subtree: true });
    return () => observer.takeRecords().map(({ attributeName }) => attributeName);
  };

  test('one that is only made ready changes nothing of it, and neither does one that is not opened after all', () => {
    const { home, popover, warm, stage, hide, card } = openCard(true);
    warm();
    const changed = watch(card());
    const raised = popover.showPopover.mock.calls.length;
    stage();
    hide();
    stage();
    expect(changed()).toEqual([]);
    expect(popover.showPopover.mock.calls.length).toBe(raised);
    expect(popover.hidePopover).not.toHaveBeenCalled();
    expect(home.follow).not.toHaveBeenCalled();
  });

  test('one that is opened is placed, on top, and lies where every closed one lies once it is closed', () => {
    vi.stubGlobal('HTMLElement', window.HTMLElement);
    const { home, popover, warm, stage, open, hide, card } = openCard(true);
    warm();
    const atRest = card().style.cssText;
    const raised = popover.showPopover.mock.calls.length;
    stage();
    open();
    expect(home.follow).toHaveBeenCalled();
    expect(popover.showPopover.mock.calls.length).toBeGreaterThan(raised);
    expect(card().style.cssText).not.toBe(atRest);
    hide();
    expect(card().style.cssText).toBe(atRest);
    expect(card().className).toContain('unseen');
  });
});

test.each([
  ['the pointer is in the card', (card: Element) => card.dispatchEvent(new window.Event('pointerenter'))],
  ['the pointer has left the card', (card: Element) => card.dispatchEvent(new window.Event('pointerleave'))],
  [
    'the page is back from the cache',
    () => window.dispatchEvent(new window.PageTransitionEvent('pageshow', { persisted: true })),
  ],
])('that %s is not believed of a script', (_, say) => {
  const { receive, askKey, stage, card } = openCard();
  stage();
  say(card());
  expect(receive).not.toHaveBeenCalled();
  expect(askKey).not.toHaveBeenCalled();
});

test('the key of a card is handed to the extension’s own page alone, wherever the page has led the frame', async () => {
  const frame = document.createElement('iframe');
  const postMessage = vi.fn();
  vi.spyOn(frame, 'contentWindow', 'get').mockReturnValue({ postMessage } as unknown as Window);
  await createFramePort({
    frame,
    origin: address.origin,
    signal: new AbortController().signal,
    askKey: async () => 'key',
    parse: () => null,
    receive: () => {},
  }).open();
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'open', key: 'key' }, address.origin, expect.anything());
});
