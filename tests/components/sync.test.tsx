// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { SyncActions, SyncView } from '../../components/sync/sync-view.ts';
import { Sync } from '../../components/sync/Sync.tsx';
import { syncFailureCodes, type SyncedStore, type SyncState } from '../../lib/model/sync.ts';
import { draftOf } from '../../lib/sync/setup.ts';
import { noReading } from '../../lib/sync/desk.ts';
import { stateWords } from '../../components/sync/state-words.ts';
import { byName, press, show, textOf } from './render.tsx';

const store = (state: SyncState): SyncedStore => ({
  id: 's',
  kind: 'webdav',
  name: 'cloud.example.org',
  url: 'https://cloud.example.org/s',
  isOn: true,
  isEncrypted: true,
  carries: { notes: true, reading: true },
  state,
  lastSuccess: null,
});

const actions = (): SyncActions => ({
  onAdd: vi.fn(),
  onConnect: vi.fn(),
  onConnectAgain: vi.fn(),
  onBack: vi.fn(),
  onCancel: vi.fn(),
  onJoin: vi.fn(),
  onCodeKept: vi.fn(),
  onNow: vi.fn(),
  onSwitch: vi.fn(),
  onForget: vi.fn(),
  onErase: vi.fn(),
  onDeletions: vi.fn(),
  onKeep: vi.fn(),
  onKeepBoth: vi.fn(),
  onUndo: vi.fn(),
  onDevices: vi.fn(),
  onRemoveDevice: vi.fn(),
  onAccount: vi.fn(),
  onChangeAccount: vi.fn(),
  onPassphrase: vi.fn(),
  onChangePassphrase: vi.fn(),
  onClosePart: vi.fn(),
});

const closed: SyncView = { ...noReading, setUp: { at: 'closed' }, part: { at: 'closed' } };

describe('how a store is', () => {
  test('without a network it is not the server that is told of', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(stateWords({ state: 'offline', pending: 3 })).toBe('Offline, 3 changes wait');
    expect(stateWords({ state: 'offline', pending: 0 })).toBe('Offline. Sidelight tries again by itself');
    online.mockRestore();
  });

  test.each<[SyncState, string]>([
    [{ state: 'up-to-date' }, 'Up to date'],
    [{ state: 'syncing', done: 320, total: 1200 }, 'Syncing 320 of 1,200'],
    [{ state: 'waiting', pending: 1 }, '1 change waits to be sent'],
    [{ state: 'offline', pending: 3 }, 'The server does not answer, 3 changes wait'],
    [{ state: 'offline', pending: 0 }, 'The server does not answer. Sidelight tries again by itself'],
    [
      { state: 'failing', code: 'ServerFault', detail: 'the server answered 500', pending: 1 },
      'The server has a fault, 1 change',
    ],
    [{ state: 'failing', code: 'ServerFault', detail: 'the server answered 500', pending: 0 }, 'The server failed.'],
    [{ state: 'paused', pending: 0 }, 'Paused'],
    [{ state: 'attention', code: 'SignInRefused', detail: '401', pending: 0 }, 'refuses the account or the password'],
    [{ state: 'attention', code: 'ServerFull', detail: '507', pending: 2 }, '2 changes wait to be sent'],
  ])('%o', async (state, words) => {
    expect(textOf(await show(<Sync view={{ ...closed, stores: [store(state)] }} {...actions()} />))).toContain(words);
  });

  test.each(syncFailureCodes)('%s is told in words of ours, what the server said is folded', async (code) => {
    const detail = 'the server answered 418: I am a teapot';
    const state = { state: 'attention', code, detail, pending: 0 } as const;
    const page = await show(<Sync view={{ ...closed, stores: [store(state)] }} {...actions()} />);
    expect(textOf(page.querySelector('details'))).toBe(`Technical details${detail}`);
    page.querySelector('details')?.remove();
    expect(textOf(page)).not.toContain(detail);
    expect(textOf(page.querySelector('.sync__trouble'))).not.toBe('');
  });

  test('removing and deleting are two things, and each asks first', async () => {
    const done = actions();
    await show(<Sync view={{ ...closed, stores: [store({ state: 'up-to-date' })] }} {...done} />);
    await press(byName('button', 'Delete on server'));
    expect(done.onErase).not.toHaveBeenCalled();
    await press(byName('button', 'Yes, do it'));
    expect([done.onErase, done.onForget].map((call) => vi.mocked(call).mock.calls.length)).toEqual([1, 0]);
  });
});

