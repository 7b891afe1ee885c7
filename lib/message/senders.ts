import { failed } from '../model/result.ts';
import type { Runtime } from '../platform/native.ts';
import type { BackgroundRequests } from './protocol.ts';
import type { Handlers } from './receive.ts';

/**
 * Who asks. `page`: a script of ours inside somebody's page, in a process that a hostile page may have taken over; what
 * it says of itself counts for nothing. `card`: the card's frame. `own`: every other page of ours.
 */
export type Asker = 'page' | 'card' | 'own';

type RequestType = keyof BackgroundRequests;

/** All that the reader on a page needs: it can hand a text over, and learns nothing but what that text is about. */
const ofPages: ReadonlySet<RequestType> = new Set([
  'analyse',
  'articleFound',
  'escapeInEmbed',
  'focusInEmbed',
  'frameKey',
  'nameOpening',
  'storeChangedSince',
  'viewerFound',
]);

/** What a card shows and its buttons do. */
const ofCards: ReadonlySet<RequestType> = new Set([
  'card',
  'checkFrameKey',
  'edit',
  'entity',
  'keepLookUp',
  'lookUp',
  'lookUpMeanings',
  'picture',
  'searchStore',
  'undo',
]);

/** The browser itself tells the sender's address; scripts cannot set it. */
export const askerOf = ({ url }: Pick<Runtime.MessageSender, 'url'>): Asker => {
  const address = URL.parse(url ?? '');
  if (address === null || !/^(?:chrome|moz)-extension:$/.test(address.protocol)) return 'page';
  return address.pathname === '/popover.html' ? 'card' : 'own';
};

export const mayAsk = (asker: Asker, type: RequestType): boolean =>
  asker === 'own' || (asker === 'card' ? ofCards : ofPages).has(type);

type AnyHandler = (body: unknown, sender: Runtime.MessageSender) => Promise<unknown>;

/** The same handlers, each answering only those who may ask it. */
export const forThoseWhoMay = (handlers: Handlers<BackgroundRequests>): Handlers<BackgroundRequests> => {
  const guard =
    (type: RequestType, handler: AnyHandler): AnyHandler =>
    async (body, sender) => {
      const asker = askerOf(sender);
      if (mayAsk(asker, type)) return handler(body, sender);
      return failed({ code: 'NotAllowed', detail: `${type} is nothing for a ${asker} to ask` });
    };
  return Object.fromEntries(
    Object.entries(handlers).map(([type, handler]) => [type, guard(type as RequestType, handler as AnyHandler)]),
  ) as unknown as Handlers<BackgroundRequests>;
};
