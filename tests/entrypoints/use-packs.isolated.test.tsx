// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { ImportEnd, ImportOrder } from '../../entrypoints/options/import-messages.ts';
import { show } from '../components/render.tsx';

const held = vi.hoisted(() => ({
  orders: [] as ImportOrder[],
  end: (() => undefined) as (end: ImportEnd) => void,
}));

vi.mock('../../entrypoints/options/importer.ts', () => ({
  startImporter: (order: ImportOrder, { onEnd }: { readonly onEnd: typeof held.end }) => {
    held.orders.push(order);
    held.end = onEnd;
    return { stop: () => undefined };
  },
}));
vi.mock('../../entrypoints/options/use-watch.ts', () => ({ useWatch: () => undefined }));
vi.mock('../../lib/message/send.ts', () => ({
  askBackground: async () => ({ ok: true, value: { packs: [], unfinished: [] } }),
}));
vi.mock('../../lib/platform/permissions.ts', () => ({ requestOrigin: async () => true }));

const { usePacks } = await import('../../entrypoints/options/use-packs.ts');

test('a publisher that was agreed to is not asked about anew where a stopped import goes on', async () => {
  let packs: ReturnType<typeof usePacks> | null = null;
  const Page = () => {
    packs = usePacks(onChange);
    return null;
  };
  const onChange = (): void => undefined;
  await show(<Page />);
  const accepted = (): readonly (readonly string[])[] =>
    held.orders.map((order) => (order.type === 'address' ? order.accept : []));
  const begin = async (nth: number): Promise<void> => {
    packs?.onAddress('https://packs.example/a.slpack', true);
    await vi.waitFor(() => expect(held.orders).toHaveLength(nth));
  };
  await begin(1);
  held.end({ kind: 'unknown-publisher', publisher: 'The Test Press', key: 'k1', fingerprint: 'f1' });
  packs!.onAnswer(true);
  held.end({ kind: 'stopped' });
  await begin(3);
  expect(accepted()).toEqual([[], ['k1'], ['k1']]);
});
