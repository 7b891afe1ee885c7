import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { ok } from '../../lib/model/result.ts';
import { issueFrameKey, redeemFrameKey } from './frame-keys.ts';

/** The keys by which a card frame proves that our reader opened it. */
export const frameHandlers: Pick<Handlers<BackgroundRequests>, 'frameKey' | 'checkFrameKey'> = {
  async frameKey(_, sender) {
    return ok({ key: await issueFrameKey(sender.tab?.id ?? null) });
  },

  async checkFrameKey({ key }, sender) {
    return ok({ genuine: await redeemFrameKey(key, sender.tab?.id ?? null) });
  },
};
