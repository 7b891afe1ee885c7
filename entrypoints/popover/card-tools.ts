import { placeAddress } from '../../components/library/address.ts';
import { editFailureWords } from '../../components/library/actions.ts';
import type { CardTools } from '../../components/card/tools.ts';
import { originsOf } from '../../lib/lookup/origins.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { nativeBrowser } from '../../lib/platform/native.ts';
import { askPermission } from '../../lib/platform/permission.ts';

/** A frame in a page has `window.open` for its own pages where `tabs` is not given to it. */
const openLibrary = (address: string): void => {
  const url = nativeBrowser.runtime.getURL(`/library.html${address}`);
  if (nativeBrowser.tabs === undefined) window.open(url);
  else void nativeBrowser.tabs.create({ url });
};

/** What a card can do on its page. */
export const toolsFor = ({ lookUp: places }: Settings, onCorrected: () => void): CardTools => ({
  lookUpsByThemselves: places.automatic,
  lookUp: (name, of) => ({
    permit: async () => {
      const answer = await askPermission(originsOf(places));
      if (answer !== null) return answer ? 'granted' : 'refused';
      openLibrary(placeAddress({ at: 'look-up', name, id: of }));
      return 'elsewhere';
    },
    find: (asked) => askBackground('lookUp', { name: asked }),
    meanings: (title) => askBackground('lookUpMeanings', { title }),
    keep: (candidate) => askBackground('keepLookUp', { candidate, of, name }),
  }),
  onEdit: async (edit) => {
    const answer = await askBackground('edit', { edit });
    if (!answer.ok) return 'detail' in answer.failure ? answer.failure.detail : answer.failure.code;
    return answer.value.ok ? null : editFailureWords(answer.value.failure);
  },
  onSearch: async (query) => {
    const answer = await askBackground('searchStore', { query });
    return answer.ok ? answer.value : [];
  },
  onCorrected,
  onLibrary: (id) => openLibrary(placeAddress({ at: 'entity', id })),
});
