import type { BackgroundRequests } from '../../lib/message/protocol.ts';
import type { Handlers } from '../../lib/message/receive.ts';
import { toBase64 } from '../../lib/store/exchange/lines.ts';
import { aheadOfReading } from './thread-turns.ts';
import { withStore } from './with-store.ts';

/** What a card shows, from the store. */
export const cardHandlers: Pick<Handlers<BackgroundRequests>, 'card' | 'entity' | 'picture' | 'searchStore'> = {
  card: aheadOfReading((request) => withStore((store) => store.answerCard(request))),
  picture: aheadOfReading(({ id }) =>
    withStore(async (store) => {
      const picture = await store.picture(id);
      return picture === null ? null : { mediaType: picture.mediaType, base64: toBase64(picture.bytes) };
    }),
  ),
  searchStore: aheadOfReading(({ query }) => withStore((store) => store.search(query))),
  entity: aheadOfReading(({ id }) => withStore(async (store) => (await store.briefs([id]))[0] ?? null)),
};
