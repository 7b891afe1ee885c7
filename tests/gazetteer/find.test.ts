import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AliasEntry, compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findNames } from '../../lib/gazetteer/find.ts';
import type { GazetteerHit } from '../../lib/gazetteer/finds.ts';
import { openGazetteer } from '../../lib/gazetteer/open.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import { scanNaively } from './naive.ts';

/** `=Form` counts letter for letter, anything else as a name. */
const entriesOf = (forms: readonly string[]): AliasEntry[] =>
  forms.map((form, ordinal) =>
    form.startsWith('=') ? { text: form.slice(1), case: 'exact', ordinal } : { text: form, case: 'name', ordinal },
  );

function open(entries: readonly AliasEntry[]) {
  const opened = openGazetteer(compileGazetteer(entries));
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

const ascending = (ordinals: readonly number[]): number[] => ordinals.toSorted((a, b) => a - b);

const found = (forms: readonly string[], text: string): string[] =>
  [...findNames(open(entriesOf(forms)), text)].map(({ start, end }) => text.slice(start, end));

describe('which words of a text are a name', () => {
  test.each<[rule: string, forms: string[], text: string, expected: string[]]>([
    ['as written', ['Wang Yi'], 'Then Wang Yi spoke.', ['Wang Yi']],
    ['small letters are no name', ['Wang Yi'], 'a wang yi', []],
    ['half of it small is no name', ['Wang Yi'], 'Wang yi', []],
    ['capitals', ['Wang Yi'], 'WANG YI SPEAKS', ['WANG YI']],
    ['acronym as a word', ['NATO'], 'Nato said nato', ['Nato']],
    ['exact: the very letters', ['=US'], 'US, us, Us', ['US']],
    ['exact: points do not count in the text', ['=US'], 'the U.S. and the U.S.', ['U.S.', 'U.S.']],
    ['exact: points do not count in the alias', ['=U.S.'], 'the US', ['US']],
    ['exact: capitals are other letters', ['=Who'], 'WHO Who', ['Who']],
    [
      'particles either way',
      ['Bank of China'],
      'Bank Of China, BANK OF CHINA, Bank of China',
      ['Bank Of China', 'BANK OF CHINA', 'Bank of China'],
    ],
    ['a first word counts as written', ['The Hague'], 'in the Hague', []],
    ['a small word of one letter before a capital', ['y Combinator'], 'at y Combinator', ['y Combinator']],
    ['a small word of two letters before a capital', ['al Qaeda'], 'of al Qaeda', ['al Qaeda']],
    ['a small letter before a capital in one word', ['iPhone'], 'an iPhone', ['iPhone']],
    ['a small word of two letters at the end', ['xi'], 'it is xi', ['xi']],
    ['a small word of one letter at the end', ['ё'], 'буква ё', ['ё']],
    ['a small word that a mark ends', ['o2', 'e-on'], 'o2, e-on, e', ['o2', 'e-on']],
    ['a first small word at the start of a sentence', ['al-Qaeda'], 'Al-Qaeda and al-Qaeda', ['Al-Qaeda', 'al-Qaeda']],
    [
      'small words in a headline',
      ['human rights council'],
      'Human Rights Council; human rights council',
      ['Human Rights Council', 'human rights council'],
    ],
    ['mixed case inside a word', ['iPhone'], 'an iPhone, the IPHONE', ['iPhone', 'IPHONE']],
    ['possessive left out', ['China'], "China’s and CHINA'S", ['China', 'CHINA']],
    ['possessive of the name itself', ["McDonald's"], 'McDonald’s', ['McDonald’s']],
    ['possessive inside', ['People’s Bank'], "the People's Bank", ["People's Bank"]],
    ['apostrophe inside a word', ["O'Neill"], 'Eugene O’Neill’s', ['O’Neill']],
    ['diacritics', ['Erdoğan', 'Sao Paulo'], 'Erdogan in São Paulo', ['Erdogan', 'São Paulo']],
    ['diacritics apart from their letters', ['Kraków'], 'Krako\u0301w', ['Krako\u0301w']],
    ['letters that fold to two', ['Straße', 'Ærø'], 'Strasse, STRASSE, Aerø', ['Strasse', 'STRASSE', 'Aerø']],
    ['ligatures', ['Pfizer office'], 'Pﬁzer oﬃce', ['Pﬁzer oﬃce']],
    ['full-width letters', ['NATO'], 'ＮＡＴＯ', ['ＮＡＴＯ']],
    ['sigma at the end of a word', ['Πέτρος'], 'ΠΕΤΡΟΣ', ['ΠΕΤΡΟΣ']],
    [
      'hyphen, space and their variants',
      ['Al-Shabaab'],
      'Al Shabaab, Al‑Shabaab, Al–Shabaab',
      ['Al Shabaab', 'Al‑Shabaab', 'Al–Shabaab'],
    ],
    ['a dash between spaces parts', ['Paris Hilton'], 'in Paris - Hilton, in Paris — Hilton', []],
    ['inside a hyphenated word', ['Russian'], 'pro-Russian', ['Russian']],
    ['never inside a word', ['Iran'], 'Iranian Tirana Iran1', []],
    ['soft hyphens and zero width', ['Jinping'], 'Jin\u00ADping Jin\u200Bping', ['Jin\u00ADping', 'Jin\u200Bping']],
    [
      'points of abbreviations',
      ['St. Petersburg', 'George W. Bush'],
      'St Petersburg, St. Petersburg, George W Bush',
      ['St Petersburg', 'St. Petersburg', 'George W Bush'],
    ],
    ['the end of a sentence parts', ['Paris Hilton'], 'in Paris. Hilton', []],
    ['point inside', ['Amazon.com'], 'Amazon.com. Amazon. Com', ['Amazon.com']],
    ['comma inside', ['Washington, D.C.'], 'Washington, D.C., and Washington D.C.', ['Washington, D.C.']],
    ['a comma that the name lacks parts', ['New York'], 'New, York', []],
    ['ampersand', ['AT&T', 'Marks & Spencer'], 'AT&T, Marks & Spencer, Marks Spencer', ['AT&T', 'Marks & Spencer']],
    [
      'quotation marks inside',
      ['Dwayne "The Rock" Johnson'],
      'Dwayne “The Rock” Johnson',
      ['Dwayne “The Rock” Johnson'],
    ],
    [
      'digits',
      ['9/11', 'G7', '2022 Winter Olympics'],
      '9/11 at the G7, the 2022 Winter Olympics',
      ['9/11', 'G7', '2022 Winter Olympics'],
    ],
    ['a line break parts', ['New York'], 'New\nYork', []],
    ['several spaces, no-break spaces', ['New York'], 'New  York New\u00A0York', ['New  York', 'New\u00A0York']],
    ['no word borders in Chinese', ['北京', '习近平'], '习近平在北京市说', ['习近平', '北京']],
    ['Korean with its particles', ['푸틴'], '푸틴은 말했다', ['푸틴']],
    ['Latin letters beside Chinese', ['NATO'], '北约NATO峰会', ['NATO']],
    ['Cyrillic', ['Путин'], 'Путин и ПУТИН, путин', ['Путин', 'ПУТИН']],
    ['Arabic', ['بوتين'], 'قال بوتين', ['بوتين']],
    ['letters beyond the first plane', ['𠮷野家', 'Putin'], '𠮷野家 𝐏𝐮𝐭𝐢𝐧', ['𠮷野家', '𝐏𝐮𝐭𝐢𝐧']],
    ['beside an emoji', ['Putin'], '😀Putin😀', ['Putin']],
    ['half a surrogate pair', ['Putin'], '\uD83D Putin \uDE00', ['Putin']],
    ['longest first', ['New York', 'New York Times', 'Times Square'], 'the New York Times Square', ['New York Times']],
    [
      'longest first, though it begins later',
      ['Bank of New', 'New York Times'],
      'Bank of New York Times',
      ['New York Times'],
    ],
    ['what the longest leaves', ['One Two', 'Two Three Four', 'One'], 'One Two Three Four', ['One', 'Two Three Four']],
    ['leftmost of equally long', ['Aa Bb', 'Bb Cc'], 'Aa Bb Cc', ['Aa Bb']],
    ['nothing in nothing', ['Putin'], '', []],
    ['an alias without letters', ['!!!', '…'], '!!! …', []],
  ])('%s', (_, forms, text, expected) => {
    expect(found(forms, text)).toEqual(expected);
  });

  test('several entities of one name, each once', () => {
    const gazetteer = open([
      { text: 'Wang', case: 'exact', ordinal: 3 },
      { text: 'Wang', case: 'exact', ordinal: 5 },
      { text: 'Wang', case: 'name', ordinal: 5 },
      { text: 'WANG', case: 'name', ordinal: 9 },
      { text: 'Wang', case: 'exact', ordinal: 3 },
    ]);
    const ordinals = (text: string) => [...findNames(gazetteer, text)].map((hit) => ascending(hit.ordinals));
    expect(ordinals('Wang')).toEqual([[3, 5, 9]]);
    expect(ordinals('WANG')).toEqual([[5, 9]]);
  });
});

/** Few words and many ways to write them, so that names and texts meet often. */
const word = fc.constantFrom(
  'Xi',
  'xi',
  'XI',
  'Wang',
  'wang',
  'Yi',
  'US',
  'U.S.',
  'us',
  'of',
  'Of',
  'OF',
  'the',
  'The',
  'China',
  'china',

  'Kraków',
  'Krako\u0301w',
  'Krakow',
  'Straße',
  'Strasse',
  "O'Neill",
  'O’Neill',
  'AT&T',
  'J.K.',
  'St',
  '2022',
  '1,500',
  '5G',

  '20th',
  'Jin\u00ADping',
  'Jinping',
  '’s',
  "'S",
  'd’Estaing',
  'Ph.D',
  'R&B',
  'ﬁn',
  'fin',
  'a',
  'A',
  'ΣΟΦΟΣ',
  'σοφος',
  'co',
);
const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '.',
  '. ',
  ', ',
  ',',
  '’s ',
  "'s ",
  ' & ',
  ' - ',
  '\u00A0',
  '  ',
  '\u200B',
  ' “',
  '” ',
  '\n',
  '/',
  '! ',
  ' (',
  '’ ',
  '\u2011',
  '—',
  '–',
  ' – ',
  '\u2060',
  '\uFE0F',
);
const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(word, between), { minLength: least, maxLength: most })
    .map((pairs) => pairs.flat().slice(0, -1).join(''));
