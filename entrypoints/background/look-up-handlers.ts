import type { Asked, Asking } from '../../lib/lookup/ask.ts';
import { findCandidates, findMeanings } from '../../lib/lookup/candidates.ts';
import { lookUp } from '../../lib/lookup/entity.ts';
import { originsOf } from '../../lib/lookup/origins.ts';
import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import type { LookUpPlaces } from '../../lib/model/look-up.ts';
import { failed, ok } from '../../lib/model/result.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { readSettings } from '../../lib/platform/settings.ts';
import { writeFor } from './store-changes.ts';

type LookUpRequests = Pick<BackgroundRequests, 'lookUp' | 'lookUpMeanings' | 'keepLookUp'>;

/** Asks the wikis of the settings, where the reader has let us: the permission is asked for where the button is. */
async function asking<T>(ask: (asking: Asking, places: LookUpPlaces) => Promise<Asked<T>>): Promise<Asked<T>> {
  const { lookUp: places } = await readSettings();
  const origins = [...originsOf(places)];
  if (!(await nativeBrowser.permissions.contains({ origins })))
    return failed({ code: 'PermissionMissing', hosts: origins.map((origin) => new URL(origin.replace('*', '')).host) });
  return ask(
    {
      // Without cookies: nobody needs to know who asks.
      fetch: (url, { signal }) => fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' }),
      isOnline: () => navigator.onLine,
      signal: new AbortController().signal,
    },
    places,
  );
}

export const lookUpHandlers: Handlers<LookUpRequests> = {
  lookUp: async ({ name }) => ok(await asking((ask, places) => findCandidates(ask, places, name))),
  lookUpMeanings: async ({ title }) => ok(await asking((ask, places) => findMeanings(ask, places, title))),
  async keepLookUp({ candidate, of, name }, sender) {
    const found = await asking((ask, places) => lookUp(ask, places, candidate));
    if (!found.ok) return ok(found);
    return writeFor(sender, async (store) => ok({ entity: await store.keepLookUp({ found: found.value, of, name }) }));
  },
};
