import type { InstalledPack, UnfinishedImport } from '../../model/pack.ts';
import { fingerprintOf } from '../../pack/signature.ts';
import { dropParts } from './generations.ts';
import { findLost } from './lost.ts';
import type { PackRow, SubscriptionRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

export interface PackList {
  /** What the reader added first, then what comes with the extension; by title. */
  readonly packs: readonly InstalledPack[];
  readonly unfinished: readonly UnfinishedImport[];
}

export async function listPacks(database: StoreDatabase): Promise<PackList> {
  const { packs, imports, subscriptions } = database;
  const rows = await database.transaction('r', packs, imports, subscriptions, async () => ({
    packs: await packs.toArray(),
    imports: await imports.toArray(),
    subscriptions: await subscriptions.toArray(),
  }));
  const subscribed = new Map<string, SubscriptionRow>(rows.subscriptions.map((row) => [row.pack, row]));
  const listed = await Promise.all(
    rows.packs.map(async (row) => {
      const lost = await findLost(database, row);
      return toInstalled(row, subscribed.get(row.id), lost);
    }),
  );
  listed.sort((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn) || a.title.localeCompare(b.title, 'en'));
  return {
    packs: listed,
    unfinished: rows.imports.map(({ pack, title, version, from, done, total, trouble }) => ({
      pack,
      title,
      version,
      from,
      done,
      total,
      trouble,
    })),
  };
}

async function toInstalled(
  row: PackRow,
  subscription: SubscriptionRow | undefined,
  lost: InstalledPack['lost'],
): Promise<InstalledPack> {
  const { manifest, counts, previous } = row;
  return {
    id: row.id,
    title: manifest.title,
    version: manifest.version,
    publisher: manifest.publisher,
    licence: manifest.licence,
    description: manifest.description,
    isBuiltIn: row.origin === 'built-in',
    fingerprint: row.key === null ? null : await fingerprintOf(row.key),
    entities: counts.entities,
    facts: counts.facts,
    claims: counts.claims,
    bytes: row.bytes,
    installedAt: row.installedAt,
    created: manifest.created,
    expires: manifest.expires ?? null,
    lost,
    cameFrom: row.cameFrom,
    previous: previous === null ? null : { version: previous.manifest.version, bytes: previous.bytes },
    changes: row.changes,
    subscription:
      subscription === undefined
        ? null
        : {
            url: subscription.url,
            checkedAt: subscription.checkedAt,
            nextAt: subscription.nextAt,
            trouble: subscription.trouble,
          },
  };
}

export async function discardImport(database: StoreDatabase, pack: string): Promise<void> {
  const job = await database.imports.get(pack);
  if (job !== undefined) await dropParts(database, job);
}
