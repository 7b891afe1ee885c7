import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import MiniSearch from 'minisearch';
import { compareStatements } from '../../lib/claim/compare.ts';
import { compareWith, openRivals, type Rivals } from '../../lib/claim/relate.ts';
import { readStatement } from '../../lib/claim/statement.ts';
import type { Article } from '../../lib/model/article.ts';
import type { Claim } from '../../lib/model/claim.ts';
import { asClusterId, type EntityId } from '../../lib/model/ids.ts';
import type { StoredClaimWithSource } from '../../lib/model/knowledge.ts';
import { momentKey } from '../../lib/store/rows.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';
import { makePage, makeStored, type Page } from './stored-claims.ts';
import type { Bench, BenchRow } from './rows.ts';

const sizes = [10_000, 100_000];
const pageClaims = 40;
/** Pages measured; each is new to the index. */
const pages = 12;
/** What `relateClaims` asks the store for. */
const asked = 400;

export const claimsBench: Bench = {
  name: 'claims',
  about: `the ${pageClaims} claims of a page compared with stored ones, against other ways to find what to compare`,
  async run(say) {
    const rows: BenchRow[] = [];
    for (const size of sizes) {
      say(`${size.toLocaleString('en')} stored claims`);
      const stored = makeStored(size);
      const fresh = Array.from({ length: pages }, (_, i) => makePage(pageClaims, i));
      rows.push(...measureIndex(stored, fresh), ...measureScan(stored, fresh), ...measurePeer(stored, fresh));
      // The store in memory takes minutes to fill beyond this.
      if (size <= 10_000) rows.push(...(await measureStore(stored, fresh)));
    }
    return rows;
  },
};

const rowOf =
  (size: number, subject: string) =>
  (metric: string, value: number, unit: string): BenchRow => ({
    bench: 'claims',
    case: `${size.toLocaleString('en')} stored claims`,
    subject,
    metric,
    value,
    unit,
  });

const articleOf = ({ text }: Page): Article => ({
  text,
  blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
  metadata: {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: '2024-06-01',
    language: 'en',
  },
});
const compare = (page: Page, stored: Rivals): readonly Claim[] =>
  compareWith(page.claims, {
    article: articleOf(page),
    entities: new Map(page.entities.map((id) => [asClusterId(id), id])),
    stored,
  });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timeEach = <Item>(items: readonly Item[], work: (item: Item) => unknown): number[] =>
  items.map((item) => {
    const start = performance.now();
    work(item);
    return performance.now() - start;
  });

function measureIndex(stored: readonly StoredClaimWithSource[], fresh: readonly Page[]): BenchRow[] {
  const row = rowOf(stored.length, 'index of words and figures');
  const start = performance.now();
  const rivals = openRivals(stored);
  const built = performance.now() - start;
  const times = timeEach(fresh, (page) => compare(page, rivals));
  const found = fresh.flatMap((page) => compare(page, rivals)).filter(({ related }) => related.length > 0).length;
  return [
    row('a page, median', median(times), 'ms'),
    row('a page, slowest', Math.max(...times), 'ms'),
    row('claims with a relation', found / fresh.length, 'a page'),
    row('build', built, 'ms'),
  ];
}

/** Every stored claim against every claim of the page; taken apart beforehand, which is not counted. */
function measureScan(stored: readonly StoredClaimWithSource[], fresh: readonly Page[]): BenchRow[] {
  const statements = stored.map(({ claim }) =>
    readStatement({ text: claim.text, quote: null, speaker: claim.speaker, day: claim.saidAt }),
  );
  const [page] = fresh;
  const own = (page?.claims ?? []).map((claim) =>
    readStatement({
      text: page?.text.slice(claim.start, claim.end) ?? '',
      quote: null,
      speaker: null,
      day: '2024-06-01',
    }),
  );
  const start = performance.now();
  for (const one of own) for (const other of statements) compareStatements(one, other);
  const time = performance.now() - start;
  return [rowOf(stored.length, 'plain scan')('a page', time, 'ms')];
}

/** A search library finds the same number of rivals by words; the comparison is ours. */
function measurePeer(stored: readonly StoredClaimWithSource[], fresh: readonly Page[]): BenchRow[] {
  const row = rowOf(stored.length, 'minisearch');
  const start = performance.now();
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(stored.map(({ claim }, id) => ({ id, text: claim.text })));
  const built = performance.now() - start;
  const times = timeEach(fresh.slice(0, 1), (page) => {
    for (const claim of page.claims) search.search(page.text.slice(claim.start, claim.end)).slice(0, 6);
  });
  return [row('a page, without comparison', median(times), 'ms'), row('build', built, 'ms')];
}

/** As the extension does it: the store answers by speaker and subject, and only that is indexed and compared. */
async function measureStore(stored: readonly StoredClaimWithSource[], fresh: readonly Page[]): Promise<BenchRow[]> {
  const row = rowOf(stored.length, 'through the store (in memory)');
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const database = new StoreDatabase(options);
  const sources = [...new Map(stored.map(({ source }) => [source.id, source])).values()];
  await database.sources.bulkPut(sources.map((source) => ({ ...source, readAt: 0, contentHash: '' })));
  await database.claims.bulkPut(
    stored.map(({ claim }) => ({
      ...claim,
      by: claim.about.map((id: EntityId) => momentKey(id, claim.saidAt)),
    })),
  );
  database.close();
  const store = await openStore(options);
  const knowledge = await store.knowledge();
  const lookups: number[] = [];
  const times: number[] = [];
  for (const page of fresh) {
    const before = performance.now();
    const answer = await knowledge.findClaims(page.entities, asked);
    const after = performance.now();
    compare(page, openRivals(answer));
    times.push(performance.now() - after);
    lookups.push(after - before);
  }
  return [
    row('a page, comparison, median', median(times), 'ms'),
    row('a page, look-up, median', median(lookups), 'ms'),
  ];
}
