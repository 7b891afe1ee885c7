import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { followPointer } from '../../../lib/page/card/pointer.ts';

/** A page on which every place is a mark, and whose events are all of a script's making. */
function openPage(how: 'hover' | 'click') {
  const { window } = new JSDOM('<p tabindex="0">Zoe Reader</p>', { pretendToBeVisual: true });
  const { document } = window;
  // Events of one window take no signals of another realm.
  const end = new window.AbortController();
  vi.stubGlobal('Element', window.Element);
  const wiring = {
    hitAt: vi.fn(() => 0),
    prepare: vi.fn(),
    abandon: vi.fn(),
    open: vi.fn(),
    close: vi.fn(),
    closePinned: vi.fn(() => true),
  };
  const hovering = followPointer({
    ...wiring,
    document,
    signal: end.signal,
    delayFor: () => 0,
    opening: () => ({ how, modifier: 'alt' }),
    markIn: () => 0,
    cardBox: () => null,
  });
  const target = document.querySelector('p')!;
  const place = { clientX: 5, clientY: 5, bubbles: true, composed: true };
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 60));
  return { window, document, hovering, wiring, target, place, settle, end: () => end.abort() };
}

type Page = ReturnType<typeof openPage>;
type Deed = readonly [name: string, act: (page: Page) => void];

const deeds: readonly Deed[] = [
  ['moves', ({ window, target, place }) => target.dispatchEvent(new window.MouseEvent('pointermove', place))],
  ['leaves', ({ document, window }) => document.documentElement.dispatchEvent(new window.MouseEvent('pointerleave'))],
  ['clicks', ({ window, target, place }) => target.dispatchEvent(new window.MouseEvent('click', place))],
  [
    'taps',
    ({ window, target, place }) => {
      const touch = Object.assign(new window.MouseEvent('pointerdown', place), { pointerType: 'touch' });
      target.dispatchEvent(touch);
      target.dispatchEvent(new window.MouseEvent('click', place));
    },
  ],
  [
    'presses Escape',
    ({ window, target }) =>
      target.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
  ],
  [
    'holds the key that opens',
    ({ window, target }) =>
      target.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Alt', altKey: true, bubbles: true })),
  ],
  [
    'takes the focus away',
    ({ window, target }) => target.dispatchEvent(new window.FocusEvent('focusout', { bubbles: true })),
  ],
];

/** What the browser tells of a person: events that no script can make are handed to the listeners as they come. */
function openTrusted(card: { left: number; top: number; right: number; bottom: number }, delay = 0) {
  const { window } = new JSDOM('<p>Zoe Reader</p>', { pretendToBeVisual: true });
  const { document } = window;
  vi.stubGlobal('Element', window.Element);
  const heard = new Map<string, (event: object) => void>();
  for (const target of [document, window])
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener: unknown) => {
      const before = heard.get(type);
      heard.set(type, (event) => {
        before?.(event);
        (listener as (event: object) => void)(event);
      });
    });
  const close = vi.fn();
  const prepare = vi.fn();
  const open = vi.fn();
  const hovering = followPointer({
    document,
    signal: new window.AbortController().signal,
    delayFor: () => delay,
    opening: () => ({ how: 'hover', modifier: 'alt' }),
    hitAt: (x) => (x < 50 ? 0 : -1),
    markIn: () => 0,
    cardBox: () => card,
    prepare,
    abandon: vi.fn(),
    open,
    close,
    closePinned: () => false,
  });
  const move = (clientX: number, clientY: number) =>
    heard.get('pointermove')?.({ isTrusted: true, buttons: 0, pointerType: 'mouse', clientX, clientY, timeStamp: 0 });
  const target = document.createElement('span');
  vi.spyOn(target, 'matches').mockReturnValue(true);
  const focus = (isTrusted = true) => heard.get('focusin')?.({ isTrusted, target });
  const press = (key: string, isTrusted = true) =>
    heard.get('keydown')?.({ isTrusted, key, target, composedPath: () => [target] });
  const settle = () => new Promise((resolve) => void setTimeout(resolve, 60));
  return { hovering, move, focus, press, settle, close, open, prepare };
}

