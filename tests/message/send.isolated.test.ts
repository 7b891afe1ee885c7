import { beforeEach, describe, expect, test, vi } from 'vitest';

const held = vi.hoisted(() => ({ isAlive: true, answers: [] as (() => unknown)[], asked: 0 }));

vi.mock('../../lib/platform/native.ts', () => ({
  isContextAlive: () => held.isAlive,
  nativeBrowser: {
    runtime: {
      sendMessage: async () => {
        held.asked += 1;
        return held.answers.shift()?.();
      },
    },
  },
}));

const { askBackground } = await import('../../lib/message/send.ts');

const answered = () => ({ ok: true, value: { genuine: true } });
const stopped = () => {
  throw new Error('message channel closed');
};
const silent = () => undefined;
const outlived = () => {
  throw new Error('Extension context invalidated.');
};

beforeEach(() => {
  held.isAlive = true;
  held.asked = 0;
});

describe('the background is asked again where it was stopped', () => {
  test.each<[name: string, answers: (() => unknown)[], outcome: object, asked: number]>([
    ['at once', [answered], { ok: true }, 1],
    ['stopped once', [stopped, answered], { ok: true }, 2],
    ['stopped twice', [stopped, stopped, answered], { ok: true }, 3],
    ['silent twice', [silent, silent, answered], { ok: true }, 3],
    [
      'stopped for good',
      [stopped, stopped, stopped, stopped],
      { ok: false, failure: { code: 'BackgroundUnreachable', detail: 'Error: message channel closed' } },
      4,
    ],
    ['outlived', [outlived], { ok: false, failure: { code: 'ContextInvalidated' } }, 1],
  ])('%s', async (_, answers, outcome, asked) => {
    held.answers = [...answers];
    vi.useFakeTimers();
    const asking = askBackground('checkFrameKey', { key: 'k' });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(await asking).toMatchObject(outcome);
    expect(held.asked).toBe(asked);
  });

  test('a script that outlived its extension asks nobody', async () => {
    held.isAlive = false;
    expect(await askBackground('checkFrameKey', { key: 'k' })).toMatchObject({ ok: false });
    expect(held.asked).toBe(0);
  });
});
