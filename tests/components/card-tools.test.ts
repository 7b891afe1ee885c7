import { expect, test, vi } from 'vitest';
import type { CardTools } from '../../components/card/tools.ts';

vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: {}, isContextAlive: () => true }));
vi.mock('../../lib/platform/permission.ts', () => ({ askPermission: async () => true }));

const { keepNothing } = await import('../../entrypoints/popover/card-tools.ts');

test('beside a private window a card looks up, and neither keeps nor changes anything', async () => {
  const written: string[] = [];
  const tools = {
    lookUp: () => ({
      find: async () => 'found',
      keep: async () => written.push('kept'),
    }),
    onEdit: async () => written.push('edited'),
  } as unknown as CardTools;
  const { lookUp, onEdit } = keepNothing(tools);
  const actions = lookUp('Ada Moreno', null);
  expect(await actions.find('Ada Moreno')).toBe('found');
  expect(await actions.keep({} as never)).toMatchObject({ ok: false });
  expect(await onEdit({} as never)).toEqual(expect.any(String));
  expect(written).toEqual([]);
});
