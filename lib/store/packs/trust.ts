import { failed, ok, type Result } from '../../model/result.ts';
import type { PackFailure } from '../../model/install-failure.ts';
import type { PackHead } from '../../pack/head.ts';
import { fingerprintOf, isSignedBy } from '../../pack/signature.ts';
import { compareVersions } from '../../pack/version.ts';
import type { PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

export interface TrustRequest {
  readonly head: PackHead;
  /** Keys to which the reader has just agreed. */
  readonly accept: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Whether the pack may take the place of what is installed; answers the publisher's key. */
export async function checkTrust(
  database: StoreDatabase,
  { head, accept, today }: TrustRequest,
): Promise<Result<string, PackFailure>> {
  const { manifest, seal } = head;
  if (seal === null) return failed({ code: 'PackUnsigned' });
  if (!(await isSignedBy(head.header, seal))) return failed({ code: 'SignatureInvalid' });
  const expires = manifest.expires;
  if (expires !== undefined && expires < today.slice(0, expires.length))
    return failed({ code: 'PackExpired', expires });
  const fingerprint = await fingerprintOf(seal.key);
  const [installed, known, namesakes] = await database.transaction(
    'r',
    database.packs,
    database.publishers,
    async () => [
      await database.packs.get(manifest.id),
      await database.publishers.get(seal.key),
      await database.publishers.where('name').equals(manifest.publisher).toArray(),
    ],
  );
  if (installed?.origin === 'built-in') return failed({ code: 'PackBuiltIn', pack: manifest.title });
  if (installed !== undefined && installed.key !== seal.key)
    return failed({ code: 'PublisherChanged', what: 'pack', name: installed.manifest.title, fingerprint });
  if (known === undefined && namesakes.length > 0)
    return failed({ code: 'PublisherChanged', what: 'publisher', name: manifest.publisher, fingerprint });
  if (known === undefined && !accept.includes(seal.key))
    return failed({ code: 'PublisherUnknown', publisher: manifest.publisher, key: seal.key, fingerprint });
  const fault = faultOfVersion(head, installed);
  return fault === null ? ok(seal.key) : failed(fault);
}

/** Why this version may not follow the one that is installed; null where it may. */
export function faultOfVersion(
  { manifest, hash }: Pick<PackHead, 'manifest' | 'hash'>,
  installed: PackRow | undefined,
): PackFailure | null {
  if (installed === undefined || installed.generation === hash) return null;
  const order = compareVersions(manifest.version, installed.manifest.version);
  if (order < 0) return { code: 'PackDowngrade', installed: installed.manifest.version, offered: manifest.version };
  return order === 0 ? { code: 'VersionReused', version: manifest.version } : null;
}
