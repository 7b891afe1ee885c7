import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { askerOf } from '../../lib/message/senders.ts';
import { failed } from '../../lib/model/result.ts';
import type { Runtime } from '../../lib/platform/native.ts';

type Handler<Body, Answer> = (body: Body, sender: Runtime.MessageSender) => Promise<Answer>;

/** Cards of a private window show and keep nothing: what they would write names what was read there. */
const outsideOfPrivate =
  <Body, Answer>(handler: Handler<Body, Answer>): Handler<Body, Answer | ReturnType<typeof refused>> =>
  async (body, sender) =>
    sender.tab?.incognito === true && askerOf(sender) !== 'own' ? refused() : handler(body, sender);

const refused = () => failed({ code: 'PrivateWindow' } as const);

/** The same handlers, where those that write answer no card of a private window. */
export const keepNothingPrivate = (handlers: Handlers<BackgroundRequests>): Handlers<BackgroundRequests> => ({
  ...handlers,
  edit: outsideOfPrivate(handlers.edit),
  undo: outsideOfPrivate(handlers.undo),
  keepLookUp: outsideOfPrivate(handlers.keepLookUp),
});
