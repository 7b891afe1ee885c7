import { describe, expect, test } from 'vitest';
import {
  asDeviceId,
  type DeviceId,
  driftAllowed,
  receive,
  tick,
  timeOf,
  toMoment,
  toStamp,
  wallTimeOf,
} from '../../lib/merge/clock.ts';
import { toRow } from '../../lib/merge/cells.ts';
import { asksReader, decide, findConflicts, partTexts, reopen } from '../../lib/merge/conflicts.ts';
import { toJson } from '../../lib/merge/json.ts';
import { policyOf } from '../../lib/merge/policy.ts';
import { join, lifeOf, type RecordState } from '../../lib/merge/record.ts';
import { emptyState, removeRow, revive, writeRow } from '../../lib/merge/write.ts';

const [here, there, elsewhere] = [
  asDeviceId('laptop000000'),
  asDeviceId('desktop00000'),
  asDeviceId('newname00000'),
] as const;
const at = (milliseconds: number, device: DeviceId = here) => toStamp(toMoment(tick(0, milliseconds)), device);
const hour = 3_600_000;

describe('the clock', () => {
  test.each([
    ['goes with the wall clock', 0, 5, 5 * 1024],
    ['counts on within a millisecond', 5 * 1024, 5, 5 * 1024 + 1],
    ['never goes back with it', 9 * 1024, 5, 9 * 1024 + 1],
  ])('%s', (_, last, now, next) => expect(tick(last, now)).toBe(next));

  test.each([
    ['an hour behind', -hour, 0, 0],
    ['five seconds ahead', 5000, 5000, 0],
    ['an hour ahead: capped and told', hour, driftAllowed, hour],
  ])('a device that is %s', (_, off, moves, ahead) => {
    const now = 100 * hour;
    const heard = receive(now * 1024, toMoment((now + off) * 1024), now);
    expect([Math.round(heard.time / 1024) - now, heard.ahead]).toEqual([moves, ahead]);
  });

  test('a moment reads back', () => {
    const now = Date.UTC(2040, 0, 1);
    expect(timeOf(toMoment(now * 1024))).toBe(now * 1024);
    expect(wallTimeOf(at(now))).toBe(now);
  });
});

const note = (text: string) => ({ id: 'n', subject: 'wd:Q1', text, changedAt: 1 });
const start = (table: string, row: object): RecordState => writeRow(emptyState(table, 'n'), row, at(1));

test('an edit on a device whose clock is far behind still replaces what it was made on', () => {
  const first = start('facts', { value: 'old' });
  const ahead = writeRow(first, { value: 'from the future' }, at(1000 * hour, there));
  const after = writeRow(ahead, { value: 'corrected' }, at(2));
  expect(toRow(join(ahead, after), policyOf('facts'))['value']).toBe('corrected');
  expect(findConflicts(after)).toEqual([]);
});

test('two edits at once: the later wins, the other is asked about, and a decision can be taken back', () => {
  const first = start('facts', { value: 'a' });
  const both = join(writeRow(first, { value: 'b' }, at(5)), writeRow(first, { value: 'c' }, at(6, there)));
  expect(findConflicts(both)).toMatchObject([
    { cell: 'value', winner: { value: 'c', device: there, at: 6 }, lost: [{ value: 'b', device: here, at: 5 }] },
  ]);
  const decided = decide(both, 'value', { value: 'b', clock: at(7) });
  expect(toRow(join(both, decided), policyOf('facts'))['value']).toBe('b');
  expect(asksReader(join(decided, both))).toBe(false);
  const again = reopen(decided, 'value', { values: ['c', 'b'], clock: at(8) });
  expect(findConflicts(join(again, both))).toMatchObject([{ winner: { value: 'c' }, lost: [{ value: 'b' }] }]);
});

