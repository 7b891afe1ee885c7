import { existsSync } from 'node:fs';
import { asSourceId } from '../../lib/model/ids.ts';
import type { PackManifest } from '../../lib/model/pack.ts';
import { createIdMap, type IdMap } from './id-map.ts';
import { readClaimReviews } from './read-claimreview.ts';
import { readJsonLd } from './read-jsonld.ts';
import { readCsv } from './read-csv.ts';
import { readRecords } from './read-own.ts';
import { readWikidata } from './read-wikidata.ts';
import { ownSource, type PackRecord, type Reader, type ReadOptions } from './records.ts';

const readers = {
  records: readRecords,
  csv: readCsv,
  wikidata: readWikidata,
  jsonld: readJsonLd,
  claimreview: readClaimReviews,
} as const satisfies Readonly<Record<string, Reader>>;

type InputKind = keyof typeof readers;
export const inputKinds = Object.keys(readers) as readonly InputKind[];

/** What is filtered of which kind; said of any other, a filter would do nothing. */
const filters: Readonly<Record<string, readonly InputKind[]>> = {
  type: ['wikidata', 'jsonld'],
  language: ['wikidata', 'jsonld'],
  popularity: ['wikidata'],
  classes: ['wikidata'],
};

const isKind = (kind: string): kind is InputKind => inputKinds.some((known) => known === kind);

/** What an input holds, by `--from` or by its name. */
function kindOf(file: string, from: string | undefined): InputKind {
  if (from !== undefined) {
    if (isKind(from)) return from;
    throw new Error(`there is no kind "${from}"; there are ${inputKinds.join(', ')}`);
  }
  if (file === '-') throw new Error(`--from has to say what the standard input holds: ${inputKinds.join(', ')}`);
  if (/\.[ct]sv(?:\.gz)?$/iu.test(file)) return 'csv';
  return /\.jsonld(?:\.gz)?$/iu.test(file) ? 'jsonld' : 'records';
}

/** Each input with its kind; throws where one is not there, or where a filter fits none of them. */
export function kindsOf(
  files: readonly string[],
  { from, given }: { readonly from: string | undefined; readonly given: readonly string[] },
): readonly { readonly file: string; readonly kind: InputKind }[] {
  const inputs = files.map((file) => ({ file, kind: kindOf(file, from) }));
  const missing = files.find((file) => file !== '-' && !existsSync(file));
  if (missing !== undefined) throw new Error(`${missing}: there is no such file or folder`);
  for (const option of given) {
    const kinds = filters[option];
    if (kinds === undefined || inputs.some(({ kind }) => kinds.includes(kind))) continue;
    const found = [...new Set(inputs.map(({ kind }) => kind))].join(', ');
    throw new Error(`--${option} filters ${kinds.join(' and ')} alone, and the input is ${found}`);
  }
  return inputs;
}

/** All records of all inputs, led by the source that they are said to come from; throws where there is none at all. */
export async function* readInputs(
  inputs: ReturnType<typeof kindsOf>,
  manifest: PackManifest,
  options: ReadOptions,
): AsyncGenerator<PackRecord> {
  yield {
    kind: 'source',
    file: 'manifest',
    line: 1,
    record: {
      id: asSourceId(ownSource(options.owner)),
      url: null,
      title: manifest.title,
      publisher: manifest.publisher,
      authors: [],
      publishedAt: manifest.created,
      licence: manifest.licence,
    },
  };
  const met = createIdMap();
  const notes: string[] = [];
  const say = (line: string): void => void notes.push(line);
  let taken = 0;
  for (const { file, kind } of inputs) {
    let here = 0;
    const before = notes.length;
    const records = readers[kind](file, { ...options, say });
    for await (const record of kind === 'wikidata' ? once(records, { met, say, file }) : records) {
      if (record.kind !== 'source') here += 1;
      yield record;
    }
    if (here === 0 && notes.length === before)
      say(`${file}: holds no entity, fact, claim or review (it was read as ${kind})`);
    taken += here;
  }
  if (taken === 0) throw new Error(`no pack was made, for nothing was taken in:\n  ${notes.join('\n  ')}`);
  for (const note of notes) options.say(note);
}

/** Answers of an API overlap, and an item that was joined to another comes under both: each is taken as it came first. */
async function* once(
  records: AsyncIterable<PackRecord>,
  { met, say, file }: { readonly met: IdMap; readonly say: (line: string) => void; readonly file: string },
): AsyncGenerator<PackRecord> {
  let again = 0;
  let isAgain = false;
  for await (const record of records) {
    // Its facts follow each item.
    if (record.kind === 'entity') {
      isAgain = !met.add(record.record.id, 0);
      if (isAgain) again += 1;
    }
    if (!isAgain) yield record;
  }
  if (again > 0) say(`${file}: ${again.toLocaleString('en')} items that were there already are left out`);
}
