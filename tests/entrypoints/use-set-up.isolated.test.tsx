// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { Sync } from '../../components/sync/Sync.tsx';
import { words } from '../../lib/i18n/words.ts';
import type { StepResult } from '../../lib/model/sync.ts';
import type { StoreDatabase } from '../../lib/store/schema.ts';
import { noReading } from '../../lib/sync/desk.ts';
import { byName, fill, press, show, textOf } from '../components/render.tsx';

/** A server that answers one step, and then nothing until it is let go. */
const held = vi.hoisted(() => ({ goOn: () => {}, ended: 0, kept: [] as unknown[] }));

vi.mock('../../lib/sync/check.ts', () => ({
  checkConnection: async function* (): AsyncGenerator<StepResult> {
    yield { step: 'reach', state: 'ok' };
    await new Promise<void>((resolve) => {
      held.goOn = resolve;
    });
    yield { step: 'write', state: 'ok' };
    held.ended += 1;
  },
}));
vi.mock('../../lib/sync/setup.ts', async (original) => ({
  ...(await original<object>()),
  findStore: async () => ({ ok: true, value: { state: 'new' } }),
  joinStore: async () => {
    await new Promise<void>((resolve) => {
      held.goOn = resolve;
    });
    return { ok: true, value: { row: {}, code: null } };
  },
}));
vi.mock('../../lib/store/sync/stores.ts', () => ({
  putStore: async (_: unknown, row: unknown) => void held.kept.push(row),
  readDevice: async () => 'here',
}));
vi.mock('../../lib/store/sync/apply.ts', () => ({ countSynced: async () => 0 }));
vi.mock('../../lib/platform/device-name.ts', () => ({
  readDeviceName: async () => 'Here',
  saveDeviceName: async () => undefined,
}));
vi.mock('../../lib/platform/permissions.ts', () => ({ requestSync: async () => true }));
vi.mock('../../entrypoints/options/backup.ts', () => ({}));

const { useSetUp } = await import('../../entrypoints/options/use-set-up.ts');

const never = (): void => undefined;
const others = {
  onNow: never,
  onSwitch: never,
  onForget: never,
  onErase: never,
  onDeletions: never,
  onKeep: never,
  onKeepBoth: never,
  onUndo: never,
  onDevices: never,
  onRemoveDevice: never,
  onAccount: never,
  onChangeAccount: never,
  onPassphrase: never,
  onChangePassphrase: never,
  onClosePart: never,
};
const Page = () => {
  const { setUp, actions } = useSetUp({} as StoreDatabase, async () => undefined);
  return <Sync view={{ ...noReading, setUp, part: { at: 'closed' } }} {...others} {...actions} />;
};

const field = (at: number): Promise<HTMLInputElement> =>
  vi.waitFor(() => {
    const [found] = [...document.querySelectorAll<HTMLInputElement>('.sync__form input')].slice(at);
    if (found === undefined) throw new Error(textOf(document.body));
    return found;
  });

const connect = async (): Promise<void> => {
  await show(<Page key={Math.random()} />);
  await press(byName('button', words.sync.addDevices));
  await fill(await field(0), 'https://cloud.example.org/desk');
  await press(byName('button', words.sync.connect));
};

test('a server that keeps silent can be left, and shows nothing of itself later', async () => {
  await connect();
  await press(byName('button', words.sync.back));
  expect((await field(0)).value).toBe('https://cloud.example.org/desk');
  held.goOn();
  // The trial entry is deleted all the same.
  await vi.waitFor(() => expect(held.ended).toBe(1));
  await vi.waitFor(() => expect(textOf(document.body)).toContain(words.sync.carries));
  expect(textOf(document.body)).not.toContain(words.sync.foundNew);
});

test('a joining that was left joins nothing', async () => {
  await connect();
  held.goOn();
  await vi.waitFor(() => expect(textOf(document.body)).toContain(words.sync.foundNew));
  await fill(await field(0), 'correct horse battery');
  await fill(await field(1), 'correct horse battery');
  await press(byName('button', words.sync.make));
  await press(byName('button', words.sync.back));
  held.goOn();
  // All that comes of it has come by the next task.
  await new Promise((resolve) => setTimeout(resolve));
  expect(held.kept).toEqual([]);
  await field(0);
  expect(textOf(document.body)).toContain(words.sync.carries);
});
