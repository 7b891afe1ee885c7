import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toRow } from '../../lib/merge/cells.ts';
import { asksReader, findConflicts } from '../../lib/merge/conflicts.ts';
import { canonical, type Json } from '../../lib/merge/json.ts';
import { policyOf } from '../../lib/merge/policy.ts';
import { join } from '../../lib/merge/record.ts';
import { history, isAlive, play } from './histories.ts';

test('what is merged is one of the pictures that there were, never one under the licence of another', () => {
  const pictures = history.map((steps) =>
    steps.map((step) => {
      if (step.kind !== 'save') return step;
      const { name = '', description = '-' } = step.row;
      return { ...step, row: { id: 'local:x', hash: name, licence: description, at: step.at } };
    }),
  );
  fc.assert(
    fc.property(pictures, (steps) => {
      const { replicas } = play(steps, 'images');
      const state = replicas.map((replica) => replica.state).reduce(join);
      if (!isAlive(state) || Object.keys(state.cells).length === 0) return;
      const made = steps.flatMap((step) => (step.kind === 'save' ? [canonical(step.row)] : []));
      expect(made).toContain(canonical(toRow(state, policyOf('images')) as Json));
      expect([findConflicts(state).filter(({ kind }) => kind === 'values'), asksReader(state)]).toEqual([[], false]);
    }),
    { numRuns: 2_000 },
  );
});
