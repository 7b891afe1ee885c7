import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, grounds } from '../faults/grounds.ts';
import { editsInRound, play, type Played } from '../faults/play.ts';

/** `npm run test:faults` asks for a hundred, and for a file with what came of them. */
const seeds = Number(process.env['SIDELIGHT_SEEDS'] ?? 1);
/** Which share of the seeds this process takes, of how many. */
const [share = 0, shares = 1] = (process.env['SIDELIGHT_SHARE'] ?? '0/1').split('/').map(Number);
const report = process.env['SIDELIGHT_REPORT'];
const rates = seeds > 1 ? [0.3, 0.5] : [0.5];
/** 2,400 edits; a taste of it where there is one seed. */
const rounds = seeds > 1 ? 20 : 6;

const figures = new Map<string, object>();

/** After each seed, so that hours of it are not lost with the last. */
function noteFigures(server: string, rate: number, all: readonly Played[]): void {
  if (report === undefined) return;
  figures.set(`${server} ${rate}`, { server, rate, ...sumUp(all) });
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, JSON.stringify([...figures.values()]));
}

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

/** Cells of the table by seed first, so that a run that is broken off has tried them all alike. */
const cells = Array.from({ length: seeds }, (_, nth) =>
  grounds.flatMap(([name]) => rates.map((rate) => ({ seed: nth + 1, name, rate }))),
)
  .flat()
  .filter(({ seed }) => seed % shares === share);

describe('four devices with clocks that are off, before a server that fails', () => {
  const running = new Map<string, Ground>();
  const all = new Map<string, Played[]>();
  beforeAll(async () => {
    for (const [name, isPresent, start] of grounds) if (isPresent) running.set(name, await start());
  }, 120_000);
  afterAll(async () => {
    for (const ground of running.values()) await ground.close();
  });

  test.for(cells)(
    'seed $seed, $name, a rate of $rate: nothing is lost, and all are the same within three rounds',
    { timeout: seeds > 1 ? 1_800_000 : 240_000 },
    async ({ seed, name, rate }, { skip }) => {
      const ground = running.get(name);
      if (ground === undefined) return skip(`${name} is not installed here`);
      const played = await play(ground, { seed, rate, rounds });
      expect(played).toMatchObject({ errors: [], records: [], values: [], doubled: [], pictures: [] });
      expect(played.convergedAfter, 'rounds').not.toBeNull();
      expect(played.edits).toBeGreaterThanOrEqual(rounds * editsInRound);
      const cell = `${name} ${rate}`;
      all.set(cell, [...(all.get(cell) ?? []), played]);
      noteFigures(name, rate, all.get(cell) ?? []);
      if (report !== undefined) process.stderr.write(`${cell} seed ${seed}: ${tell(played)}\n`);
    },
  );
});
