import { markBit, type WordMark } from '../../lib/recognise/tagger/lexicon.ts';
import { hashText } from '../../lib/recognise/tagger/hash.ts';
import { foldWord } from '../../lib/text/fold.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import { Random } from './random.ts';
import type { NamedText } from './sets.ts';
import type { Vectors } from './vectors.ts';

/** What a word mostly is, told from its vector alone. */
export const priorClasses = ['no name', 'given', 'family', 'place', 'organisation', 'nationality', 'thing'] as const;
const classCount = priorClasses.length;

const rounds = 12;
const rate = 0.5;

/** Classes that a word mark speaks for. */
const markClasses: readonly (readonly [mark: WordMark, prior: number])[] = [
  ['given-name', 1],
  ['surname', 2],
  ['country', 3],
  ['big-city', 3],
  ['region', 3],
  ['company', 4],
  ['organisation', 4],
  ['demonym', 5],
];

/**
 * A class and its sureness for each word of the vectors: `best | sureness << 3 | second << 5`, sureness 0 to 3.
 *
 * Softmax regression on the vectors, from the training texts' words and the word lists; too few weights to learn
 * single words by heart, so that words of no list profit as well.
 */
export function wordPriors(
  vectors: Vectors,
  texts: readonly NamedText[],
  marks: ReadonlyMap<number, number>,
): Uint8Array {
  const { words, values, dimensions } = vectors;
  const indexOf = new Map<string, number>();
  for (const [i, word] of words.entries()) indexOf.set(word, i);
  const counts = countClasses(texts, indexOf, words.length);
  for (const [i, word] of words.entries()) {
    const bits = marks.get(hashText(word)) ?? 0;
    if ((bits & markBit('common')) !== 0) continue;
    for (const [mark, prior] of markClasses)
      if ((bits & markBit(mark)) !== 0) counts[i * classCount + prior] = (counts[i * classCount + prior] ?? 0) + 1;
  }
  const weights = fit(vectors, counts);
  const priors = new Uint8Array(words.length);
  const chances = new Float64Array(classCount);
  for (let i = 0; i < words.length; i += 1) {
    softmax(values, i, dimensions, weights, chances);
    const order = [...chances.keys()].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
    const best = order[0] ?? 0;
    const chance = chances[best] ?? 0;
    const sureness = chance > 0.9 ? 3 : chance > 0.7 ? 2 : chance > 0.45 ? 1 : 0;
    priors[i] = best | (sureness << 3) | ((order[1] ?? 0) << 5);
  }
  return priors;
}

function countClasses(texts: readonly NamedText[], indexOf: ReadonlyMap<string, number>, size: number): Float64Array {
  const counts = new Float64Array(size * classCount);
  const add = (word: string, prior: number): void => {
    const i = indexOf.get(foldWord(word));
    if (i !== undefined) counts[i * classCount + prior] = (counts[i * classCount + prior] ?? 0) + 1;
  };
  for (const text of texts) {
    if (text.set === 'btc' || text.set === 'wnut') continue;
    const covered = new Uint8Array(text.text.length);
    for (const { start, end, types } of text.spans) {
      covered.fill(1, start, end);
      const inner = tokenise(text.text.slice(start, end)).filter((token) => /^\p{Lu}/u.test(token.plain));
      const [type] = types;
      for (const [k, token] of inner.entries()) {
        if (type === 'person') add(token.plain, k === 0 && inner.length > 1 ? 1 : 2);
        else if (type === 'place') add(token.plain, 3);
        else if (type === 'organisation') add(token.plain, 4);
        else if (types.length > 1) continue;
        else add(token.plain, type === 'nationality' ? 5 : 6);
      }
    }
    if (text.set !== 'corpus' && text.set !== 'wikigold') continue;
    for (const token of tokenise(text.text))
      if (token.kind === 'word' && covered[token.start] === 0) add(token.plain, 0);
  }
  return counts;
}

/** Stochastic gradient descent; a word counts by the logarithm of how often it was met. */
function fit({ words, values, dimensions }: Vectors, counts: Float64Array): Float64Array {
  const weights = new Float64Array(classCount * (dimensions + 1));
  const chances = new Float64Array(classCount);
  const random = new Random(23);
  const met: number[] = [];
  for (let i = 0; i < words.length; i += 1)
    if (counts.subarray(i * classCount, (i + 1) * classCount).some((count) => count > 0)) met.push(i);
  const order = Int32Array.from(met);
  for (let round = 0; round < rounds; round += 1) {
    random.shuffle(order);
    for (const i of order) {
      softmax(values, i, dimensions, weights, chances);
      let total = 0;
      for (let c = 0; c < classCount; c += 1) total += counts[i * classCount + c] ?? 0;
      const step = (rate / (1 + round)) * Math.log(1 + total);
      for (let c = 0; c < classCount; c += 1) {
        const gradient = (counts[i * classCount + c] ?? 0) / total - (chances[c] ?? 0);
        const row = c * (dimensions + 1);
        for (let d = 0; d < dimensions; d += 1)
          weights[row + d] = (weights[row + d] ?? 0) + step * gradient * (values[i * dimensions + d] ?? 0);
        weights[row + dimensions] = (weights[row + dimensions] ?? 0) + step * gradient * 0.3;
      }
    }
  }
  return weights;
}

function softmax(values: Float32Array, i: number, dimensions: number, weights: Float64Array, out: Float64Array): void {
  let top = -Infinity;
  for (let c = 0; c < classCount; c += 1) {
    const row = c * (dimensions + 1);
    let score = weights[row + dimensions] ?? 0;
    for (let d = 0; d < dimensions; d += 1) score += (weights[row + d] ?? 0) * (values[i * dimensions + d] ?? 0);
    out[c] = score;
    top = Math.max(top, score);
  }
  let sum = 0;
  for (let c = 0; c < classCount; c += 1) {
    out[c] = Math.exp((out[c] ?? 0) - top);
    sum += out[c] ?? 0;
  }
  for (let c = 0; c < classCount; c += 1) out[c] = (out[c] ?? 0) / sum;
}