test('an account that is refused can be given anew, alone, and what is wrong with it is told there', async () => {
  const done = actions();
  const refused = store({ state: 'attention', code: 'SignInRefused', detail: 'the server answered 401', pending: 0 });
  const page = await show(<Sync view={{ ...closed, stores: [refused] }} {...done} />);
  await press(byName('button', 'Account and password'));
  expect(done.onAccount).toHaveBeenCalledWith(refused);
  const trouble = { code: 'SignInRefused', detail: 'the server answered 401' } as const;
  const part = { at: 'account', store: refused.id, user: 'marta', isWorking: false, trouble } as const;
  await show(<Sync view={{ ...closed, stores: [refused], part }} {...done} />);
  const field = page.ownerDocument.querySelector<HTMLInputElement>('.sync__part input[type=password]')!;
  field.value = 'new secret';
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await press(byName('button', 'Sign in with these'));
  expect(done.onChangeAccount).toHaveBeenCalledWith('marta', 'new secret');
});

test('a test of the connection tells which step failed, why, and what to do', async () => {
  const draft = { ...draftOf('webdav'), url: 'https://cloud.example.org/s' };
  const steps = [
    { step: 'reach', state: 'ok' },
    { step: 'sign-in', state: 'failed', code: 'SignInRefused', detail: 'the server answered 401' },
  ] as const;
  const done = actions();
  const page = await show(
    <Sync view={{ ...closed, setUp: { at: 'checking', draft, steps, isOver: true } }} {...done} />,
  );
  const lines = [...page.querySelectorAll('li')].map(textOf);
  expect(lines[0]).toBe('Reach the server: done');
  expect(lines[1]).toContain('Sign in: failed');
  expect(lines[1]).toContain('app password');
  expect(lines[2]).toBe('Read what is there: not yet');
  await press(byName('button', 'Connect'));
  expect(done.onConnectAgain).toHaveBeenCalledOnce();
});

test('who may only read is told what that means', async () => {
  const draft = { ...draftOf('couchdb'), url: 'https://couch.example.org/desk' };
  const steps = [{ step: 'write', state: 'read-only' }] as const;
  const page = await show(
    <Sync view={{ ...closed, setUp: { at: 'checking', draft, steps, isOver: false } }} {...actions()} />,
  );
  const [line] = [...page.querySelectorAll('li.is-read-only')].map(textOf);
  expect(line).toContain('Write a trial entry: not allowed');
  expect(line).toContain('what you change stays on this device');
});

test.each(['constructor', 'mood'])(
  'a conflict of a field that has no name here is told by its own word: %s',
  async (field) => {
    const versions = ['a', 'b'].map((text) => ({ text, device: 'Laptop', at: 0 }));
    const conflict = { key: 'k', title: 'Ada Moreno', field, versions, canKeepBoth: true };
    const page = await show(<Sync view={{ ...closed, conflicts: [conflict], conflictsInAll: 1 }} {...actions()} />);
    expect(page.textContent).toContain(field);
  },
);

test('both versions of a conflict can be kept, with who wrote them and when', async () => {
  const done = actions();
  const versions = [
    { device: 'this device', at: Date.UTC(2026, 10, 23, 12), text: 'Minister' },
    { device: 'Firefox · Linux', at: Date.UTC(2026, 10, 23, 11), text: 'Deputy minister' },
  ];
  const conflict = { key: 'k', title: 'Ada Moreno', field: 'description', versions, canKeepBoth: true };
  const page = await show(<Sync view={{ ...closed, conflicts: [conflict], conflictsInAll: 1 }} {...done} />);
  expect(textOf(page)).toContain('Deputy minister');
  expect(textOf(page)).toContain('Firefox · Linux · 23 Nov 2026');
  await press([...page.querySelectorAll<HTMLElement>('button')].filter((each) => textOf(each) === 'Keep this')[1]!);
  expect(done.onKeep).toHaveBeenCalledWith(conflict, 1);
  await press(byName('button', 'Keep both'));
  expect(done.onKeepBoth).toHaveBeenCalledWith(conflict);
});

test('a mass deletion asks, and nothing else does it', async () => {
  const done = actions();
  const state = { state: 'attention', code: 'MassDeletion', detail: '', pending: 0 } as const;
  const page = await show(<Sync view={{ ...closed, held: 1200, stores: [store(state)] }} {...done} />);
  expect(textOf(page)).toContain('1,200 of your records');
  await press(byName('button', 'Keep them'));
  expect(done.onDeletions).toHaveBeenCalledWith('keep');
});

test('the recovery code reads from left to right in every language: one that begins with figures would not', async () => {
  const code = '12345-Z9Z9Z-2VGY6';
  await show(<Sync view={{ ...closed, setUp: { at: 'code', code } }} {...actions()} />);
  expect(textOf(document.querySelector('bdi[dir="ltr"]'))).toBe(code);
});