test('items of a list that two devices add are both there, in the order of their making', () => {
  const first = start('entities', { name: 'x', aliases: [{ text: 'one' }, { text: 'two' }] });
  const row = (texts: string[]) => ({ name: 'x', aliases: texts.map((text) => ({ text })) });
  const here = writeRow(first, row(['one', 'two', 'three']), at(5));
  const other = writeRow(first, row(['two', 'four']), at(6, there));
  expect(toRow(join(here, other), policyOf('entities'))['aliases']).toEqual([
    { text: 'two' },
    { text: 'three' },
    { text: 'four' },
  ]);
});

test('texts of two people become two notes, the same ones everywhere', () => {
  const first = start('notes', note('a'));
  const [mine, theirs] = [writeRow(first, note('mine'), at(5)), writeRow(first, note('theirs'), at(6, there))];
  const parted = partTexts(join(mine, theirs));
  expect(parted.state.cells['text']).toHaveLength(1);
  expect(parted.others.map((other) => toRow(other, policyOf('notes')))).toMatchObject([
    { subject: 'wd:Q1', text: 'mine' },
  ]);
  expect(partTexts(join(theirs, mine))).toEqual(parted);
  expect(toRow(join(parted.state, mine), policyOf('notes'))['text']).toBe('theirs');
});

test('a text that a device sent by its old name and by its new one becomes one note, not two', () => {
  const first = start('notes', note('a'));
  const theirs = writeRow(first, note('theirs'), at(9, there));
  const [sent, renamed] = [writeRow(first, note('mine'), at(5)), writeRow(first, note('mine'), at(5, elsewhere))];
  const [one] = partTexts(join(theirs, sent)).others;
  const [other] = partTexts(join(theirs, renamed)).others;
  if (one === undefined || other === undefined) throw new Error('nothing has parted');
  expect(other.id).toBe(one.id);
  const { state, others } = partTexts(join(one, other));
  expect([toRow(state, policyOf('notes'))['text'], others]).toEqual(['mine', []]);
});

test('deleted here, changed there: it stays and is asked about; kept or deleted, that is the end of it', () => {
  const first = start('facts', { value: 'a' });
  const both = join(removeRow(first, at(9)), writeRow(first, { value: 'b' }, at(6, there)));
  expect([lifeOf(both), findConflicts(both)[0]?.kind]).toEqual(['contested', 'deleted']);
  expect(lifeOf(join(both, revive(both, at(10))))).toBe('present');
  expect(lifeOf(join(both, removeRow(both, at(10))))).toBe('deleted');
});

test('what programs computed differently is kept and asks nobody', () => {
  const first = start('claims', { text: 't', about: [], by: [] });
  const both = join(
    writeRow(first, { text: 't', about: ['wd:Q1'], by: ['1'] }, at(5)),
    writeRow(first, { text: 't', about: ['wd:Q2'], by: ['2'] }, at(6, there)),
  );
  expect(findConflicts(both)).toMatchObject([{ cell: 'about', lost: [{ value: ['wd:Q1'] }] }]);
  expect(asksReader(both)).toBe(false);
});

test.each<[rule: string, value: unknown, json: unknown]>([
  ['what is undefined is left out', { a: 1, b: undefined }, { a: 1 }],
  ['a letter of two halves stays', '😀', '😀'],
  ['half a letter is none', 'cut \ud83d', 'cut \ufffd'],
  ['the other half neither', { '\ude00': ['\ude00\ud83d'] }, { '\ufffd': ['\ufffd\ufffd'] }],
  ['a backslash before such letters is one', 'C:\\ud83d', 'C:\\ud83d'],
  ['a backslash before half a letter stays', '\\\ud83d', '\\\ufffd'],
])('%s', (_, value, json) => {
  expect(toJson(value)).toEqual(json);
});

test.each(['constructor', '__proto__', 'toString'])('a row with a field %s can be written again and again', (field) => {
  const row = (text: string): object => JSON.parse(`{"id":"n","text":"${text}","${field}":5}`) as object;
  const state = writeRow(writeRow(emptyState('notes', 'n'), row('a'), at(1)), row('b'), at(2));
  expect(Object.keys(state.cells)).toEqual(['text']);
  expect(toRow(state, policyOf('notes'))).toEqual({ id: 'n', text: 'b' });
});
