/** What tests against servers write, look at, and have a server answer. */
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import type { Device } from '../devices.ts';

/** Somebody who is written down. */
export const person = (id: string, name: string, description = '') => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description,
});

/** Names on a device, in their order. */
export const namesOf = async ({ database }: Device) =>
  (await database.entities.toArray()).map(({ name }) => name).toSorted();
/** What is wrong with the device's first store; null where nothing is. */
export const troubleOf = async ({ database }: Device) =>
  (await database.syncStores.toArray())[0]?.trouble?.code ?? null;
/** Records that wait to be sent. */
export const outboxOf = async ({ database }: Device) => {
  const [store] = await database.syncStores.toArray();
  return database.syncRecords
    .where('edit')
    .above(store?.pushed ?? 0)
    .count();
};

export interface Bend {
  readonly method?: string;
  readonly path: RegExp;
  readonly answer: (passed: Response) => Response | Promise<Response>;
}

/** A server that answers some requests in a way of its own. */
export const bent =
  ({ method, path, answer }: Bend): Fetch =>
  async (input, init) => {
    const passed = await fetch(input, init);
    const isMeant = path.test(new URL(input).pathname) && (method === undefined || method === init?.method);
    return isMeant ? answer(passed) : passed;
  };

export const status = (code: number) => () => new Response('no', { status: code });
