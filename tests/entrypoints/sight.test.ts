import { afterEach, expect, test, vi } from 'vitest';

interface Entry {
  readonly isIntersecting: boolean;
  readonly isVisible?: boolean;
}

/** An observer that tells what the test says, in a browser with or without knowledge of what lies above. */
async function open(tracks: boolean) {
  let tell: (entries: readonly Entry[]) => void = () => undefined;
  let options: object = {};
  vi.stubGlobal(
    'IntersectionObserverEntry',
    tracks
      ? class {
          get isVisible() {
            return true;
          }
        }
      : class {},
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: readonly Entry[]) => void, given: object) {
        tell = callback;
        options = given;
      }
      observe() {}
      disconnect() {}
    },
  );
  const { watchSight } = await import('../../entrypoints/popover/sight.ts');
  const clock = { now: 0 };
  const sight = watchSight(() => clock.now);
  sight.watch({} as Element);
  return { sight, clock, options, tell: (entry: Entry) => tell([entry]) };
}

afterEach(() => vi.unstubAllGlobals());

test('a card is clear once it has been seen uncovered for a while', async () => {
  const { sight, clock, options, tell } = await open(true);
  expect(options).toMatchObject({ trackVisibility: true });
  expect(sight.isClear()).toBe(false);
  tell({ isIntersecting: true, isVisible: true });
  clock.now = 250;
  expect(sight.isClear()).toBe(false);
  clock.now = 300;
  expect(sight.isClear()).toBe(true);
});

test('what lies over it for a moment begins the while anew', async () => {
  const { sight, clock, tell } = await open(true);
  tell({ isIntersecting: true, isVisible: true });
  clock.now = 1_000;
  tell({ isIntersecting: true, isVisible: false });
  expect(sight.isClear()).toBe(false);
  clock.now = 1_100;
  tell({ isIntersecting: true, isVisible: true });
  clock.now = 1_350;
  expect(sight.isClear()).toBe(false);
  clock.now = 1_400;
  expect(sight.isClear()).toBe(true);
});

test('another card begins anew, and none is never clear', async () => {
  const { sight, clock, tell } = await open(true);
  tell({ isIntersecting: true, isVisible: true });
  clock.now = 1_000;
  sight.watch({} as Element);
  expect(sight.isClear()).toBe(false);
  sight.watch(null);
  clock.now = 9_000;
  expect(sight.isClear()).toBe(false);
});

test('where a browser cannot tell, it must at least have been in view', async () => {
  const { sight, clock, options, tell } = await open(false);
  expect(options).not.toHaveProperty('trackVisibility');
  tell({ isIntersecting: true });
  clock.now = 300;
  expect(sight.isClear()).toBe(true);
});