const alias: fc.Arbitrary<AliasEntry> = fc.record({
  text: phrase(1, 3),
  case: fc.constantFrom('name', 'exact'),
  ordinal: fc.nat(6),
});

/** Each gazetteer has a memory of its own to be made: it costs more than the texts that are read with it. */
const severalTimes = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 5, maxLength: 5 });

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const sorted = (hits: Iterable<GazetteerHit>) =>
  Array.from(hits, ({ start, end, ordinals }) => ({ start, end, ordinals: ascending(ordinals) }));

describe('laws', () => {
  test('agrees with a naive scan', () => {
    fc.assert(
      fc.property(fc.array(alias, { minLength: 1, maxLength: 12 }), severalTimes(phrase(0, 30)), (entries, texts) => {
        const gazetteer = open(entries);
        for (const text of texts)
          expect(sorted(findNames(gazetteer, text))).toEqual(sorted(scanNaively(entries, text)));
      }),
      { numRuns: 600 },
    );
  });

  test('finds start and end where tokens do, but for scripts without spaces, whose letters are words of their own', () => {
    const spaced = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((written) => !unspaced.test(written));
    const text = fc.oneof(phrase(1, 20), spaced);
    fc.assert(
      fc.property(fc.array(alias, { minLength: 1, maxLength: 6 }), severalTimes(text), (entries, texts) => {
        const gazetteer = open(entries);
        for (const written of texts) {
          const tokens = tokenise(written);
          const starts = new Set(tokens.map(({ start }) => start));
          const ends = new Set(tokens.map(({ end }) => end));
          for (const { start, end } of findNames(gazetteer, written)) {
            expect(starts).toContain(start);
            expect(ends).toContain(end);
          }
        }
      }),
    );
  });

  test('finds any alias in a text that is the alias', () => {
    fc.assert(
      fc.property(fc.array(alias, { minLength: 1, maxLength: 6 }), fc.nat(5), (entries, at) => {
        const entry = entries[at % entries.length]!;
        const line = entry.text.replaceAll('\n', ' ');
        const whole = open(entries);
        const expected = scanNaively([entry], line);
        if (expected.length > 0) expect(findNames(whole, line).length).toBeGreaterThan(0);
      }),
    );
  });

  test('takes any text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 5 }), severalTimes(anything), (forms, texts) => {
        const gazetteer = open(forms.map((form, ordinal) => ({ text: form, case: 'name', ordinal })));
        for (const text of texts) {
          let last = 0;
          for (const { start, end } of findNames(gazetteer, `${text} ${forms[0]}`)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
        }
      }),
    );
  });
});
