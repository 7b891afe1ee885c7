import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import type { Gazetteer } from '../../lib/gazetteer/open.ts';
import { measureCold } from './cold-worker.ts';
import { inOnePiece, makeNames, readCorpus, readStoreNames } from './names.ts';
import { type Peer, peers } from './peers.ts';
import { type Bench, type BenchRow, ours } from './rows.ts';
import { asShipped, type Shipped } from './shipped-gazetteer.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];
/** A long page is 100 KB; what is measured is the flow, over a day's reading. */
const textLength = 2_000_000;
const pageLength = 100_000;
/** Units of text at a time, as a page brings them. */
const articleLength = 20_000;
const secondsEach = 1;
/** Where peers are built, too; at a million and more the answers of Sidelight stand alone. */
const peerSizes: ReadonlySet<number> = new Set([10_000, 100_000]);
/** The two best known: the others are built once, for the usual text. */
const quickPeers = peers.filter(({ name }) => name === 'mnemonist TrieMap' || name === 'ahocorasick');
/** Names at which a text is measured, too, of which every name is known: more hits than any store has. */
const comparedSize = 100_000;

export const gazetteerBench: Bench = {
  name: 'gazetteer',
  about: 'names found in news text, against other ways to find many names',
  async run(say) {
    const reading = readCorpus(textLength);
    const known = readStoreNames();
    const shipped = await asShipped();
    const rows: BenchRow[] = [];
    for (const size of sizes) {
      say(`${size.toLocaleString('en')} names`);
      const usual = toCase('names', makeNames(size, known), { text: reading.text, shipped });
      rows.push(...(await measureOurs(usual)), ...measurePeers(usual));
      if (size !== comparedSize) continue;
      say('and all that the text names among them');
      const what = 'names, the text’s own all among them';
      rows.push(
        ...measurePeers(toCase(what, makeNames(size, reading.names), { text: reading.text, shipped }), quickPeers),
      );
    }
    return rows;
  },
};

/** Names, and a text to find them in. */
interface Case {
  readonly what: string;
  readonly names: readonly string[];
  readonly text: string;
  readonly shipped: Shipped;
  readonly index: ArrayBuffer;
  /** Milliseconds. */
  readonly compiled: number;
}

function toCase(what: string, names: readonly string[], read: Pick<Case, 'text' | 'shipped'>): Case {
  const start = performance.now();
  const index = compileGazetteer(names.map((name, ordinal) => ({ text: name, case: 'name', ordinal })));
  return { what, names, ...read, index, compiled: performance.now() - start };
}

const rowsOf =
  ({ names, what }: Case, subject: string) =>
  (metric: string, value: number, unit: string): BenchRow => ({
    bench: 'gazetteer',
    case: `${names.length.toLocaleString('en')} ${what}`,
    subject,
    metric,
    value,
    unit,
  });

async function measureOurs(asked: Case): Promise<BenchRow[]> {
  const { names, text, shipped, index, compiled } = asked;
  const page = inOnePiece(text.slice(0, pageLength));
  // Other bytes, so that nothing of the first pass is in the processor's caches by its own doing.
  const copy = index.slice(0);
  const opening = performance.now();
  const gazetteer = open(shipped, copy);
  const opened = performance.now() - opening;
  const first = performance.now();
  shipped.findNames(gazetteer, page);
  const firstPage = performance.now() - first;
  const cold = await measureCold(index, page);
  const row = rowsOf(asked, ours);
  return [
    row('size', index.byteLength / names.length, 'bytes a name'),
    row('compile', compiled, 'ms'),
    row('open', opened, 'ms'),
    row('first page of 100 KB', firstPage, 'ms'),
    ...(cold === null
      ? []
      : [
          row('cold worker: read', cold.read, 'ms'),
          row('cold worker: ready', cold.ready, 'ms'),
          row('cold worker: page of 100 KB', cold.page, 'ms'),
        ]),
  ];
}

function open(shipped: Shipped, buffer: ArrayBuffer): Gazetteer {
  const opened = shipped.openGazetteer(buffer);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** The same text through the gazetteer and, where they can hold so many names, through each peer. */
function measurePeers(asked: Case, among: readonly Peer[] = peers): BenchRow[] {
  const { names, text, shipped } = asked;
  const gazetteer = open(shipped, asked.index);
  const { throughput, hits } = flow(text, (piece) => shipped.findNames(gazetteer, piece).length);
  const own = rowsOf(asked, ours);
  const rows = [own('throughput', throughput, 'MB/s'), own('hits', (hits / text.length) * 1_000, 'a KB of text')];
  for (const peer of among) {
    if (names.length > peer.most || !peerSizes.has(names.length)) continue;
    const start = performance.now();
    const find = peer.build(names);
    const built = performance.now() - start;
    // All of it, as ours: what holds few names flows quicker, and what is short stays in the processor's caches.
    const theirs = flow(text, find);
    const row = rowsOf(asked, peer.name);
    rows.push(
      row('throughput', theirs.throughput, 'MB/s'),
      // Those that know no words count what lies inside of them, too.
      row('hits', (theirs.hits / text.length) * 1_000, 'a KB of text'),
      row('gazetteer is faster', throughput / theirs.throughput, 'times'),
      row('build', built, 'ms'),
    );
  }
  return rows;
}

/** Megabytes a second over the text, article by article as they are read; each at the best of its rounds. */
function flow(text: string, find: (text: string) => number): { readonly throughput: number; readonly hits: number } {
  const articles: string[] = [];
  for (let at = 0; at < text.length; at += articleLength) articles.push(inOnePiece(text.slice(at, at + articleLength)));
  const best = articles.map(() => Number.POSITIVE_INFINITY);
  let hits = 0;
  const stop = performance.now() + secondsEach * 1_000;
  for (let round = 0; round < 2 || performance.now() < stop; round += 1) {
    hits = 0;
    for (const [i, article] of articles.entries()) {
      const start = performance.now();
      hits += find(article);
      best[i] = Math.min(best[i] ?? 0, performance.now() - start);
    }
  }
  return { throughput: text.length / best.reduce((sum, time) => sum + time, 0) / 1_000, hits };
}
