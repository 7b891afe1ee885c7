import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, grounds } from '../faults/grounds.ts';
import { play, type Played } from '../faults/play.ts';

/** `npm run test:faults` asks for a hundred, and for a file with what came of them. */
const seeds = Number(process.env['SIDELIGHT_SEEDS'] ?? 1);
const report = process.env['SIDELIGHT_REPORT'];
const rates = seeds > 1 ? [0.3, 0.5] : [0.5];

const figures: object[] = [];
afterAll(() => {
  if (report === undefined) return;
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify(figures));
});

const tell = ({ requests, conflicts, convergedAfter, ends }: Played): string =>
  `${requests} requests, ${conflicts} conflicts, the same after ${convergedAfter} rounds, runs ${[...ends].map(([end, count]) => `${end} ${count}`).join(', ')}`;

const sumUp = (all: readonly Played[]) => {
  const sum = (pick: (one: Played) => number): number => all.reduce((total, one) => total + pick(one), 0);
  return {
    seeds: all.length,
    edits: sum(({ edits }) => edits),
    requests: sum(({ requests }) => requests),
    faults: sum(({ happened }) => [...happened.values()].reduce((total, count) => total + count, 0)),
    conflicts: sum(({ conflicts }) => conflicts),
    lostRecords: sum(({ records }) => records.length),
    lostValues: sum(({ values }) => values.length),
    doubled: sum(({ doubled }) => doubled.length),
    rounds: Math.max(...all.map(({ convergedAfter }) => convergedAfter ?? Number.POSITIVE_INFINITY)),
  };
};

describe.each(grounds)('four devices with clocks that are off, before %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'that' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    test.each(rates)(
      'fails at a rate of %s: nothing is lost, and all are the same within three rounds',
      async (rate) => {
        const all: Played[] = [];
        for (let seed = 1; seed <= seeds; seed += 1) {
          const played = await play(ground, seed, rate);
          expect(played, `seed ${seed}`).toMatchObject({ errors: [], records: [], values: [], doubled: [] });
          expect(played.convergedAfter, `seed ${seed}: rounds`).not.toBeNull();
          expect(played.edits).toBeGreaterThanOrEqual(2400);
          all.push(played);
          if (report !== undefined) process.stderr.write(`${name} ${rate} seed ${seed}: ${tell(played)}\n`);
        }
        figures.push({ server: name, rate, ...sumUp(all) });
      },
      60_000 * Math.max(1, seeds),
    );
  });
});
