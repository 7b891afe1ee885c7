import { languageTag, words } from '../../lib/i18n/words.ts';
import { unreachable } from '../../lib/model/result.ts';
import { lineOf } from '../words.ts';
import type { CheckStep, SyncedStore, SyncState } from '../../lib/model/sync.ts';

const moments = new Intl.DateTimeFormat(languageTag, { dateStyle: 'medium', timeStyle: 'short' });

/** When a store was whole last. */
export const lastWords = ({ lastSuccess }: SyncedStore): string =>
  lastSuccess === null ? words.sync.never : words.sync.lastSuccess({ when: moments.format(lastSuccess) });

/** Whether the network or the server is away makes a difference to whoever could do something. */
const unreachedWords = (pending: number): string => {
  const sync = words.sync;
  const [idle, waiting] = navigator.onLine ? [sync.silent, sync.silentPending] : [sync.offline, sync.offlinePending];
  return pending === 0 ? idle : waiting({ count: pending });
};

/** How a store is, in a line. */
export function stateWords(state: SyncState): string {
  const sync = words.sync;
  switch (state.state) {
    case 'up-to-date':
      return sync.upToDate;
    case 'new':
      return sync.beginning;
    case 'syncing':
      return sync.syncing({ done: state.done, total: state.total });
    case 'waiting':
      return sync.waiting({ count: state.pending });
    case 'offline':
      return unreachedWords(state.pending);
    case 'failing':
      return state.pending === 0 ? sync.failing : sync.failingPending({ count: state.pending });
    case 'paused':
      return state.pending === 0 ? sync.paused : sync.pausedPending({ count: state.pending });
    case 'attention':
      return state.pending === 0 ? sync.attention : lineOf([sync.attention, sync.waiting({ count: state.pending })]);
    default:
      return unreachable(state);
  }
}

export const stepWords = (step: CheckStep): string => words.sync.step[step === 'sign-in' ? 'signIn' : step];
