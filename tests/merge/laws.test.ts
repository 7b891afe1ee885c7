import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toRow } from '../../lib/merge/cells.ts';
import { findConflicts } from '../../lib/merge/conflicts.ts';
import { canonical, type Json } from '../../lib/merge/json.ts';
import { policyOf } from '../../lib/merge/policy.ts';
import { join, type RecordState } from '../../lib/merge/record.ts';
import { type Event, history, isAlive, play, survivors, valuesOf } from './histories.ts';

/** Each law is held by as many histories. */
const cases = { numRuns: 10_000 };
const patient = 180_000;

const text = (state: RecordState): string => canonical(state as unknown as Json);

test('the join is commutative, associative and idempotent', { timeout: patient }, () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.nat(), fc.nat(), (steps, ...picks) => {
      const { states } = play(steps);
      const [a, b, c] = picks.map((pick) => states[pick % states.length]) as [RecordState, RecordState, RecordState];
      const ab = join(a, b);
      expect(text(join(b, a))).toBe(text(ab));
      expect(text(join(ab, c))).toBe(text(join(a, join(b, c))));
      expect(text(join(a, a))).toBe(text(a));
      expect(text(join(ab, b))).toBe(text(ab));
    }),
    cases,
  );
});

test('nothing is lost, nothing comes back', { timeout: patient }, () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { maxLength: 4 }), (steps, picks) => {
      const { replicas, states } = play(steps);
      const state = replicas.map((replica) => replica.state).reduce(join);
      const known = replicas.map((replica) => replica.known).reduce((all, more) => new Set([...all, ...more]));
      const living = survivors(known);
      // Just the values that nobody replaced knowingly are there.
      expect(valuesOf(state)).toEqual(living);
      expect(isAlive(state)).toBe(shouldLive(known, living));
      expectFindable(state, living);
      // Old states that are heard again change nothing.
      expect(text(picks.map((pick) => states[pick % states.length] as RecordState).reduce(join, state))).toBe(
        text(state),
      );
    }),
    cases,
  );
});

/** A record is deleted just where deletions that nobody took back knew of all that was written and still counts. */
function shouldLive(known: ReadonlySet<Event>, living: ReadonlyMap<string, string>): boolean {
  const all = [...known];
  const standing = all.filter(
    (one) => one.deletes && !all.some((later) => !later.deletes && later.wrote.size > 0 && later.knew.has(one)),
  );
  const isUnseen = (event: Event): boolean =>
    [...event.wrote.keys()].some((key) => living.has(key)) && !standing.some(({ knew }) => knew.has(event));
  return standing.length === 0 || all.some(isUnseen);
}

/** The winner stands in the row, whatever lost among the conflicts. */
function expectFindable(state: RecordState, living: ReadonlyMap<string, string>): void {
  if (!isAlive(state)) return;
  const row = toRow(state, policyOf(state.table));
  const lost = findConflicts(state).flatMap((conflict) =>
    conflict.kind === 'values' ? conflict.lost.map(({ value }) => `${conflict.cell}=${canonical(value)}`) : [],
  );
  for (const [key, value] of living) {
    const cell = key.split('\u0000')[0] as string;
    if (cell.includes('/')) continue;
    expect(canonical(row[cell]) === value || lost.includes(`${cell}=${value}`)).toBe(true);
  }
}
