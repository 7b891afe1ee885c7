import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { type Device, openDevice, time } from '../devices.ts';
import { type Ground, lastingGrounds } from '../faults/grounds.ts';

/** `npm run test:faults` asks for more of them. */
const kills = Number(process.env['SIDELIGHT_SERVER_KILLS'] ?? 2);
/** More than one batch. */
const records = 700;

const person = (nth: number, name: string) => ({
  id: asEntityId(`local:${nth}`),
  type: 'person' as const,
  name,
  aliases: [{ text: `${name}, as some call them` }],
  description: '',
});

const namesOf = async ({ database }: Device) => (await database.entities.toArray()).map(({ name }) => name).toSorted();

/** Requests that carry records. */
const isBatch = (input: string, init: RequestInit | undefined): boolean =>
  input.endsWith('/_bulk_docs') || (init?.method === 'PUT' && input.includes('/temporary/'));

describe.each(lastingGrounds)('%s is killed', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'while it takes a batch' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    test(
      'and started again: nothing is lost and nothing is there twice',
      async ({ skip }) => {
        const { restart } = ground;
        if (restart === null) return skip('COUCHDB_URL names a server that is not ours to end');
        const { store } = await ground.makeStore();
        let kill: { readonly after: number; readonly done: Promise<void> | null } | null = null;
        const killing: Fetch = async (input, init) => {
          const answer = fetch(input, init);
          if (kill?.done === null && isBatch(input, init)) {
            const { after } = kill;
            kill = { after, done: sleep(after).then(restart) };
          }
          return answer;
        };
        const connect = (row: SyncStoreRow) => connectStore(row, { fetch: killing, deviceName: 'one' });
        const one = await openDevice({ name: 'one', store, connect });
        const two = await openDevice({ name: 'two', store });
        let wanted: readonly string[] = [];
        for (let round = 0; round < kills; round += 1) {
          time.now += 1000;
          const people = Array.from({ length: records }, (_, nth) => person(nth, `Round ${round} of ${nth}`));
          await one.database.entities.bulkPut(people);
          wanted = people.map((one) => one.name).toSorted();
          // From the first byte to behind the answer.
          kill = { after: (round * 17) % 60, done: null };
          await one.sync();
          expect(kill.done).not.toBeNull();
          await kill.done;
        }
        for (const device of [one, two, one]) expect(await device.sync()).toEqual({ end: 'done' });
        for (const device of [one, two]) {
          expect(await namesOf(device)).toEqual(wanted);
          expect(await device.database.syncRecords.where('asks').equals(1).count()).toBe(0);
        }
      },
      60_000 + kills * 20_000,
    );
  });
});
