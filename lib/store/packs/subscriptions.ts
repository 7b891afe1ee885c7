import { asPackId } from '../../model/ids.ts';
import type { InstallFailure } from '../../model/install-failure.ts';
import type { SubscriptionRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

const hour = 3_600_000;
/** At most so often is a server asked, unless the reader asks. */
const checkEvery = 12 * hour;
/** A server that fails is asked again after twice the time, then four times, up to a week. */
const longestWait = 7 * 24 * hour;

export interface CheckOutcome {
  readonly etag: string | null;
  /** Null where the check ended well. */
  readonly trouble: InstallFailure | null;
  readonly now: number;
}

export interface Subscriptions {
  /** Keeps the pack up to date from the address, in place of any address before. */
  subscribe(pack: string, url: string, now: number): Promise<void>;
  unsubscribe(pack: string): Promise<void>;
  get(pack: string): Promise<SubscriptionRow | null>;
  /** Those whose time has come. */
  due(now: number): Promise<readonly SubscriptionRow[]>;
  /** When the next is due; null where there are none. */
  nextAt(): Promise<number | null>;
  /** What a check found, and with it when the next one is. */
  record(pack: string, outcome: CheckOutcome): Promise<void>;
}

/** A check further off than any wait was planned by a clock that has been set back since. */
const longestSpread = longestWait * 1.25;

/** Up to a quarter more of it, by the address: not all readers ask one server at the same second. */
function spread(wait: number, url: string): number {
  let hash = 7;
  for (let i = 0; i < url.length; i += 1) hash = (hash * 31 + url.charCodeAt(i)) % 1_000;
  return Math.round(wait * (1 + hash / 4_000));
}

/** Milliseconds until the next check after so many failures in a row. */
const waitAfter = (failures: number, url: string): number =>
  spread(Math.min(longestWait, checkEvery * 2 ** failures), url);

export function createSubscriptions(database: StoreDatabase): Subscriptions {
  const { subscriptions } = database;
  return {
    subscribe: async (pack, url, now) => {
      const fresh: SubscriptionRow = {
        pack: asPackId(pack),
        url,
        etag: null,
        checkedAt: null,
        nextAt: now + waitAfter(0, url),
        failures: 0,
        trouble: null,
        heldBack: null,
      };
      await subscriptions.put(fresh);
    },
    unsubscribe: (pack) => subscriptions.delete(pack),
    get: async (pack) => (await subscriptions.get(pack)) ?? null,
    due: async (now) =>
      (await subscriptions.toArray()).filter(({ nextAt }) => nextAt <= now || nextAt > now + longestSpread),
    nextAt: async () => {
      const rows = await subscriptions.toArray();
      return rows.length === 0 ? null : Math.min(...rows.map(({ nextAt }) => nextAt));
    },
    record: (pack, { etag, trouble, now }) =>
      database.transaction('rw', subscriptions, async () => {
        const row = await subscriptions.get(pack);
        if (row === undefined) return;
        const failures = trouble === null ? 0 : row.failures + 1;
        const nextAt = now + waitAfter(failures, row.url);
        await subscriptions.put({ ...row, etag, trouble, failures, checkedAt: now, nextAt });
      }),
  };
}
