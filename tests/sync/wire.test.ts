import { describe, expect, test } from 'vitest';
import { toMoment, toStamp } from '../../lib/merge/clock.ts';
import { emptyState, stampFor, writeRow } from '../../lib/merge/write.ts';
import { join, type RecordState } from '../../lib/merge/record.ts';
import { parseState, toWire } from '../../lib/sync/wire.ts';

const device = 'devicedevice';
const moment = toMoment(1_800_000_000_000 * 1024);
const stamp = `${moment}${device}`;
const told = {
  table: 'notes',
  id: 'n',
  seen: { [device]: moment },
  cells: { text: [{ stamp, value: 'A note' }] },
  gone: [],
};

const nest = (depth: number): unknown => (depth === 0 ? 'x' : [nest(depth - 1)]);
/** As it arrives: JSON has keys that no literal has. */
const arrived = (text: string): unknown => JSON.parse(text.replaceAll('"$', '"'));

describe('a record from elsewhere', () => {
  test('is what was sent', () => {
    const state = parseState(told);
    expect(state).not.toBeNull();
    expect(toWire(state as RecordState)).toEqual(told);
  });

  test.each<[what: string, record: unknown]>([
    ...['__proto__', 'constructor', 'toString'].flatMap((name): [string, unknown][] => [
      [`a cell ${name}`, arrived(JSON.stringify({ ...told, cells: { [`$${name}`]: told.cells.text } }))],
      [`a table ${name}`, { ...told, table: name }],
      [`a device ${name}`, arrived(JSON.stringify({ ...told, seen: { [`$${name}`]: moment } }))],
      [
        `a device ${name} that had deleted it`,
        arrived(JSON.stringify({ ...told, gone: [{ stamp, over: { [`$${name}`]: moment } }] })),
      ],
    ]),
    ['a value nested without measure', { ...told, cells: { text: [{ stamp, value: nest(300) }] } }],
    [
      'a number without end',
      arrived(JSON.stringify({ ...told, cells: { text: [{ stamp, value: 7 }] } }).replace('7}', '1e999}')),
    ],
    ['a stamp after which nothing can be written', { ...told, cells: { text: [{ stamp: `zzzzzzzzzzz${device}` }] } }],
    ['a moment after which nothing can be written', { ...told, seen: { [device]: 'zzzzzzzzzzz' } }],
  ])('is none with %s', (_, record) => {
    expect(parseState(record)).toBeNull();
  });

  test('of the last moment that there is can still be changed', () => {
    const last = '2fzzzzzzzzz';
    const state = parseState({
      ...told,
      seen: { [device]: last },
      cells: { text: [{ stamp: `${last}${device}`, value: 'A note' }] },
    });
    expect(state).not.toBeNull();
    const before = state as RecordState;
    const mine = toStamp(moment, 'anotherdevic' as never);
    expect(stampFor(before, mine) > `${last}${device}`).toBe(true);
    const after = writeRow(before, { id: 'n', text: 'Mine' }, mine);
    expect(join(before, after).cells['text']?.[0]?.value).toBe('Mine');
    expect(join(emptyState('notes', 'n'), after)).toEqual(after);
  });
});
