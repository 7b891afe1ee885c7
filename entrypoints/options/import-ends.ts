import type { InstallFailure } from '../../lib/model/install-failure.ts';
import type { Result } from '../../lib/model/result.ts';
import type { ImportEnd } from './import-messages.ts';

/** What came of taking a pack in, as the options page tells it. */
export function toEnd(
  taken: Result<
    { readonly outcome: 'installed' | 'present'; readonly pack: string; readonly version: string },
    InstallFailure
  >,
  subscribed: string | null,
): ImportEnd {
  if (!taken.ok) return toRefusal(taken.failure);
  const { outcome, pack, version } = taken.value;
  return { kind: outcome === 'installed' ? 'added' : 'present', pack, version, subscribed };
}

export function toRefusal(failure: InstallFailure): ImportEnd {
  if (failure.code === 'ImportCancelled') return { kind: 'stopped' };
  if (failure.code !== 'PublisherUnknown') return { kind: 'refused', failure };
  const { publisher, key, fingerprint } = failure;
  return { kind: 'unknown-publisher', publisher, key, fingerprint };
}
