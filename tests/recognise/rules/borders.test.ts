import { expect, test } from 'vitest';
import { mendBorders } from '../../../lib/recognise/rules/borders.ts';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit, type WordMark } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const marked = (word: string, ...marks: readonly WordMark[]): [number, number] => [
  hashText(word),
  marks.reduce((bits, mark) => bits | markBit(mark), 0),
];
const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    marked('city', 'place-tail', 'common'),
    marked('mall', 'place-tail', 'common'),
    marked('diocese', 'organisation-tail', 'common'),
    marked('railway', 'organisation-tail', 'common'),
    marked('canal', 'place-tail', 'common'),
    marked('oversight', 'common'),
    marked('california', 'region'),
    marked('iowa', 'region'),
    marked('davis', 'city'),
    marked('said', 'speech-verb'),
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['an everyday word and its place', 'A blast shook the [City=place] of [Kharkiv=place].', ['City of Kharkiv=place']],
  ['a hall that is no hall of a country', 'The [Mall=place] of [America=place] closed.', ['Mall of America=place']],
  ['with an article', 'The [City=place] of the [Angels=place] slept.', ['City of the Angels=place']],
  ['a body', 'The [Diocese=place] of [Leeds=place] paid.', ['Diocese of Leeds=organisation']],
  [
    'a committee of two fields',
    'She sits on the [House Oversight=organisation] and [Public Railway Committee=organisation].',
    ['House Oversight and Public Railway Committee=organisation'],
  ],
  [
    'a body and a committee',
    'She left the [Leeds Railway=organisation] and [Public Railway Committee=organisation].',
    ['Leeds Railway=organisation', 'Public Railway Committee=organisation'],
  ],
  ['a part of a place', 'The northeastern [Harrow Basin=place] is dry.', ['Harrow Basin=place']],
  ['a part that was taken in', 'The [northeastern Harrow Basin=place] is dry.', ['Harrow Basin=place']],
  ['a name that is no everyday word', '[Dixon=place] of [Leeds=place] paid.', ['Dixon=place', 'Leeds=place']],
  [
    'a word that leads on',
    'It accused [Northgate Timber Co. of=organisation] hiding it.',
    ['Northgate Timber Co.=organisation'],
  ],
  ['somebody of a place', '[City] of [Leeds=place] ran.', ['City=person', 'Leeds=place']],
  [
    'two towns of one railway',
    'The [Franklin=place] and [Megantic Railway=organisation] closed.',
    ['Franklin and Megantic Railway=organisation'],
  ],
  ['of one canal', 'By the [Kennet=place] and [Avon Canal=place] we sat.', ['Kennet and Avon Canal=place']],
  [
    'a state’s university and its campus',
    'The [University of California=organisation], [Davis=place], said so.',
    ['University of California, Davis=organisation'],
  ],
  [
    'with "at"',
    'The [University of California=organisation] at [Los Gatos=place] said so.',
    ['University of California at Los Gatos=organisation'],
  ],
  [
    'with a town taken for somebody',
    'The [University of California=organisation], [Davis=person], counted.',
    ['University of California, Davis=organisation'],
  ],
  [
    'a university and somebody who speaks',
    'At the [University of California=organisation], [Davis=person] said so.',
    ['University of California=organisation', 'Davis=person'],
  ],
  [
    'a university and another state',
    'The [University of California=organisation], [Iowa=place] and others lost.',
    ['University of California=organisation', 'Iowa=place'],
  ],
  [
    'a university and a town where it is not',
    'The [University of Leeds=organisation], [Davis=place], said so.',
    ['University of Leeds=organisation', 'Davis=place'],
  ],
  [
    'a town without an article is by itself',
    'Between [Franklin=place] and [Megantic Railway=organisation] they fought.',
    ['Franklin=place', 'Megantic Railway=organisation'],
  ],
  [
    'a canal is one by itself',
    'The [Canal=place] and [Megantic Railway=organisation] closed.',
    ['Canal=place', 'Megantic Railway=organisation'],
  ],
  ['a nickname in quotation marks', '[Charles Lee] "Cookie" Thornton fled.', ['Charles Lee "Cookie" Thornton=person']],
  ['of several words, with bent ones', '[Nneka] “Big Cheese” [Obi] scored.', ['Nneka “Big Cheese” Obi=person']],
  ['a title behind somebody', '[Ana Ruiz] "Rain" was sold.', ['Ana Ruiz=person']],
  ['what somebody said', '[Ana Ruiz] "Hurry home" she said.', ['Ana Ruiz=person']],
  ['an article with a hyphen', 'So al-[Mokdad] said.', ['al-Mokdad=person']],
  ['at the start, and of a place', 'Al-[Bab=place] fell.', ['Al-Bab=place']],
  ['a prefix is no article', 'The ex-[Chelsea=organisation] man left.', ['Chelsea=organisation']],
  ['members of a party', 'The [Kenya Kwanza MPs=organisation] voted.', ['Kenya Kwanza=organisation']],
  [
    'who speaks for a body',
    '[State Department Spokesperson=organisation] [Jeff Rathke] spoke.',
    ['State Department=organisation', 'Jeff Rathke=person'],
  ],
  ['an office by itself stays', '[MP=organisation] is short.', ['MP=organisation']],
  ['a month behind a town', 'They met in [Zekyo Jan=place]. 27 with others.', ['Zekyo=place']],
  ['a month without its day', 'They read [Zekyo Jan=place]. Then others.', ['Zekyo Jan=place']],
])('%s', (_rule, text, names) => expect(typedNamesAfter(mendBorders, text, lexicon)).toEqual(names));

test.each([
  ['nothing but openings', '( " ( “ ( ‘ - - al-'],
  ['names without end', '[City=place] of '.repeat(50)],
  ['a quotation that never closes', '[Ana Ruiz] "Big Bad '.repeat(20)],
  ['controls between', '[Ana]\u200b\u202e "\u200b" [Ruiz] al-\u200b[Bab=place]'],
])('%s: every name stays in its place and none is lost', (_kind, text) => {
  const before = (text.match(/\[/gu) ?? []).length;
  const names = typedNamesAfter(mendBorders, text, lexicon);
  expect(names.length).toBeLessThanOrEqual(before);
  if (before > 0) expect(names.join(' ')).toContain(text.includes('City') ? 'City of City' : 'An');
});
