import { describe, expect, test } from 'vitest';
import { addFeatures } from '../../../lib/recognise/tagger/features.ts';
import { firstScores, decode } from '../../../lib/recognise/tagger/passes.ts';
import { Scorer } from '../../../lib/recognise/tagger/model.ts';
import { openTagger } from '../../../lib/recognise/tagger/tagger.ts';
import { spansOf } from '../../../lib/recognise/names.ts';
import { labelCount } from '../../../lib/recognise/tagger/labels.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';
import { readConll } from '../../../scripts/train/conll.ts';
import { trainCrf } from '../../../scripts/train/crf.ts';
import { extract, numberFeatures, prepare } from '../../../scripts/train/extract.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { packModel } from '../../../scripts/train/pack.ts';
import { toNamedText } from '../../../scripts/train/sets.ts';
import { MaskBook, targetsOf } from '../../../scripts/train/targets.ts';
import { writeWeights } from '../../../scripts/train/write.ts';
import { atOnce } from '../../../lib/model/steps.ts';

const layout = { perParagraph: 2, perDocument: null };

describe('texts put together from tokens', () => {
  test.each([
    ['points and commas stand close', 'We\nmet\n,\nthen\nleft\n.', 'We met, then left.'],
    ['brackets and quotation marks stand close inside', 'He\n(\nor\n"\nshe\n"\n)', 'He (or "she")'],
    ['hyphens glue', 'Bailey\n-\nRoss', 'Bailey-Ross'],
    ['contractions glue', "do\nn't", "don't"],
  ])('%s', (_rule, words, text) => {
    expect(readConll(words.replaceAll('\n', '\tO\n'), 'x', layout)[0]?.text).toBe(text);
  });

  test('spans are exact; a leading "the" is left out', () => {
    const [document] = readConll('The\tB-ORG\nUN\tI-ORG\n, \tO\nNew\tB-LOC\nYork\tI-LOC', 'x', layout);
    const { text, spans } = toNamedText(document!, 'wikigold');
    expect(spans.map(({ start, end, types }) => [text.slice(start, end), types[0]])).toEqual([
      ['UN', 'organisation'],
      ['New York', 'place'],
    ]);
  });

  test('a handle that posts take for a name may be anything', () => {
    const [document] = readConll('@\tB-PER\nanna_k\tI-PER\nmet\tO\nBela\tB-PER', 'x', layout);
    const { text, spans } = toNamedText(document!, 'btc');
    expect(spans.map(({ start, end, types }) => [text.slice(start, end), types])).toEqual([
      ['@anna_k', []],
      ['Bela', ['person']],
    ]);
    const book = new MaskBook();
    const { tokens } = readText(text, blocksOfLines(text));
    const { targets } = targetsOf(tokens, spans, book, { types: [] }, () => false);
    const open = [...targets].map((target) => book.masks[target]?.reduce((sum, may) => sum + may, 0));
    const byWord = new Map(tokens.map(({ plain }, i) => [plain, open[i]]));
    expect(byWord.get('met')).toBe(1);
    expect(byWord.get('Bela')).toBe(1);
    expect(open[0]).toBe(labelCount);
  });
});

describe('training', () => {
  const sentences = ['Anna', 'Bela', 'Cora', 'Dora'].flatMap((name) => [
    `Mrs\tO\n${name}\tB-PER\nspoke\tO\n.\tO\n\n`,
    `She\tO\nlives\tO\nin\tO\n${name}ville\tB-LOC\n.\tO\n\n`,
  ]);
  const texts = readConll(sentences.join(''), 'toy', layout).map((document) => toNamedText(document, 'wikigold'));
  const entries = { codes: new Map(), words: new Map(), phrases: new Map() };
  const lexicon = openLexicon(entries);
  const train = () => {
    const book = new MaskBook();
    const documents = texts.map((text) => prepare(text, [], lexicon, book));
    const extracted = extract(documents, ({ view, evidence }, { from, end }, sink) =>
      addFeatures(view, evidence, from, end, sink),
    );
    const { sequences, hashes } = numberFeatures(extracted, 1, book.masks, null);
    const weights = trainCrf(sequences, Int32Array.from(sequences.weights.keys()), {
      epochs: 12,
      rate: 0.2,
      shrink: 0,
      dropout: 0.2,
      seed: 1,
      report: () => undefined,
    });
    return { documents, model: packModel(hashes, weights, { unit: 0.02, least: 0.02 }) };
  };

  test('learns what it is shown', () => {
    const { documents, model } = train();
    const scorer = new Scorer(model);
    for (const { view, evidence, sequences, source } of documents) {
      const labelling = atOnce(decode(view, sequences, atOnce(firstScores(view, evidence, sequences, scorer)), scorer));
      const found = spansOf(view.document, labelling).map(({ start, end, type }) => ({ start, end, types: [type] }));
      expect(found).toEqual(source.spans);
    }
  });

  test('gives the same bytes each time, and they open again', () => {
    const first = train().model;
    const bytes = writeWeights(entries, first, first);
    const again = train().model;
    expect(writeWeights(entries, again, again)).toEqual(bytes);
    const opened = openTagger(bytes.buffer);
    expect(opened.ok && opened.value.first.model.features).toEqual(first.features);
    expect(opened.ok && opened.value.first.model.values).toEqual(first.values);
  });

  test('a set that leaves nationalities unmarked does not teach that there are none', () => {
    const book = new MaskBook();
    const [text] = texts;
    const blind = { ...text!, set: 'uner' as const, text: 'We met Xyzzy there.', blocks: [], spans: [] };
    const { targets } = prepare(blind, [], lexicon, book);
    expect([...targets].map((target) => book.masks[target]!.reduce((sum, bit) => sum + bit, 0))).toEqual([
      1, 1, 25, 1, 1,
    ]);
  });
});
