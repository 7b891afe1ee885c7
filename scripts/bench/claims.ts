import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import MiniSearch from 'minisearch';
import { compareStatements } from '../../lib/claim/compare/compare.ts';
import { compareWith, openStored, relateClaims } from '../../lib/claim/compare/relate.ts';
import { segmentBuilder } from '../../lib/claim/compare/segment.ts';
import { readStatement, type Statement, type StatementSource } from '../../lib/claim/compare/statement.ts';
import type { Article } from '../../lib/model/article.ts';
import type { ClaimSegment } from '../../lib/model/claim-segment.ts';
import { asClusterId, type EntityId } from '../../lib/model/ids.ts';
import type { KnownClaims, StoredClaimWithSource } from '../../lib/model/knowledge.ts';
import type { Cluster } from '../../lib/model/mention.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';
import { makePage, makeStored, type Page } from './stored-claims.ts';
import { type Bench, type BenchRow, ours } from './rows.ts';
import { atOnce } from '../../lib/model/steps.ts';

const sizes = [1_000, 10_000, 100_000];
const pageClaims = 40;
/** Pages measured; each is new to the index. */
const pages = 60;
/** As the store cuts them. */
const inSegment = 16_000;
/** Claims of the page that the slow ways are timed on; their time is counted up to a whole page. */
const sampled = 4;

export const claimsBench: Bench = {
  name: 'claims',
  about: `the ${pageClaims} claims of a page compared with stored ones, against other ways to find what to compare`,
  async run(say) {
    const rows: BenchRow[] = [];
    for (const size of sizes) {
      say(`${size.toLocaleString('en')} stored claims`);
      const stored = makeStored(size);
      const fresh = Array.from({ length: pages }, (_, i) => makePage(pageClaims, i));
      const { segments, built } = buildSegments(stored);
      rows.push(...measureSegments(segments, fresh), rowOf(size, ours)('taking apart and indexing all', built, 'ms'));
      rows.push(...(await measureStore(stored, { segments, fresh })));
      rows.push(...measureScan(stored, fresh), ...measurePeer(stored, fresh));
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
    country: null,
  },
});
const entitiesOf = (page: Page): ReadonlyMap<ReturnType<typeof asClusterId>, EntityId> =>
  new Map(page.entities.map((id) => [asClusterId(id), id]));

const namesOf = (page: Page): ReadonlyMap<ReturnType<typeof asClusterId>, string> =>
  new Map(page.entities.map((id) => [asClusterId(id), id]));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const time = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Taken apart to the last: what is read on demand is at hand. */
function takeApart(source: StatementSource): Statement {
  const { amounts, traits, period, eventDay, ...read } = readStatement(source);
  return { ...read, amounts, traits, period, eventDay };
}

/** The claims of a page by themselves, as the comparison reads them. */
const statementsOf = ({ claims, text }: Page) =>
  claims.map((claim) =>
    takeApart({ text: text.slice(claim.start, claim.end), quote: null, speaker: null, day: '2024-06-01' }),
  );

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function buildSegments(stored: readonly StoredClaimWithSource[]) {
  const segments: ClaimSegment[] = [];
  const start = performance.now();
  for (let at = 0; at < stored.length; at += inSegment)
    segments.push(
      segmentBuilder.replace(
        [],
        new Set(),
        stored.slice(at, at + inSegment).map((one) => ({ ...one, article: one.source.url ?? '' })),
      ),
    );
  return { segments, built: performance.now() - start };
}

/** As the extension does it, from the claims that were found in the page to their relations. */
function measureSegments(segments: readonly ClaimSegment[], fresh: readonly Page[]): BenchRow[] {
  const row = rowOf(
    segments.reduce((sum, { ids }) => sum + ids.length, 0),
    ours,
  );
  const known: KnownClaims = {
    segments,
    own: new Set(),
    isRemoved: () => false,
    mainOf: (id) => id,
    membersOf: (id) => [id],
  };
  const compare = (page: Page) =>
    atOnce(
      compareWith(page.claims, { article: articleOf(page), entities: entitiesOf(page), names: namesOf(page), known }),
    );
  // In the extension a segment was built long ago: to collect what building left is no part of a page.
  collectGarbage();
  const times = fresh.map((page) => time(() => compare(page)));
  const found = fresh.flatMap((page) => compare(page)).filter(({ related }) => related.length > 0).length;
  return [
    row('a page, median', median(times), 'ms'),
    row('a page, slowest', Math.max(...times), 'ms'),
    row('claims with a relation', found / fresh.length, 'a page'),
  ];
}

/** Every stored claim against every claim of the page; taken apart beforehand, which is not counted. */
function measureScan(stored: readonly StoredClaimWithSource[], [page]: readonly Page[]): BenchRow[] {
  if (page === undefined) return [];
  const statements = stored.map(({ claim }) =>
    takeApart({ text: claim.text, quote: null, speaker: claim.speaker, day: claim.saidAt }),
  );
  const own = statementsOf(page);
  const took = time(() => {
    for (const one of own.slice(0, sampled)) for (const other of statements) compareStatements(one, other);
  });
  return [rowOf(stored.length, 'plain scan')('a page, median', (took * own.length) / sampled, 'ms')];
}

/** A search library finds the same number of rivals by words; the comparison is ours. */
function measurePeer(stored: readonly StoredClaimWithSource[], [page]: readonly Page[]): BenchRow[] {
  if (page === undefined) return [];
  const row = rowOf(stored.length, 'minisearch');
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  const built = time(() => search.addAll(stored.map(({ claim }, id) => ({ id, text: claim.text }))));
  const took = time(() => {
    for (const claim of page.claims.slice(0, sampled))
      search.search(page.text.slice(claim.start, claim.end)).slice(0, 8);
  });
  return [row('a page, median', (took * page.claims.length) / sampled, 'ms'), row('build', built, 'ms')];
}

interface Kept {
  readonly segments: readonly ClaimSegment[];
  readonly fresh: readonly Page[];
}

/** Through the store, from an empty memory and from a warm one; what it holds is what it made of the claims before. */
async function measureStore(stored: readonly StoredClaimWithSource[], { segments, fresh }: Kept): Promise<BenchRow[]> {
  const row = rowOf(stored.length, ours);
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const database = new StoreDatabase(options);
  const sources = [...new Map(stored.map(({ source }) => [source.id, source])).values()];
  await database.sources.bulkPut(sources.map((source) => ({ ...source, readAt: 0, contentHash: '' })));
  await database.claimSegments.bulkAdd(segments.map((segment) => ({ of: 'own', to: 0, segment })));
  database.close();
  const store = await openStore(options);
  const knowledge = await store.knowledge();
  const times: number[] = [];
  for (const page of fresh) {
    const start = performance.now();
    const known = await openStored(articleOf(page), knowledge);
    atOnce(relateClaims(page.claims, clustersOf(page), { article: articleOf(page), known }));
    times.push(performance.now() - start);
  }
  store.close();
  return [
    row('a page through the store in memory, median', median(times), 'ms'),
    row('the first page through the store in memory', times[0] ?? 0, 'ms'),
  ];
}

const clustersOf = (page: Page): readonly Cluster[] =>
  page.entities.map((id) => ({
    id: asClusterId(id),
    name: id,
    type: 'other',
    mentions: [],
    link: { kind: 'linked', entity: id, confidence: 1 },
    role: null,
    gender: null,
  }));
