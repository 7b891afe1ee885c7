import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AliasEntry, compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findEveryName, findNames } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/open.ts';
import { keepLongest } from '../../lib/gazetteer/overlaps.ts';
import { scannerCode } from '../../lib/gazetteer/scanner-code.ts';
import { root } from '../../scripts/command.ts';
import { compileScanner } from '../../scripts/scanner/compile.ts';
import { scanNaively } from './naive.ts';

const open = (...forms: string[]) => {
  const entries: AliasEntry[] = forms.map((text, ordinal) => ({ text, case: 'name', ordinal }));
  const opened = openGazetteer(compileGazetteer(entries));
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
};

const startsIn = (gazetteer: ReturnType<typeof open>, text: string): number[] =>
  Array.from(findNames(gazetteer, text), ({ start }) => start);

test('its code is what its source compiles to', async () => {
  expect(Buffer.from(await compileScanner(root)).toString('base64')).toBe(scannerCode);
}, 60_000);

describe('texts of any length', () => {
  // 64 units are marked at once.
  test('a name, and what joins it, wherever it stands', () => {
    const gazetteer = open('Wang Yi', 'O’Brien', 'iPad', 'U.S.', '5G', 'Élan', '中国', 'e.on', 'Xi');
    for (let before = 0; before < 140; before += 1) {
      // The first Xi is within a word.
      const text = `${'x'.repeat(before)} yyyy’Xi Wang Yi, O’Brien’s iPad. U.S. 5G Élan 中国 e.on`;
      const found = Array.from(findNames(gazetteer, text), ({ start, end }) => text.slice(start, end));
      expect(found).toEqual(['Wang Yi', 'O’Brien', 'iPad', 'U.S.', '5G', 'Élan', '中国', 'e.on']);
    }
  });

  test('one that takes more memory than there is, then one that does not', () => {
    const gazetteer = open('Wang Yi');
    const long = `${'y '.repeat(600_000)}Wang Yi`;
    expect(startsIn(gazetteer, long)).toEqual([1_200_000]);
    expect(startsIn(gazetteer, 'Wang Yi')).toEqual([0]);
    expect(startsIn(gazetteer, 'nothing')).toEqual([]);
  });

  test('of extraordinary length', () => {
    const gazetteer = open('Wang Yi');
    expect(startsIn(gazetteer, `${'y '.repeat(2_100_000)}Wang Yi`)).toEqual([4_200_000]);
    expect(startsIn(gazetteer, 'Wang Yi')).toEqual([0]);
  });

  test('more names than have room, odd letters among them', () => {
    const gazetteer = open('Wang Yi', 'Straße');
    expect(findEveryName(gazetteer, 'Wang Yi Straße '.repeat(100_000)).length).toBe(200_000);
  });

  test('one long chain of names that overlap', () => {
    const gazetteer = open('Ab Cd', 'Cd Ab', 'Cd Ab Cd');
    const text = 'Ab Cd '.repeat(500);
    const every = [...findEveryName(gazetteer, text)];
    expect(every.length).toBe(1_498);
    expect([...findNames(gazetteer, text)]).toEqual(keepLongest(every));
  });
});

test('what is found stays when another text is read', () => {
  const gazetteer = open('Wang Yi');
  const first = findNames(gazetteer, 'Then Wang Yi spoke');
  findNames(gazetteer, 'Wang Yi and Wang Yi');
  expect([...first]).toEqual([{ start: 5, end: 12, ordinals: [0] }]);
});

const usualWords = ['a', 'A', 'Xi', 'xi', 'st', '5', '1,000', '3.5', '5th', '1990s', '5G', 'a.m.', 'U.S.', 'U', 'No'];
const oddWords = ["O'Brien", 'é', 'É', 'ß', 'ﬁn', 'я', 'Я', '٣', 'x'.repeat(60)];
const usualMarks = [' ', ' ', ' ', ' ', '', '-', '.', ', ', '&', '’s ', "'S", '‘', '”', '\n', '\u00a0', '…'];
const oddMarks = ['\u0018', 'ⓐ', '\u0301', '\u00ad', '\u200b'];
const word = fc.constantFrom(...usualWords, ...oddWords);
const between = fc.constantFrom(...usualMarks, ...oddMarks);
const written = (least: number, most: number, joint: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(word, joint), { minLength: least, maxLength: most })
    .map((pairs) => pairs.flat().slice(0, -1).join(''));
const entry = fc.record<AliasEntry>({
  text: written(1, 3, fc.constantFrom(' ', '-', '&', '')),
  case: fc.constantFrom('name', 'exact'),
  ordinal: fc.nat(6),
});

test('an apostrophe inside a word of small letters leaves no abbreviation behind it', () => {
  const gazetteer = open('Я', 'Xi');
  expect(startsIn(gazetteer, 'over rock’n.Я')).toEqual([12]);
  expect(startsIn(gazetteer, 'over rock’n.Xi')).toEqual([12]);
  expect(startsIn(gazetteer, 'over n.Я')).toEqual([]);
});

test('odd letters, numbers and marks in any order', () => {
  // A gazetteer has a memory of its own, which costs more to make than the texts to read.
  const texts = fc.array(written(0, 40, between), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), texts, (entries, all) => {
      const opened = openGazetteer(compileGazetteer(entries));
      if (!opened.ok) throw new Error(opened.failure.code);
      const sorted = (
        hits: Iterable<{ readonly start: number; readonly end: number; readonly ordinals: readonly number[] }>,
      ) =>
        Array.from(hits, ({ start, end, ordinals }) => ({ start, end, ordinals: ordinals.toSorted((a, b) => a - b) }));
      for (const text of all) {
        const asked = `${text}${entries[0]?.text ?? ''} ${text}`;
        expect(sorted(findNames(opened.value, asked))).toEqual(sorted(scanNaively(entries, asked)));
      }
    }),
    { numRuns: 300 },
  );
});
