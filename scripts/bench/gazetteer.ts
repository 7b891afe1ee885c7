import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findNames } from '../../lib/gazetteer/find.ts';
import { type Gazetteer, openGazetteer } from '../../lib/gazetteer/open.ts';
import { measureCold } from './cold-worker.ts';
import { makeNames, type Reading, readCorpus } from './names.ts';
import { type Peer, peers } from './peers.ts';
import { type Bench, type BenchRow, timeOf } from './rows.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];
/** A long page is 100 KB; what is measured is the flow, over a day's reading. */
const textLength = 2_000_000;
/** The slowest subjects are given less text and the same weight. */
const shortLength = 200_000;
const pageLength = 100_000;

export const gazetteerBench: Bench = {
  name: 'gazetteer',
  about: 'names found in news text, against other ways to find many names',
  async run(say) {
    const reading = readCorpus(textLength);
    const rows: BenchRow[] = [];
    for (const size of sizes) rows.push(...(await measureSize(size, reading, say)));
    return rows;
  },
};

const row = (size: number, subject: string, metric: string, value: number, unit: string): BenchRow => ({
  bench: 'gazetteer',
  case: `${size.toLocaleString('en')} names`,
  subject,
  metric,
  value,
  unit,
});

async function measureSize(size: number, reading: Reading, say: (line: string) => void): Promise<BenchRow[]> {
  say(`${size.toLocaleString('en')} names`);
  const names = makeNames(size, reading);
  const rows = await measureOurs(size, names, reading);
  const ours = rows.find(({ metric }) => metric === 'throughput')?.value ?? 0;
  for (const peer of peers) if (size <= peer.most) rows.push(...measurePeer(peer, { size, names, reading, ours }));
  return rows;
}

const ours = 'gazetteer';

async function measureOurs(size: number, names: readonly string[], { text }: Reading): Promise<BenchRow[]> {
  const start = performance.now();
  const buffer = compileGazetteer(names.map((name, ordinal) => ({ text: name, case: 'name', ordinal })));
  const compiled = performance.now() - start;
  const page = text.slice(0, pageLength);
  // Other bytes, so that nothing of the first pass is in the processor's caches by its own doing.
  const copy = buffer.slice(0);
  const opening = performance.now();
  const gazetteer = open(copy);
  const opened = performance.now() - opening;
  const first = performance.now();
  findNames(gazetteer, page);
  const firstPage = performance.now() - first;
  const time = timeOf(() => findNames(gazetteer, text), 2);
  const cold = await measureCold(buffer, page);
  return [
    row(size, ours, 'throughput', text.length / time / 1000, 'MB/s'),
    row(size, ours, 'hits', findNames(gazetteer, text).length, 'names'),
    row(size, ours, 'size', buffer.byteLength / names.length, 'bytes a name'),
    row(size, ours, 'compile', compiled, 'ms'),
    row(size, ours, 'open', opened, 'ms'),
    row(size, ours, 'first page of 100 KB', firstPage, 'ms'),
    ...(cold === null
      ? []
      : [
          row(size, ours, 'cold worker: read', cold.read, 'ms'),
          row(size, ours, 'cold worker: ready', cold.ready, 'ms'),
          row(size, ours, 'cold worker: page of 100 KB', cold.page, 'ms'),
        ]),
  ];
}

function open(buffer: ArrayBuffer): Gazetteer {
  const opened = openGazetteer(buffer);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

interface PeerCase {
  readonly size: number;
  readonly names: readonly string[];
  readonly reading: Reading;
  /** Throughput of the gazetteer in the same case. */
  readonly ours: number;
}

function measurePeer(peer: Peer, { size, names, reading, ours: own }: PeerCase): BenchRow[] {
  const start = performance.now();
  const find = peer.build(names);
  const built = performance.now() - start;
  const text = reading.text.slice(0, peer.name === 'RegExp' ? shortLength / 10 : shortLength);
  const time = timeOf(() => find(text), 1);
  const throughput = text.length / time / 1000;
  return [
    row(size, peer.name, 'throughput', throughput, 'MB/s'),
    row(size, peer.name, 'gazetteer is faster', own / throughput, 'times'),
    row(size, peer.name, 'build', built, 'ms'),
  ];
}
