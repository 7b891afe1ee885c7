import type { SetUp } from '../../components/sync/sync-view.ts';
import type { Found } from '../../lib/sync/setup.ts';

type FoundSetUp = Extract<SetUp, { readonly at: 'found' }>;

/** What the reader is asked once it is known what lies on the server, and how much here. */
export function asFound(there: Found, rest: Pick<FoundSetUp, 'draft' | 'steps' | 'recordsHere'>): FoundSetUp {
  const old = there.state === 'existing' ? there : null;
  return {
    at: 'found',
    ...rest,
    isNew: old === null,
    isEncrypted: old !== null && old.lock !== null,
    recordsThere: old?.records ?? null,
    devicesThere: old?.devices ?? 0,
    trouble: null,
    isWorking: false,
  };
}
