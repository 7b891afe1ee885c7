import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDevices, removeDevice } from '../../../lib/sync/devices.ts';
import { type Device, openDevice, time } from '../devices.ts';
import { type Ground, grounds } from '../faults/grounds.ts';
import { namesOf, person } from './hands.ts';

const day = 86_400_000;

const named = ({ database }: Device, id: string) => database.entities.get(id);

describe.each(grounds.slice(0, 2))('with %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'a device that was off for weeks' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    test('hears of all that was written and deleted, brings what it had, and its wrong clock wins nothing and loses nothing', async () => {
      const { store } = await ground.makeStore();
      const open = (each: string) => openDevice({ name: each, store });
      const [one, two, three] = (await Promise.all(['one', 'two', 'three'].map(open))) as [Device, Device, Device];
      await one.database.entities.bulkPut(Array.from({ length: 60 }, (_, nth) => person(`local:${nth}`, `P${nth}`)));
      await two.database.entities.put(person('local:two', 'Two'));
      for (const device of [one, two, three, one]) expect(await device.sync()).toEqual({ end: 'done' });
      // Written just before it went off, and never sent.
      await two.database.entities.update('local:1', { name: 'Ada' });
      await two.database.entities.delete('local:2');
      await two.database.entities.put(person('local:away', 'Away'));

      // Whoever is taken for lost is not waited for: what was written is put together, and the old parts go.
      const found = await listDevices(one.database, (await one.database.syncStores.get('desk'))!, fetch);
      const lost = (found.ok ? found.value : []).find((each) => each.name === 'two')?.id ?? '';
      expect(lost).not.toBe('');
      const kept = (await one.database.syncStores.get('desk'))!;
      expect((await removeDevice(one.database, kept, { device: lost, fetch })).ok).toBe(true);
      for (let nth = 0; nth < 70; nth += 1) {
        time.now += day / 2;
        await one.database.entities.put(person(`local:n${nth}`, `N${nth}`));
        await one.sync();
      }
      await one.database.entities.update('local:1', { description: 'Minister' });
      await one.database.entities.update('local:2', { description: 'Of whom more was written' });
      await one.database.entities.bulkDelete(['local:3', 'local:4', 'local:5']);
      await three.database.entities.put(person('local:6', 'Vera'));
      for (const device of [one, three, one, three, one]) expect(await device.sync()).toEqual({ end: 'done' });
      // Somebody who came meanwhile knows nothing of it.
      const late = await open('late');
      await late.sync();

      two.drift = -60 * day;
      expect(await two.sync()).toEqual({ end: 'done' });
      expect(await named(two, 'local:6')).toMatchObject({ name: 'Vera' });
      // What it writes now is later than what it has just heard of, whatever its clock says.
      await two.database.entities.update('local:6', { name: 'Vera Lind' });
      for (const device of [two, one, three, late, two]) expect(await device.sync()).toEqual({ end: 'done' });
      const all = await namesOf(two);
      for (const device of [one, three, late]) expect(await namesOf(device)).toEqual(all);
      for (const device of [one, two, three, late]) {
        expect(await named(device, 'local:1')).toMatchObject({ name: 'Ada', description: 'Minister' });
        expect(await named(device, 'local:6')).toMatchObject({ name: 'Vera Lind' });
        expect(await named(device, 'local:away')).toMatchObject({ name: 'Away' });
        for (const gone of ['local:3', 'local:4', 'local:5']) expect(await named(device, gone)).toBeUndefined();
      }
      // It was deleted there before others wrote more of it.
      expect(await named(two, 'local:2')).toMatchObject({ description: 'Of whom more was written' });
    }, 60_000);
  });
});
