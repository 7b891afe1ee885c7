import fc from 'fast-check';
import { asDeviceId, type DeviceId, tick, toMoment, toStamp } from '../../lib/merge/clock.ts';
import { canonical, type Json } from '../../lib/merge/json.ts';
import { join, lifeOf, type RecordState } from '../../lib/merge/record.ts';
import { emptyState, removeRow, writeRow } from '../../lib/merge/write.ts';

/** What four devices do with one record, with clocks that are off, and when which of them hears of which. */
export type Step =
  | {
      readonly kind: 'save';
      readonly device: number;
      readonly row: Readonly<Record<string, Json>>;
      readonly at: number;
    }
  | { readonly kind: 'delete'; readonly device: number; readonly at: number }
  | { readonly kind: 'hear'; readonly device: number; readonly from: number };

export const devices: readonly DeviceId[] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd'].map(
  asDeviceId,
);

const device = fc.integer({ min: 0, max: devices.length - 1 });
/** Few values, few moments: collisions are what this is about. */
const word = fc.constantFrom('red', 'blue', 'grün', '');
const row = fc.record(
  {
    name: word,
    description: word,
    prominence: fc.constantFrom(0, 0.5, 1),
    aliases: fc.uniqueArray(word, { maxLength: 3 }).map((texts) => texts.map((text) => ({ text }))),
  },
  { requiredKeys: ['name', 'aliases'] },
) as fc.Arbitrary<Readonly<Record<string, Json>>>;
const at = fc.integer({ min: 0, max: 40 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('save' as const), device, row, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), device, at }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('hear' as const), device, from: device }) },
);

export const history = fc.array(step, { minLength: 1, maxLength: 16 });

/** What happened, told apart by the stamp that it got; an oracle that knows causes instead of merging states. */
export interface Event {
  /** `cell\u0000stamp` of each value that came with it. */
  readonly wrote: ReadonlyMap<string, string>;
  /** `cell\u0000stamp` of each value that it replaced knowingly. */
  readonly replaced: ReadonlySet<string>;
  readonly deletes: boolean;
  /** Events that whoever did it knew of. */
  readonly knew: ReadonlySet<Event>;
}

export interface Replica {
  readonly state: RecordState;
  readonly known: ReadonlySet<Event>;
}

/** Plays a history; every state that any device was ever in comes along. */
export function play(
  steps: readonly Step[],
  table = 'entities',
): {
  readonly replicas: readonly Replica[];
  readonly states: RecordState[];
} {
  const replicas: Replica[] = devices.map(() => ({ state: emptyState(table, 'local:x'), known: new Set() }));
  const clocks = devices.map(() => 0);
  const states: RecordState[] = [];
  for (const one of steps) {
    const mine = replicas[one.device] as Replica;
    if (one.kind === 'hear') {
      const theirs = replicas[one.from] as Replica;
      replicas[one.device] = {
        state: join(mine.state, theirs.state),
        known: new Set([...mine.known, ...theirs.known]),
      };
    } else {
      const time = tick(clocks[one.device] ?? 0, one.at);
      clocks[one.device] = time;
      const stamp = toStamp(toMoment(time), devices[one.device] as DeviceId);
      const after = one.kind === 'save' ? writeRow(mine.state, one.row, stamp) : removeRow(mine.state, stamp);
      const event = eventBetween(mine, after, one.kind === 'delete');
      replicas[one.device] = { state: after, known: new Set([...mine.known, event]) };
    }
    states.push((replicas[one.device] as Replica).state);
  }
  return { replicas, states };
}

export const valuesOf = (state: RecordState): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(state.cells).flatMap(([cell, written]) =>
      written.map(({ stamp, value }) => [`${cell}\u0000${stamp}`, canonical(value)] as const),
    ),
  );

function eventBetween(before: Replica, after: RecordState, deletes: boolean): Event {
  const [old, now] = [valuesOf(before.state), valuesOf(after)];
  return {
    wrote: new Map([...now].filter(([key]) => !old.has(key))),
    replaced: new Set([...old.keys()].filter((key) => !now.has(key))),
    deletes,
    knew: before.known,
  };
}

/** Values that no known event replaced. */
export function survivors(known: ReadonlySet<Event>): ReadonlyMap<string, string> {
  const replaced = new Set([...known].flatMap(({ replaced }) => [...replaced]));
  return new Map([...known].flatMap(({ wrote }) => [...wrote]).filter(([key]) => !replaced.has(key)));
}

export const isAlive = (state: RecordState): boolean => lifeOf(state) !== 'deleted';
