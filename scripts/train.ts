/**
 * `train [--names] [--without SET] [--quick]`: makes public/models/names.bin and its card from the corpus, the lists
 * and the open sets; the same input, the same bytes. `--names` first takes the built-in packs' names anew; `--without`
 * leaves a set out and writes under .cache/, for measuring on it. What first passes get wrong on training texts that
 * they have not seen goes to .cache/train-errors.txt: the errors that may be read without tuning to the held-out texts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { addFeatures } from '../lib/recognise/tagger/features.ts';
import { spansOf } from '../lib/recognise/names.ts';
import type { Labelling } from '../lib/recognise/tagger/labelling.ts';
import { listUnseen } from './train/unseen.ts';
import { findPackFolders, readPackFolder } from './pack-source.ts';
import { writeCard } from './train/card.ts';
import { type Training, trainCrf } from './train/crf.ts';
import { extract, numberFeatures, prepare, type Prepared } from './train/extract.ts';
import { simulateKnown } from './train/known.ts';
import { buildLexicon, openLexicon } from './train/lexicon.ts';
import { packModel } from './train/pack.ts';
import { addLeanings, countLeanings } from './train/leanings.ts';
import { trainSecond } from './train/second.ts';
import { hasOpenSets, type NamedText, postSets, readCorpus, readOpenSets } from './train/sets.ts';
import { formatStoreNames, openStoreNames, readStoreNames, storeNamesFile } from './train/store-names.ts';
import { MaskBook } from './train/targets.ts';
import { loadVectors } from './train/vectors.ts';
import { writeWeights } from './train/write.ts';

const shared = '../shared';
const data = `${shared}/data`;
const { values: options } = parseArgs({
  options: { names: { type: 'boolean' }, quick: { type: 'boolean' }, without: { type: 'string' } },
});
const began = Date.now();
const report = (line: string): void =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

if (!hasOpenSets(data)) {
  console.error(`train: the open sets are not here (${data}); nothing was written`);
  process.exit(2);
}
if (options.names === true) {
  const packs = findPackFolders().map(readPackFolder);
  writeFileSync(storeNamesFile, formatStoreNames(packs.flatMap((pack) => (pack.ok ? pack.value.entities : []))));
}

const isUsed = ({ set }: NamedText): boolean =>
  set !== options.without && (options.quick !== true || !postSets.has(set));
const texts = [...readCorpus('corpus/texts', 'train'), ...readOpenSets(data)].filter(isUsed);
report(`${texts.length} texts`);
const bytes = train(texts);
const gzipped = gzipSync(bytes, { level: 9 }).length;
const out = options.without === undefined ? 'public/models/names.bin' : `.cache/names-without-${options.without}.bin`;
mkdirSync('public/models', { recursive: true });
mkdirSync('.cache', { recursive: true });
writeFileSync(out, bytes);
report(`${out}: ${bytes.length} bytes, ${gzipped} gzipped`);
if (options.without === undefined && options.quick !== true)
  writeFileSync('public/models/names.card.json', writeCard(bytes, gzipped, texts, shared));

function train(texts: readonly NamedText[]): Uint8Array<ArrayBuffer> {
  const unlabelled = ['claimbuster/train.jsonl', 'gap/development.jsonl'].map((path) =>
    readFileSync(`${data}/${path}`, 'utf8'),
  );
  const vectors = loadVectors();
  const bare = buildLexicon(vectors, [...texts.map(({ text }) => text), ...unlabelled]);
  const entries = addLeanings(bare, vectors, countLeanings(texts, openLexicon(bare)));
  const lexicon = openLexicon(entries);
  report(
    `lexicon: ${entries.codes.size} words with vectors, ${entries.words.size} with marks, ${entries.phrases.size} phrases`,
  );
  const book = new MaskBook();
  const findStoreNames = openStoreNames(readStoreNames());
  const documents = texts.map((text, i) => prepare(text, simulateKnown(text, i, findStoreNames), lexicon, book));
  report(`${documents.reduce((sum, { misfits }) => sum + misfits, 0)} names do not meet token borders`);
  const extracted = extract(documents, ({ view, evidence }, { from, end }, sink) =>
    addFeatures(view, evidence, from, end, sink),
  );
  const { sequences, hashes } = numberFeatures(extracted, 2, book.masks, null);
  report(`${sequences.targets.length} tokens, ${extracted.hashes.length} features, ${hashes.length} kept`);

  const training: Training = {
    epochs: options.quick === true ? 4 : 10,
    rate: 0.08,
    shrink: 0.005,
    dropout: 0.4,
    seed: 5,
    report,
  };
  const everything = Int32Array.from(sequences.weights.keys());
  const first = packModel(hashes, trainCrf(sequences, everything, training), { unit: 0.04, least: 0.06 });
  report(`first pass: ${first.features.count} features, ${first.labels.length} weights`);
  const unseen: string[] = [];
  const onUnseen = ({ source, view }: Prepared, labelling: Labelling): void => {
    if (source.set === 'corpus') unseen.push(...listUnseen(source, spansOf(view.document, labelling)));
  };
  const second = packModel(...trainSecond(documents, extracted, sequences, book, { ...training, onUnseen }), {
    unit: 0.02,
    least: 0.02,
  });
  writeFileSync('.cache/train-errors.txt', `${unseen.sort().join('\n')}\n`);
  report(`second pass: ${second.features.count} features, ${second.labels.length} weights`);
  return writeWeights(entries, first, second);
}
