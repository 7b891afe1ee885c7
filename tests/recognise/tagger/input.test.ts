import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseNames } from '../../../lib/recognise/names.ts';
import { openTagger } from '../../../lib/recognise/tagger/tagger.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';
import { atOnce } from '../../../lib/model/steps.ts';

const bytes = readFileSync('public/models/names.bin');
const weights = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const opened = openTagger(weights);
if (!opened.ok) throw new Error(opened.failure.why);
const tagger = opened.value;

const namesOf = (text: string) => atOnce(recogniseNames(readText(text, blocksOfLines(text)), [], tagger));
const surfacesOf = (text: string) => namesOf(text).map(({ start, end, type }) => [text.slice(start, end), type]);

describe('names of plain news sentences', () => {
  test.each([
    [
      'titles and the possessive are outside',
      'President Barack Obama praised Dr Angela Merkel’s speech.',
      [
        ['Barack Obama', 'person'],
        ['Angela Merkel', 'person'],
      ],
    ],
    [
      'a leading "the" is outside, "U.S." is whole',
      'The U.S. government asked the United Nations for help.',
      [
        ['U.S.', 'place'],
        ['United Nations', 'organisation'],
      ],
    ],
    [
      'the longest name wins',
      'She works at the University of Nairobi in Kenya.',
      [
        ['University of Nairobi', 'organisation'],
        ['Kenya', 'place'],
      ],
    ],
    ['a nationality is a name', 'The Russian minister left early.', [['Russian', 'nationality']]],
    ['days and months are none', 'They met again on Tuesday in early March.', []],
    ['words in lower case are none', 'nothing happened on the way to the market.', []],
  ])('%s', (_rule, text, expected) => {
    expect(surfacesOf(text)).toEqual(expected);
  });
});

test('a surname alone is the person whom the article introduced, also where it looks like something else', () => {
  const text = 'Marta London, the mayor, spoke on Friday.\nThe plan is ready, London said. “We begin,” London added.';
  expect(surfacesOf(text).map(([, type]) => type)).toEqual(['person', 'person', 'person']);
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Angela Merkel',
      'the UN',
      '\ud800',
      '\udc00',
      '\u200b',
      '\u202e',
      '\n',
      '. ',
      '’s ',
      '北京',
      'O’Neill-Ade',
      '"',
      '(',
      'ﬁ',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  test('spans are in order, apart, inside the text and begin and end on what is no space', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        let last = 0;
        for (const { start, end, confidence } of namesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  test.each([
    ['no sentences', 'Angela Merkel met Acme Ltd and '],
    ['all capitals', 'ANGELA MERKEL MET ACME LTD IN PARIS\n'],
    ['one endless word', 'Merkel'],
    ['thousands of names', 'Tunde Bakare, Grace Otieno, '],
  ])('%s: four times the text takes about four times as long', (_kind, unit) => {
    // Of the processor, in milliseconds: what else the machine does shall not count.
    const timeOf = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const began = process.cpuUsage();
      namesOf(text);
      return process.cpuUsage(began).user / 1000;
    };
    timeOf(10_000);
    const once = Math.min(timeOf(10_000), timeOf(10_000), timeOf(10_000));
    // The best of three: the others are timed where the first was disturbed.
    let ratio = Infinity;
    for (let turn = 0; turn < 3 && ratio >= 10; turn += 1) ratio = Math.min(ratio, timeOf(40_000) / (once + 5));
    expect(ratio).toBeLessThan(10);
  });
});

describe('weights that are none', () => {
  test.each([
    ['nothing', new ArrayBuffer(0)],
    ['something else', new TextEncoder().encode('{"not":"weights"}').buffer],
    ['cut short', weights.slice(0, weights.byteLength >> 1)],
    ['too long', new Uint8Array([...new Uint8Array(weights), 0]).buffer],
  ])('%s: a failure with its reason', (_kind, buffer) => {
    const result = openTagger(buffer as ArrayBuffer);
    expect(result).toMatchObject({ ok: false, failure: { code: 'BadWeights' } });
  });
});
