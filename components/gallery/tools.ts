import { failed, ok } from '../../lib/model/result.ts';
import type { CardTools } from '../card/tools.ts';
import { briefs } from './fixtures.ts';

const nothing = (): void => {};
const offline = async () => ok(failed({ code: 'Offline' } as const));

/** Tools of a card on a machine that is offline. */
export const galleryTools: CardTools = {
  lookUpsByThemselves: false,
  lookUp: () => ({ permit: async () => 'refused', find: offline, meanings: offline, keep: offline }),
  onEdit: async () => null,
  onSearch: async () => Object.values(briefs),
  onCorrected: nothing,
  onLibrary: nothing,
};
