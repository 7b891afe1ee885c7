import { beforeEach, expect, test, vi } from 'vitest';

/** The extension's own storage, which may die at any call. */
const held = vi.hoisted(() => ({ items: {} as Record<string, unknown>, callsLeft: Number.POSITIVE_INFINITY }));

vi.mock('../../lib/platform/native.ts', () => {
  const call = (): void => {
    held.callsLeft -= 1;
    if (held.callsLeft < 0) throw new Error('killed');
  };
  return {
    nativeBrowser: {
      storage: {
        local: {
          get: async (key: string) => ({ [key]: held.items[key] }),
          set: async (items: object) => {
            call();
            Object.assign(held.items, items);
          },
          remove: async (keys: string | readonly string[]) => {
            call();
            for (const key of [keys].flat()) delete held.items[key];
          },
        },
      },
    },
  };
});

const { dropBackup, listBackups, vault } = await import('../../lib/platform/backups.ts');

const keep = (at: number): Promise<void> => vault.keepBackup({ at, bytes: 4, rows: at }, `text ${at}`);
const listed = async (): Promise<number[]> => (await listBackups()).map(({ at }) => at);
const texts = (): string[] => Object.keys(held.items).filter((key) => key.startsWith('backup:'));

beforeEach(() => {
  held.items = {};
  held.callsLeft = Number.POSITIVE_INFINITY;
});

test('the last five are kept, the newest first', async () => {
  for (const at of [1, 2, 3, 4, 5, 6, 7]) await keep(at);
  expect(await listed()).toEqual([7, 6, 5, 4, 3]);
  expect(texts().length).toBe(5);
  await dropBackup(6);
  expect(await listed()).toEqual([7, 5, 4, 3]);
  expect(await vault.readBackup(6)).toBeNull();
});

test('after a clock was set back the newest is still the one that was made last', async () => {
  for (const at of [901, 902, 903, 904, 905, 11, 12]) await keep(at);
  expect(await listed()).toEqual([12, 11, 905, 904, 903]);
});

test.each([0, 1])(
  'killed after %d calls: each text is listed, and none is left behind the next time',
  async (calls) => {
    for (const at of [1, 2, 3, 4, 5]) await keep(at);
    held.callsLeft = calls;
    await keep(6).catch(() => undefined);
    held.callsLeft = Number.POSITIVE_INFINITY;
    for (const at of await listed()) expect(await vault.readBackup(at)).toBe(`text ${at}`);
    await keep(7);
    expect(texts().toSorted()).toEqual((await listed()).map((at) => `backup:${at}`).toSorted());
  },
);
