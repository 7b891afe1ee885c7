/** `train-claims`: makes public/models/claims.bin and its card; the same input, the same bytes. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { judgements } from '../lib/claim/checkworthy.ts';
import { isHeldOut } from './corpus/split.ts';
import { corpusClaimTexts } from './evaluate/claims.ts';
import { corpusWorthExamples, debateExamples, kindExamples } from './train/claim-examples.ts';
import { bucketBits, packModels, trainLinear } from './train/claims.ts';
import { root } from './command.ts';

const debates = `${root}../shared/data/claimbuster/train.jsonl`;
const out = `${root}public/models`;
if (!existsSync(debates)) {
  console.error('train-claims: ../shared/data/claimbuster/train.jsonl is not here; nothing was written');
  process.exit(2);
}
const texts = corpusClaimTexts(`${root}corpus/texts`, (id) => !isHeldOut(id));
const sentences = kindExamples(texts);
const worthwhile = [...debateExamples(debates), ...corpusWorthExamples(texts)];
const kinds = trainLinear(sentences, { heads: judgements.length, rounds: 6, rate: 0.05, decay: 0.001 });
const worth = trainLinear(worthwhile, { heads: 2, rounds: 6, rate: 0.05, decay: 0.002 });
const bytes = packModels(kinds, worth);
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/claims.bin`, bytes);
const card = {
  model: 'kinds of claims and check-worthiness',
  method: 'logistic regression over hashed binary features, a signed byte a weight',
  trainedOn: [
    { name: 'Sidelight news corpus, all but the held-out fifth', texts: texts.length, sentences: sentences.length },
    {
      name: 'ClaimBuster, US presidential debates 1960-2016 (CC BY 4.0)',
      sentences: worthwhile.length,
      use: 'check-worthiness only, with unquoted corpus sentences',
    },
  ],
  buckets: 2 ** bucketBits,
  bytes: bytes.length,
  gzipped: gzipSync(bytes, { level: 9 }).length,
  limits: 'English news prose. A weight says what annotators marked, not whether anything is true.',
};
writeFileSync(`${out}/claims.card.json`, `${JSON.stringify(card, null, 2)}\n`);
console.log(`claims.bin: ${card.bytes} bytes, ${card.gzipped} gzipped; ${sentences.length} sentences`);
