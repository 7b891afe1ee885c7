import { expect, test } from 'vitest';
import { asEntityId } from '../../lib/model/ids.ts';
import { join } from '../../lib/merge/record.ts';
import { removeRow, writeRow } from '../../lib/merge/write.ts';
import { toMoment, toStamp, asDeviceId, tick } from '../../lib/merge/clock.ts';
import { applying } from '../../lib/store/sync/apply.ts';
import { forgetStore } from '../../lib/store/sync/stores.ts';
import { toRecordRow } from '../../lib/store/sync/track.ts';
import { decideOn, readDesk, undoDecision } from '../../lib/sync/desk.ts';
import { delayAfter } from '../../lib/sync/back-off.ts';
import { stateOf } from '../../lib/sync/status.ts';
import { toAddress } from '../../lib/sync/setup.ts';
import { blankStore, openDevice, time } from './devices.ts';

const ada = { id: asEntityId('local:1'), type: 'person' as const, name: 'Ada', aliases: [], description: '' };

async function withConflict() {
  const { database } = await openDevice({ name: 'one', store: {} });
  await database.entities.put(ada);
  const row = (await database.syncRecords.get(['entities', 'local:1']))!;
  const elsewhere = toStamp(toMoment(tick(0, time.now + 5000)), asDeviceId('elsewhere000'));
  const theirs = writeRow(row.state, { ...ada, name: 'Ada Vidal' }, elsewhere);
  await database.entities.update('local:1', { name: 'Ada Moreno' });
  const mine = (await database.syncRecords.get(['entities', 'local:1']))!;
  await applying(database, async () => {
    await database.syncRecords.put(toRecordRow(join(mine.state, theirs), mine.edit));
  });
  return database;
}

test('a conflict is decided in the row and for everybody, and can be taken back', async () => {
  const database = await withConflict();
  const [conflict] = (await readDesk(database, 'here')).conflicts;
  expect(conflict).toMatchObject({
    field: 'name',
    versions: [{ text: 'Ada Vidal' }, { text: 'Ada Moreno', device: 'here' }],
  });
  await decideOn(database, conflict!, { kind: 'one', nth: 1 });
  expect((await database.entities.get('local:1'))?.name).toBe('Ada Moreno');
  expect(await readDesk(database, 'here')).toMatchObject({ conflicts: [], canUndo: true });
  await undoDecision(database);
  expect((await readDesk(database, 'here')).conflicts).toMatchObject([
    { versions: [{ text: 'Ada Vidal' }, { text: 'Ada Moreno' }] },
  ]);
  expect((await database.entities.get('local:1'))?.name).toBe('Ada Vidal');
});

test.each([
  ['keeping it', 0],
  ['deleting it', 1],
])('of a record that one deleted and another changed, %s can be taken back: it is asked anew', async (_, nth) => {
  const { database } = await openDevice({ name: 'one', store: {} });
  await database.entities.put(ada);
  const row = (await database.syncRecords.get(['entities', 'local:1']))!;
  const elsewhere = toStamp(toMoment(tick(0, time.now + 5000)), asDeviceId('elsewhere000'));
  await database.entities.update('local:1', { name: 'Ada Moreno' });
  const mine = (await database.syncRecords.get(['entities', 'local:1']))!;
  await applying(database, async () => {
    await database.syncRecords.put(toRecordRow(join(mine.state, removeRow(row.state, elsewhere)), mine.edit));
  });
  const [asked] = (await readDesk(database, 'here')).conflicts;
  expect(asked).toMatchObject({ field: null });
  await decideOn(database, asked!, { kind: 'one', nth });
  expect(await readDesk(database, 'here')).toMatchObject({ conflicts: [], canUndo: true });
  expect(await database.entities.count()).toBe(1 - nth);
  await undoDecision(database);
  expect(await readDesk(database, 'here')).toMatchObject({ conflicts: [{ field: null }], canUndo: false });
  expect(await database.entities.get('local:1')).toMatchObject({ name: 'Ada Moreno' });
});

test('both texts can be kept in one', async () => {
  const database = await withConflict();
  const [conflict] = (await readDesk(database, 'here')).conflicts;
  await decideOn(database, conflict!, { kind: 'both' });
  expect((await database.entities.get('local:1'))?.name).toBe('Ada Vidal; Ada Moreno');
});

test.each([
  ['cloud.example.org/dav/', 'https://cloud.example.org/dav'],
  ['https://a.example:8443/x/?y#z', 'https://a.example:8443/x'],
  ['http://127.0.0.1:5984/desk', 'http://127.0.0.1:5984/desk'],
  ['', null],
  ['https://', null],
])('the address "%s" is used as %s', (typed, address) => {
  expect(toAddress(typed)).toBe(address);
});

test.each([
  ['a server that cannot be reached', 'Unreachable', 1, 'offline'],
  ['one that cannot be reached for long', 'Unreachable', 50, 'offline'],
  ['a server that fails', 'ServerFault', 1, 'failing'],
  ['one that is busy', 'Busy', 7, 'failing'],
  ['one that fails for long', 'ServerFault', 8, 'attention'],
  ['a password that is refused', 'SignInRefused', 1, 'attention'],
] as const)('%s (%s, %d times in a row): %s', (_, code, failures, state) => {
  const store = { ...blankStore, lastSuccess: 1, trouble: { code, detail: '', at: 0 }, failures };
  expect(stateOf(store, { pending: 0, isRunning: false }).state).toBe(state);
});

test('a store without trouble is up to date', () => {
  expect(stateOf({ ...blankStore, lastSuccess: 1 }, { pending: 0, isRunning: false }).state).toBe('up-to-date');
});

test('a store that was never whole is not up to date', () => {
  expect(stateOf(blankStore, { pending: 0, isRunning: false }).state).toBe('new');
});

test('waiting grows with each failure, to half an hour', () => {
  const delays = [1, 2, 5, 50].map((failures) => delayAfter(failures, 1));
  expect(delays).toEqual([15_000, 30_000, 240_000, 1_800_000]);
});

test('a store that is removed from this device leaves the records where they are', async () => {
  const { database } = await openDevice({ name: 'one', store: {} });
  await database.entities.put(ada);
  await forgetStore(database, 'desk');
  expect([await database.syncStores.count(), await database.entities.count()]).toEqual([0, 1]);
});
