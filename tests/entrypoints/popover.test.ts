// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { reading } from '../../components/gallery/fixtures.ts';
import { openForReader } from '../../entrypoints/popover/gate.ts';
import { parseToFrame } from '../../entrypoints/popover/to-frame.ts';

const show = {
  type: 'show',
  token: 1,
  subject: { kind: 'claim', index: 0 },
  settings: {},
  takeFocus: false,
  drafts: 'a 1',
};

test.each([
  ['a card to show', show, 'show'],
  ['hiding', { type: 'hide' }, 'hide'],
  ['that it is seen', { type: 'seen' }, 'seen'],
  ['a card that may follow', { type: 'prepare', subject: show.subject }, 'prepare'],
  ['a card of nothing', { ...show, subject: null }, null],
  ['a page', { type: 'reading', reading }, 'reading'],
  ['no reading', { type: 'reading', reading: null }, null],
  ['a reading without figures', { type: 'reading', reading: { ...reading, figures: undefined } }, null],
  ['no token', { ...show, token: '1' }, null],
  ['no drafts', { ...show, drafts: undefined }, null],
  ['another type', { type: 'open', key: 'x' }, null],
  ['no object', 'show', null],
  ['nothing', null, null],
])('parseToFrame: %s', (_, data, type) => {
  expect(parseToFrame(data)?.type ?? null).toBe(type);
});

const knock = (data: unknown, ports: readonly MessagePort[] = [new MessageChannel().port2]): void => {
  const event = new MessageEvent('message', { data });
  Object.defineProperty(event, 'ports', { value: ports });
  window.dispatchEvent(event);
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('openForReader', () => {
  test('only a genuine key opens, and a page that guesses is soon no longer heard', async () => {
    const isGenuine = vi.fn(async (key: string) => key === 'genuine');
    const onPort = vi.fn();
    openForReader(isGenuine, onPort);

    knock({ type: 'open', key: 'genuine' }, []);
    knock({ type: 'show' });
    knock('open');
    await settled();
    expect(isGenuine).not.toHaveBeenCalled();

    knock({ type: 'open', key: 'guess' });
    knock({ type: 'open', key: 'genuine' });
    await settled();
    expect(onPort).toHaveBeenCalledOnce();

    for (let at = 0; at < 20; at += 1) {
      knock({ type: 'open', key: 'guess' });
      await settled();
    }
    expect(isGenuine.mock.calls.length).toBeLessThan(10);
  });
});
