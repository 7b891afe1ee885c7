import { type Place, placeAddress } from '../../components/library/address.ts';
import { askFailureWords } from '../../components/ask-failure.ts';
import { editFailureWords } from '../../components/library/actions.ts';
import type { CardTools } from '../../components/card/tools.ts';
import { words } from '../../lib/i18n/words.ts';
import { originsOf } from '../../lib/lookup/origins.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { failed } from '../../lib/model/result.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { handOver } from '../../lib/platform/handed-place.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { requestOrigins } from '../../lib/platform/permissions.ts';
import type { Sight } from './sight.ts';

/** A frame in a page has `window.open` for its own pages where `tabs` is not given to it. */
const openLibrary = (address: string): void => {
  const url = nativeBrowser.runtime.getURL(`/library.html${address}`);
  if (nativeBrowser.tabs === undefined) window.open(url);
  else void nativeBrowser.tabs.create({ url });
};

export const askCard = (request: Parameters<typeof askBackground<'card'>>[1]) => askBackground('card', request);

export const askPicture = (id: EntityId) => askBackground('picture', { id });

/** Whether a key is one that the background gave our reader in this tab. */
export const isGenuine = async (key: string): Promise<boolean> => {
  const answer = await askBackground('checkFrameKey', { key });
  return answer.ok && answer.value.genuine;
};

interface ToolWiring {
  readonly settings: Settings;
  readonly sight: Pick<Sight, 'isClear'>;
  readonly onCorrected: () => void;
  /** Whether what is shown was read in a private window; of a frame in a page the browser tells. */
  readonly isPrivate?: boolean;
}

const covered = () => failed({ code: 'Covered' } as const);

/** What a card can do on its page; nothing that sends or changes anything while the page may lie over it. */
export const toolsFor = ({
  settings: { lookUp: places },
  sight,
  onCorrected,
  isPrivate = nativeBrowser.extension.inIncognitoContext,
}: ToolWiring): CardTools => {
  const lead = async (place: Place): Promise<void> =>
    openLibrary(isPrivate ? await handOver(placeAddress(place)) : placeAddress(place));
  // Look-ups that the settings allow for every name need no press at all.
  const isMeant = (): boolean => places.automatic || sight.isClear();
  return {
    lookUpsByThemselves: places.automatic,
    lookUp: (name, of) => ({
      permit: async () => {
        const answer = sight.isClear() ? await requestOrigins(originsOf(places)) : null;
        if (answer !== null) return answer ? 'granted' : 'refused';
        void lead({ at: 'look-up', name, id: of });
        return 'elsewhere';
      },
      find: async (asked) => (isMeant() ? askBackground('lookUp', { name: asked }) : covered()),
      meanings: (title) => askBackground('lookUpMeanings', { title }),
      keep: async (candidate) => (isMeant() ? askBackground('keepLookUp', { candidate, of, name }) : covered()),
    }),
    onEdit: async (edit) => {
      if (!sight.isClear()) return words.safety.covered;
      const answer = await askBackground('edit', { edit });
      if (!answer.ok) return askFailureWords(answer.failure);
      return answer.value.ok ? null : editFailureWords(answer.value.failure);
    },
    onSearch: async (query) => {
      const answer = await askBackground('searchStore', { query });
      return answer.ok ? answer.value : [];
    },
    onCorrected,
    onLibrary: (id) => void lead({ at: 'entity', id }),
  };
};

/** The same tools beside a private window: they look up and lead on, and write nothing of what is read there. */
export const keepNothing = (tools: CardTools): CardTools => ({
  ...tools,
  lookUp: (name, of) => ({
    ...tools.lookUp(name, of),
    keep: async () => failed({ code: 'PrivateWindow' }),
  }),
  onEdit: async () => words.safety.privateWindow,
});
