import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { toBase64 } from '../../lib/store/exchange/lines.ts';
import { withStore } from './with-store.ts';

/** What a card shows, from the store. */
export const cardHandlers: Pick<Handlers<BackgroundRequests>, 'card' | 'entity' | 'picture' | 'searchStore'> = {
  card: (request) => withStore((store) => store.answerCard(request)),
  picture: ({ id }) =>
    withStore(async (store) => {
      const picture = await store.picture(id);
      return picture === null ? null : { mediaType: picture.mediaType, base64: toBase64(picture.bytes) };
    }),
  searchStore: ({ query }) => withStore((store) => store.search(query)),
  entity: ({ id }) => withStore(async (store) => (await store.briefs([id]))[0] ?? null),
};
