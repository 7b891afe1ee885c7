import { expect, test, vi } from 'vitest';

const getPlatformInfo = vi.fn(() => Promise.resolve({}));
vi.doMock('../../lib/platform/native.ts', () => ({ nativeBrowser: { runtime: { getPlatformInfo } } }));
const { createStayAwake } = await import('../../lib/platform/stay-awake.ts');

test('the browser is asked something once a second, however often work gives the thread back', () => {
  let now = 0;
  const stayAwake = createStayAwake(() => now);
  for (now = 0; now <= 10_000; now += 12) stayAwake();
  expect(getPlatformInfo.mock.calls.length).toBeGreaterThan(8);
  expect(getPlatformInfo.mock.calls.length).toBeLessThan(11);
});

test('work that is done within a second asks nothing', () => {
  getPlatformInfo.mockClear();
  let now = 0;
  const stayAwake = createStayAwake(() => now);
  for (now = 0; now < 1_000; now += 12) stayAwake();
  expect(getPlatformInfo).not.toHaveBeenCalled();
});
