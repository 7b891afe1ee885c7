/** `train`: makes public/models/names.bin and its card from the corpus and the open sets; the same input, the same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { addFeatures } from '../lib/recognise/tagger/features.ts';
import { trainCrf } from './train/crf.ts';
import { extract, numberFeatures, prepare } from './train/extract.ts';
import { buildLexicon, openLexicon } from './train/lexicon.ts';
import { packModel } from './train/pack.ts';
import { trainSecond } from './train/second.ts';
import { hasOpenSets, readCorpus, readOpenSets } from './train/sets.ts';
import { simulateKnown } from './train/known.ts';
import { MaskBook } from './train/targets.ts';
import { loadVectors } from './train/vectors.ts';
import { writeWeights } from './train/write.ts';

const shared = '../shared/data';
const out = 'public/models/names.bin';
const quick = process.argv.includes('--quick');
const began = Date.now();
const report = (line: string): void =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

if (!hasOpenSets(shared)) {
  console.error(`train: the open sets are not here (${shared}); nothing was written`);
  process.exit(2);
}

const texts = [...readCorpus('corpus/texts', 'train'), ...readOpenSets(shared)].filter(
  (text) => !quick || text.set !== 'btc',
);
report(`${texts.length} texts`);
const unlabelled = ['claimbuster/train.jsonl', 'gap/development.jsonl'].map((path) =>
  readFileSync(`${shared}/${path}`, 'utf8'),
);
const entries = buildLexicon(loadVectors(), [...texts.map(({ text }) => text), ...unlabelled]);
const lexicon = openLexicon(entries);
report(
  `lexicon: ${entries.clusters.size} words in clusters, ${entries.words.size} with marks, ${entries.phrases.size} phrases`,
);

const book = new MaskBook();
const documents = texts.map((text, i) => prepare(text, simulateKnown(text, i), lexicon, book));
report(`${documents.reduce((sum, { misfits }) => sum + misfits, 0)} names do not meet token borders`);
const extracted = extract(documents, ({ view, evidence }, { from, end }, sink) =>
  addFeatures(view, evidence, from, end, sink),
);
const { sequences, hashes } = numberFeatures(extracted, 2, book.masks, null);
report(`${sequences.targets.length} tokens, ${extracted.hashes.length} features, ${hashes.length} kept`);

const training = { epochs: quick ? 4 : 10, rate: 0.08, shrink: 0.005, dropout: 0.15, seed: 5, report };
const everything = Int32Array.from(sequences.weights.keys());
const weights = trainCrf(sequences, everything, training);
const first = packModel(hashes, weights, { unit: 0.04, least: 0.06 });
report(`first pass: ${first.hashes.length} features, ${first.labels.length} weights`);
const second = packModel(...trainSecond(documents, extracted, sequences, book, training), { unit: 0.02, least: 0.02 });
report(`second pass: ${second.hashes.length} features, ${second.labels.length} weights`);

const bytes = writeWeights(entries, first, second);
mkdirSync('public/models', { recursive: true });
writeFileSync(out, bytes);
report(`${out}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