describe('a pointer that goes at once from the words into the card', () => {
  const card = { left: 60, top: 60, right: 160, bottom: 160 };

  test.each([
    ['keeps it, whenever the card itself says so', 100, 100, 0],
    ['closes it where it ends beside', 170, 30, 1],
  ])('%s', async (_, x, y, closings) => {
    const { hovering, move, settle, close } = openTrusted(card);
    move(5, 5);
    await settle();
    hovering.dispatch({ type: 'card', inside: true });
    move(x, y);
    await settle();
    await settle();
    expect(close).toHaveBeenCalledTimes(closings);
  });
});

test('what a card needs is asked for while the pointer still waits', async () => {
  const { move, settle, prepare } = openTrusted({ left: 60, top: 60, right: 160, bottom: 160 });
  move(5, 5);
  await settle();
  await settle();
  expect(prepare).toHaveBeenCalledExactlyOnceWith(0, 1);
  move(55, 5);
  await settle();
  expect(prepare).toHaveBeenCalledOnce();
});

test('the focus opens a card once for each Tab, and not where a script moves it', async () => {
  const { hovering, focus, press, settle, open, prepare } = openTrusted({ left: 60, top: 60, right: 160, bottom: 160 });
  focus();
  press('a');
  focus();
  press('Tab', false);
  focus();
  await settle();
  expect(prepare).not.toHaveBeenCalled();
  press('Tab');
  focus(false);
  await settle();
  expect(prepare).not.toHaveBeenCalled();
  focus();
  await settle();
  expect(open).toHaveBeenCalledOnce();
  hovering.dispatch({ type: 'close' });
  focus();
  await settle();
  expect(prepare).toHaveBeenCalledOnce();
});

describe('when the marks become others', () => {
  const nowhere = { left: 60, top: 60, right: 160, bottom: 160 };

  test('the card of what the pointer has come to rest on opens all the same', async () => {
    const { hovering, move, settle, open } = openTrusted(nowhere, 150);
    move(5, 5);
    await settle();
    expect(open).not.toHaveBeenCalled();
    hovering.renew();
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  });

  test.each([
    ['a card that the pointer opened', 'is left', 'again', false, 1],
    ['a card that was pressed open', 'stays', 'press', true, 0],
  ] as const)('%s opens again, and %s as before', async (_, __, how, isHeld, closings) => {
    const { hovering, move, settle, close } = openTrusted(nowhere);
    hovering.dispatch({ type: how, mark: 0 });
    expect(hovering.isHeld()).toBe(isHeld);
    move(170, 5);
    await settle();
    await settle();
    expect(close).toHaveBeenCalledTimes(closings);
  });

  test('a card that is open closes, and does not come back by itself', async () => {
    const { hovering, move, settle, open, close } = openTrusted(nowhere);
    move(5, 5);
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
    hovering.renew();
    await settle();
    await settle();
    expect(close).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledOnce();
  });
});

describe('a script of the page that', () => {
  test.each(deeds)('%s opens no card', async (_, act) => {
    for (const how of ['hover', 'click'] as const) {
      const page = openPage(how);
      act(page);
      await page.settle();
      expect(page.wiring.open).not.toHaveBeenCalled();
      expect(page.wiring.hitAt).not.toHaveBeenCalled();
      page.end();
    }
  });

  test.each(deeds)('%s closes none', async (_, act) => {
    const page = openPage('hover');
    page.wiring.hitAt.mockReturnValue(-1);
    page.hovering.dispatch({ type: 'pointer', mark: 0 });
    await page.settle();
    expect(page.wiring.open).toHaveBeenCalledOnce();
    act(page);
    await page.settle();
    expect(page.wiring.close).not.toHaveBeenCalled();
    expect(page.wiring.closePinned).not.toHaveBeenCalled();
    page.end();
  });
});
