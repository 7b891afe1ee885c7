import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { ok } from '../../lib/model/result.ts';
import { syncAtOnce } from './sync.ts';
import { syncStatus } from './sync-status.ts';
import { withStore } from './with-store.ts';

/** How the stores that are shared stand, and the wish to go on with them now. */
export const syncHandlers: Pick<Handlers<BackgroundRequests>, 'syncStatus' | 'syncNow'> = {
  syncStatus: () => withStore(() => syncStatus()),
  async syncNow() {
    void syncAtOnce();
    return ok(null);
  },
};
