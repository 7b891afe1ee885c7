import { words } from '../../lib/i18n/words.ts';
import type { SyncedStore } from '../../lib/model/sync.ts';
import { lineOf } from '../words.ts';
import { lastWords, stateWords } from './state-words.ts';

/** How sync is, in a line for each store; nothing where there is none. */
export const SyncLine = ({ stores }: { readonly stores: readonly SyncedStore[] }) => (
  <>
    {stores.map((store) => (
      <span key={store.id} class="counts" role="status">
        {lineOf([words.sync.title, store.name, stateWords(store.state), lastWords(store)])}
      </span>
    ))}
  </>
);
